// The files that a renewing profile works from, laid before the profile itself.
import type { Inputs, Known, Result } from '../model.js'
import { commandLine } from '../profile/command.js'
import type { Settings } from '../profile/ini.js'
import { processCredentials } from '../profile/process-credentials.js'
import type { SignedRun } from '../run/run.js'
import type { ProfileNote } from './profile-note.js'
import { stateText } from './renewal-state.js'

/**
 * State and first session, so that the first tool that asks needs no second call. The post step is told of both files
 * before they are there: whenever the job is cancelled, no live session stays behind.
 */
export function createRenewalFiles(
  { run: { world, inputs, log }, session }: SignedRun,
  note: ProfileNote,
  remember: () => Result<void>,
): Result<Settings> {
  const { privateFiles, clock } = world
  const { run } = log.known
  const [state, cache] = [privateFiles.place('state.json'), privateFiles.place('session.json')]
  if (!state.ok) return state
  if (!cache.ok) return cache
  note.files.push(state.value, cache.value)
  const ends = clock.now() + inputs.roleDurationSeconds * 1000
  const text = stateText({ inputs: withAbsolutePath(inputs, run), run, cache: cache.value })
  for (const step of [
    remember,
    () => privateFiles.create(cache.value, processCredentials(session, ends)),
    () => privateFiles.create(state.value, text),
  ]) {
    const done = step()
    if (done.ok) continue
    privateFiles.remove(note.files)
    return done
  }
  const { words, windows } = privateFiles.renewal(state.value)
  return { ok: true, value: { credential_process: commandLine(words, windows) } }
}

/** Tools run in any folder. */
function withAbsolutePath(inputs: Inputs, { workspace }: Known['run']): Inputs {
  const { webIdentityTokenFile: path } = inputs
  const isRelative = path !== '' && !/^([/\\]|[a-z]:)/i.test(path)
  return isRelative ? { ...inputs, webIdentityTokenFile: `${workspace}/${path}` } : inputs
}
