// The trust policy that was given, inline or as a file of the workspace, and its examination once the token is there. Sends nothing.
import { LARGEST_POLICY } from '../aws/limits.js'
import type { Failure, TokenFileFailure } from '../model.js'
import { explain } from '../run/explain.js'
import type { RunLog } from '../run/run-log.js'
import type { Runner } from '../world.js'

/** Reads the policy at once, and learns why where it cannot; what it gives is called when the token is known. */
export function readTrustPolicy(runner: Runner, ledger: RunLog): () => void {
  const { inputs, run } = ledger.known
  const given = inputs?.trustPolicy ?? ''
  if (given === '') return () => undefined
  const inline = /^[[{]|\n/.test(given)
  const path = inline ? '' : given
  const text = inline
    ? { ok: true as const, value: given }
    : runner.readFile(given, run.workspace || '.', LARGEST_POLICY, true)
  if (!text.ok) return learnRefusal(ledger, path, fileFailure(path, text.failure))
  const parsed = explain.parseTrustPolicy(text.value, inputs?.role)
  if (!parsed.ok) {
    const { problem, detail, place } = parsed
    return learnRefusal(ledger, path, { kind: 'trust-policy', path, problem, detail, ...place })
  }
  const { policy, shape, address } = parsed.value
  const where = shape === 'policy' ? '' : `, ${address}`
  const source = `${inline ? 'the input trust-policy' : path}${where}`
  return () => {
    const trust = explain.examine(policy, source, ledger.known)
    if (trust) ledger.learn({ trust })
  }
}

/** Nothing can be said of the policy but why. */
function learnRefusal(ledger: RunLog, path: string, failure: Failure): () => void {
  const source = path === '' ? 'the input trust-policy' : path
  ledger.learn({ trust: { source, allowed: 'undecided', statements: [], found: [failure] } })
  return () => undefined
}

function fileFailure(path: string, failure: Failure): Failure {
  if (failure.kind !== 'token-file') return failure
  const { problem } = failure
  return {
    kind: 'trust-policy',
    path,
    problem: problem === 'not-a-file' ? 'unreadable' : problem,
    detail: detailOf(failure),
  }
}

function detailOf(failure: TokenFileFailure): string {
  if (failure.problem === 'not-a-file') return 'no regular file'
  if (failure.problem === 'unreadable') return failure.errno
  if (failure.problem !== 'too-large') return ''
  return `${failure.over ? 'over ' : ''}${failure.size} bytes`
}
