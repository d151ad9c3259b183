// What the causes of inputs and token share: why there is no token, times that a person can read, commands to paste.

import { restrictedRun } from '../../aws/github.js'
import {
  type BuiltInProvider,
  builtInProvider,
  federatedPrincipal,
  type ProviderPlace,
} from '../../aws/provider.js'
import type { CauseId, Certainty, FailureOf, Known, RunContext, Step } from '../../model.js'
import { quote, sanitise, shellWord } from '../../text.js'
import { answererOf } from '../../words.js'
import { stepCondition } from './condition.js'

/** The four causes of one failure: the runner offers no token. Exactly one of them takes it. */
export type NoToken = Extract<
  CauseId,
  | 'token-not-on-runner'
  | 'token-fork-pull-request'
  | 'token-dependabot'
  | 'token-permission-missing'
>

const RESTRICTED = { fork: 'token-fork-pull-request', dependabot: 'token-dependabot' } as const

export function reasonForNoToken(run: RunContext): NoToken {
  if (!run.onRunner || run.standIn !== '') return 'token-not-on-runner'
  const restricted = restrictedRun(run)
  return restricted ? RESTRICTED[restricted] : 'token-permission-missing'
}

/** That there is no token is certain; with one, only what the file shows to come from what is withheld. */
export function withheldCertainty(
  failure: FailureOf<'no-token-permission' | 'inputs-withheld'>,
): Certainty {
  if (failure.kind === 'no-token-permission' || !failure.hasToken) return 'certain'
  return failure.sure ? 'certain' : 'likely'
}

/** On another event than a pull request there is no head that could differ. */
const NOT_OF_FORK =
  'github.event.pull_request == null || github.event.pull_request.head.repo.full_name == github.repository'

const SKIP_FORKS_STEP: Step = {
  say: 'Skip the step for forks; add this to it and to the later steps that need AWS',
  code: `if: ${NOT_OF_FORK}`,
  language: 'yaml',
}

/** The same, with the `if:` that the step has already. */
export function skipForks(known: Known): Step {
  return { ...SKIP_FORKS_STEP, ...stepCondition(known, NOT_OF_FORK) }
}

/** The block to paste into a job; what is not listed in it is not granted. */
export const PERMISSIONS = 'permissions:\n  id-token: write\n  contents: read'

/** Seconds since 1970 as a person reads them; a number that is no date stays a number. */
export function timeOf(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** As the token names it, else as it was checked; empty where neither is known. */
export function issuerKnown({ token, issuer }: Known): string {
  return token?.issuer || issuer?.url || ''
}

/** The issuer's own name where IAM knows it by itself, and no provider is needed in the account. */
export function builtIn(known: Known): BuiltInProvider | undefined {
  return builtInProvider(issuerKnown(known))
}

/** Where the provider of this issuer is, or has to be; placeholders for what is not known. */
export function providerPlace(known: Known): ProviderPlace {
  const { inputs } = known
  const { partition, account } = inputs?.role ?? {
    partition: inputs?.partition ?? 'aws',
    account: '<account>',
  }
  return { partition, account, issuer: issuerKnown(known) || 'https://<issuer>' }
}

/** The principal by which a trust policy names this issuer: mostly the ARN of the provider in the role's account. */
export function principalOf(known: Known): string {
  return federatedPrincipal(providerPlace(known))
}

/**
 * Has the provider, or the role, accept tokens for one more audience. Permissive: what asks for an audience that is
 * accepted already comes before it.
 */
export function addAudienceStep(known: Known, audience: string): Step {
  const when = `If tokens for ${quote(audience, 60)} may sign in`
  const own = builtIn(known)
  // radosgw 16.2.15 has no such call (tried); later ones do.
  if (!own && answererOf(known) === 'STS')
    return { when, say: 'Have an administrator of that STS add it to the provider' }
  if (!own)
    return {
      when,
      say: 'Add it to the provider, with credentials of the account of the role',
      code: `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(principalOf(known))} --client-id ${shellWord(audience)}`,
      language: 'sh',
    }
  return {
    when,
    say: 'Add this line to `StringEquals` in the trust policy of the role',
    code: sanitise(`${JSON.stringify(`${own.host}:aud`)}: ${JSON.stringify(audience)}`),
    language: 'json',
    then: `If the policy has this key already, add the value to its list. IAM itself keeps no list of audiences for ${own.name}.`,
  }
}

/**
 * For an audience that somebody thought up: without the input the runner is asked for the one that AWS's setup lists. A
 * token from a file was not asked for here, so the input changes nothing about it.
 */
export function leaveOutAudience({ inputs, token }: Known): Step[] {
  if (inputs?.webIdentityTokenFile !== '' || token?.source === 'file') return []
  const { audience, usualAudience } = inputs
  if (audience === usualAudience) return []
  return [
    {
      when: `If nothing needs the audience ${quote(audience, 60)}`,
      say: `Delete \`audience\` from the step: it then asks for ${quote(usualAudience)}`,
    },
  ]
}

/** The input to point at where the audience is not right: not the one that changes nothing. */
export function placeOfAudience({ inputs }: Known): { where: { input: string } } {
  return { where: { input: inputs?.webIdentityTokenFile ? 'web-identity-token-file' : 'audience' } }
}

/** A time judged by the runner's clock alone, which may be wrong itself: no server has told its own yet. */
export function isByOurClock({ kind }: { kind: string }, { clocks }: Known): boolean {
  return kind === 'claim' && clocks.length === 0
}

/** Settles whose clock is wrong, where only the runner's own has been asked. */
export const COMPARE_CLOCKS: Step = {
  say: 'Compare the clock of this runner with the one of AWS',
  code: 'date -u; curl -sSI https://sts.amazonaws.com | grep -i ^date',
  language: 'sh',
}

/** The same before anything is done to a token whose time seems wrong. */
export const COMPARE_CLOCKS_FIRST: Step = {
  ...COMPARE_CLOCKS,
  then: 'If they differ, set the clock of this runner: the token may be fine.',
}

/** On a machine with systemd. */
export const TURN_ON_NTP = {
  code: 'timedatectl set-ntp true; timedatectl status',
  language: 'sh',
} as const

/** The input to point at, where the token came from a file. */
export function placeOfToken({ inputs }: Known): { where?: { input: string } } {
  return inputs?.webIdentityTokenFile ? { where: { input: 'web-identity-token-file' } } : {}
}
