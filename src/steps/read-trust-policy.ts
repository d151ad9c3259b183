// The trust policy that was given, inline or as a file of the workspace, and its examination once the token is there. Sends nothing.

import { LARGEST_PARAMETER_FILE, LARGEST_POLICY } from '../aws/limits.js'
import { isAccount } from '../aws/role-arn.js'
import type { Failure, Inputs, PolicySource, Result, TokenFacts } from '../model.js'
import { type TrustKnowledge, trustExplained } from '../run/explain.js'
import { prepare } from '../run/prepare.js'
import type { Branch, Run } from '../run/run.js'
import type { RunLog } from '../run/run-log.js'

/** A document, not a path: JSON, as it is or in a string, behind a comment or URL-encoded; or several lines of anything. */
const INLINE = /^\ufeff?(?:"?\s*[[{]|\/\*|%7B|%5B)|\n/i

type GivenParameters = Parameters<TrustKnowledge['parseTrustPolicy']>[2]

/** Those of all roles. */
export async function readTrustPolicies(run: Run): Promise<() => void> {
  const all = await Promise.all(
    run.branches.length > 0 ? readEach(run.branches) : [readTrustPolicy(run)],
  )
  return () => {
    for (const examine of all) examine()
  }
}

/** One policy for all roles is deployed in the account of each, with the provider that is there. */
function readEach(branches: readonly Branch[]): Promise<() => void>[] {
  const isCommon = new Set(branches.map(({ run }) => run.inputs.trustPolicy)).size === 1
  return branches.map(({ run, role: { account } }) =>
    readTrustPolicy(run, isCommon && isAccount(account) ? account : undefined),
  )
}

const ACCOUNT_OF_PROVIDER = /(\barn:[\w-]+:iam::)\d{12}(?=:oidc-provider\/)/g

/** Reads the policy at once, and learns why where it cannot; what it gives is called when the token is known. */
async function readTrustPolicy(run: Run, account?: string): Promise<() => void> {
  const { inputs, log } = run
  const given = inputs.trustPolicy
  if (given === '') return () => undefined
  const inline = INLINE.test(given)
  const source: PolicySource = inline ? { inline: true } : { path: given }
  const text = inline ? { ok: true as const, value: given } : readSource(run, given, LARGEST_POLICY)
  if (!text.ok) return learnRefusal(log, source, fileFailure(source, text.failure))
  const { examine, parseParameters, parseTrustPolicy } = await trustExplained()
  const parameters = readParameters(run, parseParameters)
  if (!parameters.ok) return learnRefusal(log, source, parameters.failure)
  // Of the same length, so that places stay what they are.
  const own =
    account === undefined ? text.value : text.value.replace(ACCOUNT_OF_PROVIDER, `$1${account}`)
  const parsed = parseTrustPolicy(own, inputs.role, parameters.value)
  const { address } = parsed.ok ? parsed.value : parsed
  const place: PolicySource = { ...source, ...(address ? { address } : {}) }
  if (!parsed.ok)
    return learnRefusal(log, place, { kind: 'trust-policy', source: place, ...parsed.reason })
  const { policy, template } = parsed.value
  return () => {
    const { token, now } = log.known
    if (!token) return
    const trust = examine(policy, signInOf(token, inputs, now), place, template)
    log.learn({ trust })
    // Once the request to STS is out.
    void run.world.clock.sleep(0).then(() => prepare(run))
  }
}

/** What the policy is asked about. */
function signInOf({ claims }: TokenFacts, inputs: Inputs, now: number) {
  const { role, partition, region, stsEndpoint, customEndpoint, fallbackRegions } = inputs
  const isOneRegion = !customEndpoint && fallbackRegions.length === 0
  return {
    claims,
    ...(role ? { role: role.text } : {}),
    partition,
    sessionName: inputs.roleSessionName,
    durationSeconds: inputs.roleDurationSeconds,
    ...(isOneRegion ? { region } : {}),
    endpoint: stsEndpoint,
    now,
  }
}

function readSource({ world, log }: Run, path: string, most: number): Result<string> {
  return world.runner.readFile(path, log.known.run.workspace || '.', most, true)
}

/** Undefined where none are given. */
function readParameters(
  run: Run,
  parse: TrustKnowledge['parseParameters'],
): Result<GivenParameters> {
  const path = run.inputs.trustPolicyParameters
  if (path === '') return { ok: true, value: undefined }
  const source: PolicySource = { path, parameters: true }
  const text = readSource(run, path, LARGEST_PARAMETER_FILE)
  if (!text.ok) return { ok: false, failure: fileFailure(source, text.failure) }
  const parsed = parse(text.value, path)
  return parsed.ok
    ? parsed
    : { ok: false, failure: { kind: 'trust-policy', source, ...parsed.reason } }
}

/** Nothing can be said of the policy but why. */
function learnRefusal(log: RunLog, source: PolicySource, failure: Failure): () => void {
  log.learn({ trust: { source, allowed: 'undecided', statements: [], found: [failure] } })
  return () => undefined
}

/** The runner's own evidence of a file, made for tokens, as that of a policy. */
function fileFailure(source: PolicySource, failure: Failure): Failure {
  if (failure.kind !== 'token-file') return failure
  const { kind: _kind, path: _path, ...problem } = failure
  return problem.problem === 'too-large'
    ? { kind: 'trust-policy', source, ...problem, unit: 'bytes' }
    : { kind: 'trust-policy', source, ...problem }
}
