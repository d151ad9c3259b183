// The step's outputs: all of them or none, and where they cannot be written, that is a finding like the others.
import type { Failure, Result, Session } from '../model.js'
import { outputs } from '../report/outputs.js'
import type { Runner } from '../world.js'
import type { Filed } from './file-report.js'

export function outputsOf({ report, path }: Filed, session?: Session): Record<string, string> {
  return { ...outputs(report, session), report: path }
}

/** Where the runner names no file for outputs, nobody reads them: a failure only where they are `needed`. */
export function writeOutputs(
  runner: Runner,
  values: Readonly<Record<string, string>>,
  needed: boolean,
): Result<() => void> {
  const written = runner.setOutputs(values)
  if (written.ok || needed) return written
  const { failure } = written
  const nobody = failure.kind === 'file' && failure.reason === 'not-set'
  return nobody ? { ok: true, value: () => undefined } : written
}

/** The outputs of a run that hands nothing over. `file` makes the report of what the run ended in; `before`: as it was made. */
export async function setOutputs(
  runner: Runner,
  file: (ended: readonly Failure[]) => Promise<Filed>,
  ended: readonly Failure[],
  before?: Filed,
): Promise<Filed> {
  const done = before ?? (await file(ended))
  const written = writeOutputs(runner, outputsOf(done), false)
  // The hand-over may have met it before.
  if (written.ok || ended.some((failure) => isSame(failure, written.failure))) return done
  return file([...ended, written.failure])
}

function isSame(one: Failure, other: Failure): boolean {
  return one.kind === 'file' && other.kind === 'file' && one.file === other.file
}
