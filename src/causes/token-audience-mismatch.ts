// token-audience-mismatch: the token is meant for somebody else than the OIDC provider in IAM lists.

import { usualAudience } from '../aws/regions.js'
import { isCode } from '../aws/sts-answers.js'
import { partyOf } from '../aws/token-rules.js'
import type { FailureOf, Known } from '../model.js'
import { list, oneLine, quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { getProvider } from './shared/sts.js'
import { addAudience, builtIn, placeOfToken, principalOf } from './shared/token.js'

const INCORRECT = /Incorrect token audience/i
const SEVERAL = /more than one audience while authorized party is not present/i

export const tokenAudienceMismatch = causeOf(['claim', 'aws'], {
  id: 'token-audience-mismatch',
  section: 'token',
  title: 'the audience of the token does not fit',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider', 'githubOidcAws', 'oidcCore'],
  explains: ['token-audience-mismatch', 'token-rejected'],
  matches: (failure) =>
    failure.kind === 'claim'
      ? failure.problem === 'audience' || failure.problem === 'several-audiences'
      : isCode(failure, 'InvalidIdentityToken') &&
        (INCORRECT.test(failure.message) || SEVERAL.test(failure.message)),
  explain: (failure, known) => {
    if (failure.kind === 'claim')
      return failure.problem === 'audience'
        ? explainNotAsked(failure, known)
        : explainSeveral(known)
    return SEVERAL.test(failure.message) ? explainSeveral(known) : explainNotListed(failure, known)
  },
  page: {
    meaning:
      'The claim `aud` says for whom a token is meant. The OIDC provider in IAM lists the audiences that it takes, as client ids. Where a token has `azp` (authorized party), STS looks at `azp` instead of `aud`; several audiences without `azp` are refused.',
    tell: 'Certain where the token itself shows it, or where STS says `Incorrect token audience` (until mid-2026). Since then STS answers a wrong audience with its general sentence; when nothing here explains that, it is token-rejected. A condition on `aud` in the trust policy of the role is another matter: STS then says "Not authorized".',
  },
})

function partyText({ token }: Known): { claim: string; value: string } {
  const { claim, value } = partyOf(token?.claims ?? {})
  return { claim, value: [value].flat().map(String).join(', ') }
}

type NotAsked = Extract<FailureOf<'claim'>, { problem: 'audience' }>

function explainNotAsked({ claim, want = '', got }: NotAsked, known: Known): Explanation {
  const party = claim === 'azp' ? ' Where a token has `azp`, STS looks at it instead of `aud`.' : ''
  const fromFile = known.token?.source === 'file'
  return {
    why: `The token is meant for somebody else: wanted is the audience ${quote(want)}, and its ${quote(claim)} is ${quote(got)}.${party} STS takes a token only if the OIDC provider in IAM lists its audience as a client id.`,
    fix: [
      fromFile
        ? `Let the issuer make the token for ${quote(want)}, or set the audience that it has:\naudience: ${oneLine(got)}`
        : 'Run the job again; if it stays so, ask who runs the service behind ACTIONS_ID_TOKEN_REQUEST_URL: it does not make tokens for the audience asked for.',
      ...(got === ''
        ? []
        : [`If ${quote(got)} is meant, list it at the provider: ${addAudience(known, got)}`]),
    ],
    where: { input: fromFile ? 'web-identity-token-file' : 'audience' },
  }
}

function explainSeveral(known: Known): Explanation {
  const audiences = known.token?.audiences ?? []
  const [first = known.inputs?.audience ?? usualAudience('aws')] = audiences
  return {
    why: `The token has more than one audience (${list(audiences)}) and no \`azp\`, so STS cannot tell for whom it is meant, and refuses it.`,
    fix: [
      `Let the issuer make the token for one audience only: "aud": ${JSON.stringify(oneLine(first))}`,
      'Or let it add `azp` (authorized party); STS then looks at `azp` alone, which the provider must list as a client id.',
      `List it, if it is not: ${addAudience(known, first)}`,
    ],
    ...placeOfToken(known),
  }
}

function explainNotListed({ message }: FailureOf<'aws'>, known: Known): Explanation {
  const { claim, value } = partyText(known)
  const { usualAudience = '' } = known.inputs ?? {}
  const unusual = known.token?.source === 'runner' && value !== usualAudience
  const arn = principalOf(known)
  return {
    why: `The OIDC provider ${quote(arn)} does not list the audience of this token: its ${quote(claim)} is ${quote(value)}, and STS says ${quote(oneLine(message))}.${unusual ? ` The usual audience here is ${quote(usualAudience)}.` : ''}`,
    fix: [
      `List it: ${addAudience(known, value)}`,
      ...(unusual ? [`Or ask for the usual one:\naudience: ${oneLine(usualAudience)}`] : []),
      ...(builtIn(known)
        ? []
        : [`Look what is listed: ${getProvider(known)} --query ClientIDList`]),
    ],
    where: { input: 'audience' },
  }
}
