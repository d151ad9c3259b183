// The trust policy that was given, inline or as a file of the workspace, and its examination once the token is there. Sends nothing.
import { LARGEST_POLICY } from '../aws/limits.js'
import type { Failure, Inputs, PolicySource, Result, TokenFacts } from '../model.js'
import { explain } from '../run/explain.js'
import type { Run } from '../run/run.js'
import type { RunLog } from '../run/run-log.js'

/** Reads the policy at once, and learns why where it cannot; what it gives is called when the token is known. */
export function readTrustPolicy({ world, inputs, log }: Run): () => void {
  const given = inputs.trustPolicy
  if (given === '') return () => undefined
  const inline = /^[[{]|\n/.test(given)
  const text: Result<string> = inline
    ? { ok: true, value: given }
    : world.runner.readFile(given, log.known.run.workspace || '.', LARGEST_POLICY, true)
  const source: PolicySource = inline ? { inline: true } : { path: given }
  if (!text.ok) return learnRefusal(log, source, fileFailure(source, text.failure))
  const parsed = explain.parseTrustPolicy(text.value, inputs.role)
  const { address } = parsed.ok ? parsed.value : parsed
  const place: PolicySource = { ...source, ...(address ? { address } : {}) }
  if (!parsed.ok)
    return learnRefusal(log, place, { kind: 'trust-policy', source: place, ...parsed.reason })
  const { policy } = parsed.value
  return () => {
    const { token, now } = log.known
    if (token) log.learn({ trust: explain.examine(policy, signInOf(token, inputs, now), place) })
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
