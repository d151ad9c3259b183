// What the causes of inputs and token share: why there is no token, times that a person can read, commands to paste.

import {
  type BuiltInProvider,
  builtInProvider,
  federatedPrincipal,
  type ProviderPlace,
} from '../../aws/provider.js'
import type { CauseId, Known, RunContext, Step } from '../../model.js'
import { quote, sanitise, shellWord } from '../../text.js'

/** The four causes of one failure: the runner offers no token. Exactly one of them takes it. */
export type NoToken = Extract<
  CauseId,
  | 'token-not-on-runner'
  | 'token-fork-pull-request'
  | 'token-dependabot'
  | 'token-permission-missing'
>

export function reasonForNoToken(run: RunContext): NoToken {
  if (!run.onRunner || run.standIn !== '') return 'token-not-on-runner'
  if (isPullRequest(run.event) && run.fork) return 'token-fork-pull-request'
  return isDependabot(run) ? 'token-dependabot' : 'token-permission-missing'
}

/** Events that run with the rights of the pull request's author. */
function isPullRequest(event: string): boolean {
  return /^pull_request(_review|_review_comment)?$/.test(event)
}

/**
 * GitHub docs, "Restrictions when Dependabot triggers events": these events, by this actor. A scheduled run has the
 * last committer of the workflow as its actor, which may be Dependabot too, and is not restricted.
 */
function isDependabot({ actor, event, pullRequestAuthor }: RunContext): boolean {
  const bot = 'dependabot[bot]'
  const restricted =
    isPullRequest(event) || /^(push|create|deployment|deployment_status)$/.test(event)
  return (
    actor === bot && (restricted || (event === 'pull_request_target' && pullRequestAuthor === bot))
  )
}

/** On another event than a pull request there is no head that could differ. */
export const SKIP_FORKS_STEP: Step = {
  say: 'Skip the step for forks; add this to it and to the later steps that need AWS',
  code: 'if: github.event.pull_request == null || github.event.pull_request.head.repo.full_name == github.repository',
  language: 'yaml',
}

/** The block to paste into a job; what is not listed in it is not granted. */
export const PERMISSIONS = 'permissions:\n  id-token: write\n  contents: read'

/** Seconds since 1970 as a person reads them; a number that is no date stays a number. */
export function timeOf(seconds: number): string {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace(/\.\d+Z$/, 'Z')
}

/** The issuer's own name where IAM knows it by itself, and no provider is needed in the account. */
export function builtIn({ token, issuer }: Known): BuiltInProvider | undefined {
  return builtInProvider(token?.issuer || issuer?.url || '')
}

/** Where the provider of this issuer is, or has to be; placeholders for what is not known. */
export function providerPlace({ inputs, token, issuer }: Known): ProviderPlace {
  const { partition, account } = inputs?.role ?? {
    partition: inputs?.partition ?? 'aws',
    account: '<account>',
  }
  return { partition, account, issuer: token?.issuer || issuer?.url || 'https://<issuer>' }
}

/** The principal by which a trust policy names this issuer: mostly the ARN of the provider in the role's account. */
export function principalOf(known: Known): string {
  return federatedPrincipal(providerPlace(known))
}

/** Lists an audience at the provider, ready to paste. */
export function addAudience(known: Known, audience: string): string {
  const own = builtIn(known)
  if (own)
    return `for ${own.name} in the trust policy of the role, since IAM keeps no list for it: "StringEquals": ${sanitise(JSON.stringify({ [`${own.host}:aud`]: audience }))}`
  return `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(principalOf(known))} --client-id ${shellWord(audience)}`
}

/**
 * Has the provider, or the role, accept tokens for one more audience. Permissive: what asks for an audience that is
 * accepted already comes before it.
 */
export function addAudienceStep(known: Known, audience: string): Step {
  const when = `If tokens for ${quote(audience, 60)} may sign in`
  const own = builtIn(known)
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

/** The input to point at, where the token came from a file. */
export function placeOfToken({ inputs }: Known): { where?: { input: string } } {
  return inputs?.webIdentityTokenFile ? { where: { input: 'web-identity-token-file' } } : {}
}
