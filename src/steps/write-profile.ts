// The profile: a session, or a way to fetch one, under a name in AWS's shared files, which are otherwise left as they are.
import { LARGEST_NOTE } from '../aws/limits.js'
import type { Inputs, ProfileFile, Result } from '../model.js'
import {
  lineOfSection,
  removeSection,
  type Settings,
  setSection,
  writtenAs,
} from '../profile/ini.js'
import { type PreviousProfile, previousIn, secretsIn } from '../profile/previous-profile.js'
import { largeLine } from '../report/cleanup-lines.js'
import type { SignedRun } from '../run/run.js'
import type { FileEdit, Runner, World } from '../world.js'
import { createRenewalFiles } from './lay-renewal.js'
import { noteName, type ProfileNote } from './profile-note.js'
import { clashOf, FILES, type SettingsOfFiles, settingsFor } from './profile-settings.js'
import { safeEdit } from './shared-file.js'

export interface WrittenProfiles {
  paths: readonly string[]
  undo(): Promise<void>
}

/** One profile on its way. */
interface Laid {
  signed: SignedRun
  note: ProfileNote
  settings: SettingsOfFiles
}

/** Writes all profiles to both files or none, and tells the post step what, before the first file is touched. */
export async function writeProfiles(
  world: World,
  all: readonly SignedRun[],
): Promise<Result<WrittenProfiles>> {
  const { profiles, privateFiles } = world
  const notes: ProfileNote[] = []
  const removeFiles = (): void => privateFiles.remove(notes.flatMap((note) => note.files))
  const laid = layAll(world, all, notes)
  const files = profiles.files()
  const changed = laid.ok
    ? await profiles.change(editsFor(world, laid.value, files), () =>
        rememberAll(world, laid.value),
      )
    : laid
  if (!changed.ok) {
    removeFiles()
    return changed
  }
  const undo = async (): Promise<void> => {
    await changed.value.undo()
    removeFiles()
  }
  const written = notes.flatMap(({ sections }) => sections.filter(({ taken }) => !taken))
  return { ok: true, value: { paths: [...new Set(written.map(({ path }) => path))], undo } }
}

/** What is to be written for each; the files that renewing profiles work from are there then. */
function layAll(world: World, all: readonly SignedRun[], notes: ProfileNote[]): Result<Laid[]> {
  const laid: Laid[] = []
  for (const signed of all) {
    const { inputs } = signed.run
    const note: ProfileNote = { profile: inputs.awsProfile, sections: [], created: [], files: [] }
    notes.push(note)
    const remember = (): Result<void> => rememberNote(world, signed, note, notes.length)
    const renewal = inputs.renew ? createRenewalFiles(signed, note, remember) : undefined
    if (renewal?.ok === false) return renewal
    const settings = settingsFor(inputs, signed.session, renewal?.value ?? {})
    const clash = clashOf(inputs, world.profiles.files(), settings)
    if (clash) return { ok: false, failure: clash }
    laid.push({ signed, note, settings })
  }
  return { ok: true, value: laid }
}

function rememberAll(world: World, all: readonly Laid[]): Result<void> {
  for (const [index, { signed, note }] of all.entries()) {
    const noted = rememberNote(world, signed, note, index + 1)
    if (!noted.ok) return noted
  }
  return { ok: true, value: undefined }
}

/** `number`: from 1. */
function rememberNote(
  { runner }: World,
  { run }: SignedRun,
  note: ProfileNote,
  number: number,
): Result<void> {
  return run.inputs.cleanup
    ? runner.remember(noteName(number), note)
    : { ok: true, value: undefined }
}

function editsFor(
  world: World,
  all: readonly Laid[],
  files: Readonly<Record<ProfileFile, string>>,
): FileEdit[] {
  const notes = all.map(({ note }) => note)
  return all.flatMap(({ signed: { run }, note, settings }) =>
    FILES.map((file) =>
      editToWrite(
        world,
        { inputs: run.inputs, file, path: files[file], settings: settings[file] },
        note,
        notes,
      ),
    ),
  )
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
  notes: readonly ProfileNote[],
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
    note.sections.push({
      path,
      file,
      digest,
      ...taken,
      ...keepPrevious(previous, profile, notes, runner),
    })
    if (text === undefined) note.created.push(path)
    return { ok: true, value }
  })
}

/** Somebody's secrets are masked before they are noted; all notes together have room for so much. */
function keepPrevious(
  previous: PreviousProfile | undefined,
  profile: string,
  notes: readonly ProfileNote[],
  runner: Runner,
): { previous?: PreviousProfile; large?: true } {
  if (!previous) return {}
  const kept = notes.flatMap(({ sections }) => sections.map((section) => section.previous))
  const all = JSON.stringify([...kept, previous])
  if (all.length > LARGEST_NOTE) {
    runner.info(largeLine(profile))
    return { large: true }
  }
  for (const secret of secretsIn(previous)) runner.mask(secret)
  return { previous }
}
