// token-audience-mismatch: the token is for another audience than those that the OIDC provider in IAM lists.

import { usualAudience } from '../aws/regions.js'
import { clusterAudience, isOfEks } from '../aws/service-tokens.js'
import { isCode } from '../aws/sts-answers.js'
import { partyOf } from '../aws/token-rules.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { oneLine, plainText, quote, sanitise } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { answer } from './shared/blocks.js'
import { irsaSteps, projectedTokenStep } from './shared/kubernetes.js'
import { getProvider } from './shared/sts.js'
import {
  addAudienceStep,
  builtIn,
  leaveOutAudience,
  placeOfAudience,
  placeOfToken,
  principalOf,
} from './shared/token.js'

const INCORRECT = /Incorrect token audience/i
const SEVERAL = /more than one audience while authorized party is not present/i

export const tokenAudienceMismatch = causeOf(['claim', 'aws'], {
  id: 'token-audience-mismatch',
  section: 'token',
  title: 'the audience of the token is not the one expected',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider', 'githubOidcAws', 'oidcCore'],
  explains: ['token-audience-mismatch', 'token-rejected', 'sts-refused'],
  matches: (failure) =>
    failure.kind === 'claim'
      ? failure.problem === 'audience' || failure.problem === 'several-audiences'
      : isCode(failure, 'InvalidIdentityToken') &&
        (INCORRECT.test(failure.message) || SEVERAL.test(failure.message)),
  explain: (failure, known) => {
    const cluster = clusterAudience(known.token?.claims ?? {})
    if (cluster !== undefined) return explainCluster(cluster, known)
    if (failure.kind === 'claim')
      return failure.problem === 'audience'
        ? explainNotAsked(failure, known)
        : explainSeveral(known)
    return SEVERAL.test(failure.message) ? explainSeveral(known) : explainNotListed(failure, known)
  },
  page: {
    meaning:
      'The claim `aud` says for whom a token is meant. The OIDC provider in IAM lists the audiences that it accepts, as client IDs. If a token has `azp` (authorized party), STS looks at `azp` instead of `aud`; several audiences without `azp` are refused.',
    tell: 'Certain where the token itself shows it, or where STS says `Incorrect token audience` (until mid-2026). Since then STS answers a wrong audience with its general sentence; when nothing here explains that, it is token-rejected. A condition on `aud` in the trust policy of the role is another matter: STS then says "Not authorized".',
  },
})

function partyText({ token }: Known): { claim: string; value: string } {
  const { claim, value } = partyOf(token?.claims ?? {})
  return { claim, value: [value ?? []].flat().map(plainText).join(', ') }
}

/** Whoever lists that audience at AWS makes every pod's default token a way in. */
function explainCluster(audience: string, known: Known): Explanation {
  const eks = isOfEks(known.token?.claims ?? {})
  return {
    headline: `the token is for Kubernetes itself (${quote(audience, 60)}), not for STS`,
    shown: [
      {
        show: 'sentence',
        say: 'Every pod has such a token. Do not add its audience in AWS.',
      },
    ],
    steps: eks ? irsaSteps(known) : [projectedTokenStep(known)],
    stop: 'Token: `aud`',
    where: { input: 'web-identity-token-file' },
  }
}

type NotAsked = Extract<FailureOf<'claim'>, { problem: 'audience' }>

/** Where nobody said which audience the token should have, it has an empty one. */
function explainNotAsked({ claim, want, got }: NotAsked, known: Known): Explanation {
  const fromFile = known.token?.source === 'file'
  const not = want === undefined ? '' : `, not for ${quote(want, 60)}`
  return {
    headline:
      got === ''
        ? `the token names no audience: its ${quote(claim)} is empty`
        : `the token is for the audience ${quote(got, 60)} (${quote(claim)})${not}`,
    shown: claim === 'azp' ? [AZP] : [],
    steps: [
      ...(fromFile ? fileSteps(want, got) : RUN_AGAIN),
      ...(got === '' ? [] : [addAudienceStep(known, got)]),
    ],
    stop: `Token: ${quote(claim)}`,
    where: { input: fromFile ? 'web-identity-token-file' : 'audience' },
  }
}

const AZP: Block = {
  show: 'sentence',
  say: 'If a token has `azp`, STS looks at it instead of `aud`.',
}

const RUN_AGAIN: readonly Step[] = [
  {
    say: 'Run the job again',
    then: 'If it fails again, ask whoever runs the service behind `ACTIONS_ID_TOKEN_REQUEST_URL`: it does not issue tokens for the audience asked for.',
  },
]

function fileSteps(want: string | undefined, got: string): Step[] {
  const audience =
    want === undefined ? 'an audience that the provider in IAM lists' : quote(want, 60)
  return [
    { say: `Let the issuer issue the token for ${audience}` },
    ...(got === '' || want === undefined
      ? []
      : [
          {
            when: `If the provider in IAM lists ${quote(got, 60)} already`,
            say: 'Delete `audience` from the step: it says what the token in the file should have, and changes nothing in it',
          },
        ]),
  ]
}

function explainSeveral(known: Known): Explanation {
  const audiences = known.token?.audiences ?? []
  const [first = known.inputs?.audience ?? usualAudience('aws')] = audiences
  return {
    headline: `the token has ${audiences.length < 2 ? 'several' : audiences.length} audiences and no \`azp\`, so STS cannot choose one`,
    shown: [{ show: 'values', values: [{ name: 'aud', value: audiences.join(', ') }] }],
    steps: [
      {
        say: 'Let the issuer issue the token for one audience, which the provider in IAM lists',
        code: sanitise(`"aud": ${JSON.stringify(oneLine(first))}`),
        language: 'json',
      },
      {
        when: 'If the token must have several',
        say: 'Let the issuer add `azp` (authorized party): STS then looks at `azp` alone',
        then: 'The provider must list that value as a client ID.',
      },
      addAudienceStep(known, first),
    ],
    stop: 'Token: `aud`',
    ...placeOfToken(known),
  }
}

function explainNotListed(failure: FailureOf<'aws'>, known: Known): Explanation {
  const { claim, value } = partyText(known)
  const own = builtIn(known)
  return {
    headline: own
      ? `STS does not accept ${quote(value, 60)}, the token's ${quote(claim)}`
      : `the OIDC provider in IAM does not list ${quote(value, 60)}, the token's ${quote(claim)}`,
    shown: [
      answer(failure, known),
      { show: 'values', values: [{ name: 'provider', value: principalOf(known) }] },
    ],
    steps: [
      ...leaveOutAudience(known),
      ...(own ? OTHER_AUDIENCE : listedSteps(known)),
      addAudienceStep(known, value),
    ],
    stop: `Token: ${quote(claim)}`,
    ...placeOfAudience(known),
  }
}

const OTHER_AUDIENCE: readonly Step[] = [
  {
    when: 'If the trust policy of the role names another audience',
    say: 'Get the token for that one',
  },
]

/** An audience that is listed already lets nobody in who may not come in now. */
function listedSteps(known: Known): Step[] {
  const look: Step = {
    say: 'See which audiences the provider lists',
    code: `${getProvider(known)} --query ClientIDList`,
    language: 'sh',
  }
  if (known.token?.source === 'file')
    return [look, { say: 'Let the issuer issue the token for one of them' }]
  return [look, { say: 'Ask for one of them', code: 'audience: <audience>', language: 'yaml' }]
}
