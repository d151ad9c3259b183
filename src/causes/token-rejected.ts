// token-rejected: STS's one sentence for a dozen mistakes, where nothing that was seen from the runner explains it.

import { GENERIC_MESSAGE, isCode } from '../aws/sts-answers.js'
import { partyOf } from '../aws/token-rules.js'
import { ownMember } from '../model/own-member.js'
import type { Block, Known, Step } from '../model.js'
import { quote } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf, type Explanation } from './cause.js'
import { inRoleInput, isOneOfRoles, roleWhere } from './shared/role-input.js'
import {
  accountOf,
  createProvider,
  expectedAudience,
  getProvider,
  ifMissing,
  issuerOf,
  withCredentials,
} from './shared/sts.js'
import { builtInStep, freshTokenStep, issuerInWords } from './shared/sts-steps.js'
import { addAudienceStep, builtIn, leaveOutAudience } from './shared/token.js'

const VERIFIED: Readonly<Record<string, string>> = {
  valid: 'The signature is valid.',
  'no-key': 'This runner could not verify its signature.',
  'not-checked': 'This runner could not verify its signature.',
}

export const tokenRejected = causeOf(['aws', 'token'], {
  id: 'token-rejected',
  section: 'sts',
  title: 'AWS does not accept the token of this issuer',
  severity: 'error',
  retry: 'never',
  eventualConsistency: true,
  certainty: ({ kind }) => (kind === 'token' ? 'certain' : 'likely'),
  docs: ['iamProvider', 'assumeRole', 'githubOidcAws'],
  explains: ({ kind }) =>
    kind === 'token' ? ['token-rejected', 'provider-not-found', 'token-audience-mismatch'] : [],
  matches: (failure) =>
    failure.kind === 'token'
      ? failure.problem === 'outbound'
      : isCode(failure, 'InvalidIdentityToken') && GENERIC_MESSAGE.test(failure.message),
  explain: (failure, known) => {
    if (failure.kind === 'token') return explainOutbound(known)
    const own = builtIn(known)
    if (own) return explainBuiltIn(own.name, known)
    const aws = answererOf(known) === 'AWS'
    const [audience, account] = [expectedAudience(known), accountOf(known)]
    return {
      headline: `${answererOf(known)} could not validate the token issued by ${quote(issuerOf(known), 60)}`,
      shown: shown(
        `Most likely ${aws ? (isOneOfRoles(known) ? 'the account of the role' : `account ${quote(account)}`) : 'that STS'} has no OIDC provider for it, or one without audience ${quote(audience, 60)}.`,
        known,
      ),
      steps: [
        ...leaveOutAudience(known),
        {
          say: `Look at the provider, ${withCredentials(known)}`,
          code: getProvider(known),
          language: 'sh',
        },
        {
          when: `${ifMissing(known)}, and ${aws ? 'the account' : 'that STS'} should trust ${issuerInWords(known)}`,
          say: 'Create the provider',
          code: createProvider(known),
          language: 'sh',
          ...listedInstead(known),
        },
        listedAudienceStep(known),
        addAudienceStep(known, audience),
      ],
      otherwise: [
        {
          say: `Compare \`Url\` of the provider with ${quote(issuerOf(known))}: a slash or a path too many is another issuer`,
        },
        {
          say: `Check the account ${inRoleInput(known)} (now ${quote(known.inputs?.role?.text ?? '')})`,
        },
      ],
      ...roleWhere(known),
    }
  },
  page: {
    meaning:
      'Since mid-2026 STS gives this one sentence where it used to say that no provider was found, that the audience was wrong, or that the signature was wrong. This page applies if the checks of the token and the issuer found nothing: then the provider in IAM is the first suspect.',
    tell: 'An audience that was not asked for, an unusable key or a wrong signature are seen from the runner, and have causes of their own. "Not authorized to perform sts:AssumeRoleWithWebIdentity" comes later: there the token was accepted.',
  },
})

function shown(say: string, { signature }: Known): Block[] {
  const verified = ownMember(VERIFIED, signature)
  return [
    { show: 'sentence', say },
    ...(verified === undefined ? [] : [{ show: 'sentence' as const, say: verified }]),
  ]
}

/** Of two steps that are both taken, the second must not undo the first. */
function listedInstead(known: Known): { then?: string } {
  return leaveOutAudience(known).length === 0
    ? {}
    : {
        then: `If you deleted \`audience\`, name ${quote(known.inputs?.usualAudience ?? '', 60)} there instead.`,
      }
}

/** The safe way to an audience that the provider lists; the input says nothing of `azp`, nor of a token from a file. */
function listedAudienceStep(known: Known): Step {
  const audience = expectedAudience(known)
  const when = `If \`ClientIDList\` lacks ${quote(audience, 60)}`
  const ours = known.token?.source === 'runner' && partyOf(known.token.claims).claim === 'aud'
  return ours
    ? {
        when,
        say: 'Ask for an audience that it lists',
        code: "audience: '<one of ClientIDList>'",
        language: 'yaml',
      }
    : { when, say: 'Let the issuer make the token for an audience that it lists' }
}

/** AWS documents it, so no provider and no audience can help. */
function explainOutbound({ inputs }: Known): Explanation {
  const role = quote(inputs?.role?.text ?? '<role>')
  return {
    headline: 'AWS issued this token (`sts:GetWebIdentityToken`), and STS does not accept it',
    shown: [
      {
        show: 'sentence',
        say: 'Such tokens are for services outside AWS: no OIDC provider makes STS accept one.',
      },
    ],
    steps: [
      {
        say: `Assume ${role} from the AWS session that requested the token, with \`sts:AssumeRole\``,
      },
      {
        when: "If this job runs on GitHub's runner",
        say: "Delete `web-identity-token-file`: this action then asks GitHub for the job's own token",
      },
    ],
    stop: 'Token: issued by AWS itself',
    where: { input: 'web-identity-token-file' },
  }
}

/** No provider can be missing, so the token is the first suspect. */
function explainBuiltIn(name: string, known: Known): Explanation {
  return {
    headline: `${answererOf(known)} could not validate the token issued by ${name}`,
    shown: shown(
      `Most likely the token itself is the reason: IAM knows ${name} without a provider, so none is missing.`,
      known,
    ),
    steps: [freshTokenStep(known), builtInStep(known)],
    where: { input: 'web-identity-token-file' },
  }
}
