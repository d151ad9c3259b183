// The trust policy that was given, inline or as a file of the workspace, and its examination once the token is there. Sends nothing.
import type { Failure, FailureOf, PolicyProblem, PolicySource, Result } from '../model.js'
import type { RunLog } from '../run/run-log.js'
import { examine } from '../trust/examine.js'
import { LARGEST_POLICY, parseTrustPolicy } from '../trust/parse.js'
import type { Runner } from '../world.js'

/** Reads the policy at once, and learns why where it cannot; what it gives is called when the token is known. */
export function readTrustPolicy(runner: Runner, ledger: RunLog): () => void {
  const { inputs, run } = ledger.known
  const given = inputs?.trustPolicy ?? ''
  if (given === '') return () => undefined
  const inline = /^[[{]|\n/.test(given)
  const text: Result<string> = inline
    ? { ok: true, value: given }
    : runner.readFile(given, run.workspace || '.', LARGEST_POLICY, true)
  const source: PolicySource = inline ? { inline: true } : { path: given }
  if (!text.ok) return learnRefusal(ledger, source, fileFailure(source, text.failure))
  const parsed = parseTrustPolicy(text.value, inputs?.role)
  const { address } = parsed.ok ? parsed.value : parsed
  const place: PolicySource = { ...source, ...(address ? { address } : {}) }
  if (!parsed.ok)
    return learnRefusal(ledger, place, { kind: 'trust-policy', source: place, ...parsed.reason })
  const { policy } = parsed.value
  return () => {
    const trust = examine(policy, place, ledger.known)
    if (trust) ledger.learn({ trust })
  }
}

/** Nothing can be said of the policy but why. */
function learnRefusal(ledger: RunLog, source: PolicySource, failure: Failure): () => void {
  ledger.learn({ trust: { source, allowed: 'undecided', statements: [], found: [failure] } })
  return () => undefined
}

function fileFailure(source: PolicySource, failure: Failure): Failure {
  if (failure.kind !== 'token-file') return failure
  return { kind: 'trust-policy', source, ...fileProblem(failure) }
}

/** The runner's own evidence of a file, made for tokens, as that of a policy. */
function fileProblem({ problem, detail = '' }: FailureOf<'token-file'>): PolicyProblem {
  if (problem === 'outside') return { problem: detail === 'link' ? 'link' : 'outside' }
  if (problem === 'unreadable')
    return detail === 'no regular file' ? { problem: 'not-a-file' } : { problem, errno: detail }
  if (problem !== 'too-large') return { problem }
  const [, over, bytes] = /^(over )?(\d+) bytes$/.exec(detail) ?? []
  return { problem, size: Number(bytes), unit: 'bytes', ...(over ? { over: true } : {}) }
}
