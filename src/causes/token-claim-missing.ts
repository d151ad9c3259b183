// token-claim-missing: the token lacks a claim that STS requires.

import { isLegacyServiceAccount } from '../aws/service-tokens.js'
import { isCode } from '../aws/sts-answers.js'
import { REQUIRED_CLAIMS } from '../aws/token-rules.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { list, oneLine } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { irsaSteps, projectedTokenStep } from './shared/kubernetes.js'
import { placeOfToken } from './shared/token.js'

const SAID = /Missing a required claim: (\S+)|Claim is not allowed to be empty: (\S+)/i

export const tokenClaimMissing = causeOf(['claim', 'aws'], {
  id: 'token-claim-missing',
  section: 'token',
  title: 'the token lacks a claim that STS requires',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcCore', 'iamProvider', 'assumeRole'],
  // A `sub` of null makes STS fail with an error of its own (InternalFailure), every time.
  explains: (_failure, { token }) => [
    'token-claim-missing',
    'token-rejected',
    'sts-unavailable',
    'sts-refused',
    // Its issuer, `kubernetes/serviceaccount`, is no URL that a provider could have.
    ...(isLegacyServiceAccount(token?.claims ?? {}) ? (['provider-not-found'] as const) : []),
  ],
  matches: (failure) =>
    failure.kind === 'claim'
      ? failure.problem === 'missing' || failure.problem === 'empty'
      : isCode(failure, 'InvalidIdentityToken') && SAID.test(failure.message),
  explain: (failure, known) => {
    const names = namesOf(failure, known)
    const legacy = isLegacyServiceAccount(known.token?.claims ?? {})
    return {
      headline: legacy
        ? `the token is a legacy Kubernetes token, which has no ${list(names, 'or')}`
        : headlineOf(names, failure),
      shown: [...answered(failure, known), ...claimNames(known)],
      ...(legacy ? { steps: [projectedTokenStep(known), inEks(known)] } : tokenSteps(known)),
      stop: `Token: ${list(names)}`,
      ...placeOfToken(known),
    }
  },
  page: {
    meaning:
      'Every ID token for STS must say who issued it (`iss`), whom it is about (`sub`), for whom it is meant (`aud`), when it was issued (`iat`) and when it ends (`exp`). `sub` may be an empty string but not null; `aud` may not be an empty list.',
    tell: 'The claim is not there at all. A claim of the wrong form is token-timestamp-invalid; one with the wrong value is token-audience-mismatch, token-expired or token-not-yet-valid.',
  },
})

type Evidence = FailureOf<'claim'> | FailureOf<'aws'>

/** All that are absent: one finding tells them together. */
function namesOf(failure: Evidence, { token }: Known): string[] {
  const match = failure.kind === 'aws' ? SAID.exec(failure.message) : null
  const named = failure.kind === 'claim' ? failure.claim : (match?.[1] ?? match?.[2] ?? '')
  const absent = token ? REQUIRED_CLAIMS.filter((name) => isAbsent(token.claims[name], name)) : []
  const all = [...new Set([named, ...absent])]
  // In one order, whichever of them was named: the same sentence is told once.
  return all.sort((a, b) => REQUIRED_CLAIMS.indexOf(a) - REQUIRED_CLAIMS.indexOf(b))
}

/** A time of null is there, but is no time: token-timestamp-invalid. */
function isAbsent(value: unknown, name: string): boolean {
  const isEmpty = Array.isArray(value) && value.length === 0
  return value === undefined || isEmpty || (value === null && name !== 'iat' && name !== 'exp')
}

function inEks(known: Known): Step {
  const [file] = irsaSteps(known)
  return {
    when: 'If the cluster is Amazon EKS, and the service account has an IAM role (IRSA)',
    say: 'Use the token that EKS mounts for STS',
    ...(file?.code === undefined ? {} : { code: file.code, language: 'yaml' }),
  }
}

function headlineOf(names: readonly string[], failure: Evidence): string {
  const empty =
    failure.kind === 'claim' ? failure.problem === 'empty' : /to be empty/i.test(failure.message)
  if (empty && names.length === 1) return `the token's ${list(names)} is an empty list`
  const isNull =
    failure.kind === 'claim' && failure.problem === 'missing' && failure.value === 'null'
  if (isNull && names.length === 1)
    return `the token's ${list(names)} is null, which STS counts as missing`
  return `the token has no ${list(names, 'or')}, which STS requires`
}

function answered(failure: Evidence, known: Known): Block[] {
  return failure.kind === 'aws' ? [answer(failure, known)] : []
}

/** Enough to tell an ID token from something else. */
const MOST_NAMES = 12

function claimNames({ token }: Known): Block[] {
  const names = Object.keys(token?.claims ?? {})
  const shown = names.slice(0, MOST_NAMES).map((name) => oneLine(name, 60))
  const more = names.length - shown.length
  const value = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return names.length === 0 ? [] : [{ show: 'values', values: [{ name: 'it has', value }] }]
}

function tokenSteps({ inputs }: Known): { steps: readonly Step[]; otherwise?: readonly Step[] } {
  if (!inputs?.webIdentityTokenFile)
    return {
      steps: [
        {
          say: 'Run the job again',
          then: 'If it fails again, ask whoever runs the service that issues the token.',
        },
      ],
    }
  return {
    steps: [
      {
        when: 'If the file holds `ACTIONS_ID_TOKEN_REQUEST_TOKEN`',
        say: 'Delete `web-identity-token-file`: this action asks GitHub for the ID token itself',
        then: 'That variable is the key for asking, not the ID token.',
      },
      {
        when: 'If it holds an access token',
        say: 'Put the ID token into it: only ID tokens have all these claims',
      },
    ],
    otherwise: [
      { say: 'Let the issuer add the claim' },
      {
        when: 'If the issuer is GitLab',
        say: 'Use `id_tokens:` with `aud:` in place of the old `CI_JOB_JWT`',
      },
    ],
  }
}
