// The profile: a session, or a way to fetch one, under a name in AWS's shared files, which are otherwise left as they are.
import { LARGEST_NOTE } from '../aws/limits.js'
import type { Failure, Inputs, Known, ProfileFile, Result, Session } from '../model.js'
import { commandLine } from '../profile/command.js'
import {
  lineOfSection,
  removeSection,
  type Settings,
  setSection,
  writtenAs,
} from '../profile/ini.js'
import { type PreviousProfile, previousIn, secretsIn } from '../profile/previous-profile.js'
import { processCredentials } from '../profile/process-credentials.js'
import { largeLine } from '../report/cleanup-lines.js'
import type { Run } from '../run/run.js'
import type { FileEdit, Runner, World } from '../world.js'
import type { ProfileNote } from './remove-profile.js'
import { stateText } from './renewal-state.js'
import { safeEdit } from './shared-file.js'

export interface WrittenProfile {
  paths: readonly string[]
  undo(): Promise<void>
}

/** Writes both files or neither, and tells the post step what, before the first of them is touched. */
export async function writeProfile(run: Run, session: Session): Promise<Result<WrittenProfile>> {
  const { world, inputs } = run
  const { profiles, privateFiles, runner } = world
  const note: ProfileNote = { profile: inputs.awsProfile, sections: [], created: [], files: [] }
  const remember = (): Result<void> =>
    inputs.cleanup ? runner.remember('profile', note) : { ok: true, value: undefined }
  const laid = inputs.renew ? createRenewalFiles(run, session, note, remember) : undefined
  if (laid?.ok === false) return laid
  const settings = settingsFor(inputs, session, laid?.value ?? {})
  const files = profiles.files()
  const edits = (['credentials', 'config'] as const).map((file) =>
    editToWrite(world, { inputs, file, path: files[file], settings: settings[file] }, note),
  )
  const clash = clashOf(inputs, files, settings)
  const changed = clash
    ? { ok: false as const, failure: clash }
    : await profiles.change(edits, remember)
  if (!changed.ok) {
    privateFiles.remove(note.files)
    return changed
  }
  const undo = async (): Promise<void> => {
    await changed.value.undo()
    privateFiles.remove(note.files)
  }
  const written = note.sections.filter(({ taken }) => !taken)
  return { ok: true, value: { paths: written.map(({ path }) => path), undo } }
}

type SettingsOfFiles = Readonly<Record<ProfileFile, Settings | undefined>>

/** A renewing profile holds no keys: botocore would take keys in the credentials file first. */
function settingsFor(
  { renew, region }: Inputs,
  { credentials }: Session,
  renewal: Settings,
): SettingsOfFiles {
  if (renew) return { credentials: undefined, config: { region, ...renewal } }
  return {
    credentials: {
      aws_access_key_id: credentials.accessKeyId.reveal(),
      aws_secret_access_key: credentials.secretAccessKey.reveal(),
      aws_session_token: credentials.sessionToken.reveal(),
    },
    config: { region },
  }
}

interface ProfileEdit {
  inputs: Inputs
  file: ProfileFile
  path: string
  settings: Settings | undefined
}

function editToWrite(
  { runner, profiles }: World,
  { inputs, file, path, settings }: ProfileEdit,
  note: ProfileNote,
): FileEdit {
  const { awsProfile: profile, overwriteAwsProfile } = inputs
  return safeEdit({ profile, file, path }, (text) => {
    const before = text ?? ''
    const line = lineOfSection(before, profile, file)
    if (line > 0 && !overwriteAwsProfile)
      return { ok: false, failure: { kind: 'profile-exists', profile, path, line } }
    if (!settings && line === 0) return { ok: true, value: text }
    const value = settings
      ? setSection(before, profile, file, settings)
      : removeSection(before, profile, file)
    const digest = profiles.digest(settings ? writtenAs(settings) : value)
    const previous = inputs.cleanup ? previousIn(before, profile, file) : undefined
    const taken = settings ? {} : { taken: true as const }
    note.sections.push({ path, file, digest, ...taken, ...keepPrevious(previous, note, runner) })
    if (text === undefined) note.created.push(path)
    return { ok: true, value }
  })
}

/** Somebody's secrets are masked before they are noted. */
function keepPrevious(
  previous: PreviousProfile | undefined,
  { profile, sections }: ProfileNote,
  runner: Runner,
): { previous?: PreviousProfile; large?: true } {
  if (!previous) return {}
  const all = JSON.stringify([...sections.map((section) => section.previous), previous])
  if (all.length > LARGEST_NOTE) {
    runner.info(largeLine(profile))
    return { large: true }
  }
  for (const secret of secretsIn(previous)) runner.mask(secret)
  return { previous }
}

/** Values that no line of such a file can hold, and two sections that would be one. */
function clashOf(
  { awsProfile: profile }: Inputs,
  files: Readonly<Record<ProfileFile, string>>,
  settings: SettingsOfFiles,
): Failure | undefined {
  const odd = (file: ProfileFile, problem: 'value' | 'one-file'): Failure => ({
    kind: 'profile-odd',
    profile,
    path: files[file],
    problem,
    line: 0,
  })
  const unfit = (['credentials', 'config'] as const).find((file) =>
    Object.values(settings[file] ?? {}).some((value) =>
      /[\p{Cc}\u2028\u2029]|^\s|\s$|^$/u.test(value),
    ),
  )
  if (unfit) return odd(unfit, 'value')
  const one = profile === 'default' && files.credentials === files.config && settings.credentials
  return one ? odd('config', 'one-file') : undefined
}

/**
 * State and first session, so that the first tool that asks needs no second call. The post step is told of both files
 * before they are there: whenever the job is cancelled, no live session stays behind.
 */
function createRenewalFiles(
  { world: { privateFiles, clock }, inputs, log }: Run,
  session: Session,
  note: ProfileNote,
  remember: () => Result<void>,
): Result<Settings> {
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
