// The profile: a session, or a way to fetch one, under a name in AWS's shared files, which are otherwise left as they are.
import { LARGEST_NOTE, LARGEST_NOTES } from '../aws/limits.js'
import type { Failure, Inputs, ProfileFile, Result } from '../model.js'
import { type Settings, writtenAs } from '../profile/ini.js'
import { type PreviousProfile, secretsIn } from '../profile/previous-profile.js'
import { largeLine } from '../report/cleanup-lines.js'
import type { SignedRun } from '../run/run.js'
import type { FileEdit, Runner, World } from '../world.js'
import { createRenewalFiles } from './lay-renewal.js'
import { type NotedSection, noteName, type ProfileNote } from './profile-note.js'
import { clashOf, FILES, type SettingsOfFiles, settingsFor } from './profile-settings.js'
import { fileEdits, type SectionEdit } from './shared-file.js'

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
  const room: Room = { left: LARGEST_NOTES, runner: world.runner }
  const edits = all.flatMap(({ signed: { run }, note, settings }) =>
    FILES.map((file) => {
      const place = { file, path: files[file], settings: settings[file] }
      return editToWrite(world, { inputs: run.inputs, ...place }, note, room)
    }),
  )
  const notes = all.map(({ note }) => note)
  return fileEdits(edits, (path, text) => {
    const digest = world.profiles.digest(text ?? '')
    for (const section of notes.flatMap(({ sections }) => sections))
      if (section.taken && section.path === path) section.digest = digest
  })
}

interface ProfileEdit {
  inputs: Inputs
  file: ProfileFile
  path: string
  settings: Settings | undefined
}

function editToWrite(
  { profiles }: World,
  { inputs, file, path, settings }: ProfileEdit,
  note: ProfileNote,
  room: Room,
): SectionEdit {
  const { awsProfile: profile, overwriteAwsProfile } = inputs
  const edit: SectionEdit['edit'] = (text) => {
    const line = text.lineOf(profile, file)
    const failure: Failure = { kind: 'profile-exists', profile, path, line }
    if (line > 0 && !overwriteAwsProfile) return failure
    if (!settings && line === 0) return undefined
    const previous = inputs.cleanup ? text.previous(profile, file) : undefined
    const kept = keepPrevious(previous, note, room)
    if (!kept) return { ...failure, unkept: true }
    if (!text.isThere) note.created.push(path)
    if (settings) {
      note.sections.push({ path, file, digest: profiles.digest(writtenAs(settings)), ...kept })
      text.set(profile, file, settings)
    } else {
      // The digest of the whole text is known when all profiles are in it.
      note.sections.push({ path, file, digest: '', taken: true, ...kept })
      text.remove(profile, file)
    }
    return undefined
  }
  return { profile, file, path, edit }
}

/** What all notes together have room for. */
interface Room {
  left: number
  runner: Runner
}

/** Somebody's secrets are masked before they are noted. undefined: with it, the notes would be too large. */
function keepPrevious(
  previous: PreviousProfile | undefined,
  { profile, sections }: ProfileNote,
  room: Room,
): Pick<NotedSection, 'previous' | 'large'> | undefined {
  if (!previous) return {}
  const kept = sections.map((section) => section.previous)
  const { runner } = room
  if (JSON.stringify([...kept, previous]).length > LARGEST_NOTE) {
    runner.info(largeLine(profile))
    return { large: true }
  }
  room.left -= mostBytes(JSON.stringify(previous))
  if (room.left < 0) return undefined
  for (const secret of secretsIn(previous)) runner.mask(secret)
  return { previous }
}

/** In UTF-8, of which no UTF-16 code unit takes more than three. */
function mostBytes(text: string): number {
  return text.replace(/[^\p{ASCII}]/gu, (one) => '   '.repeat(one.length)).length
}
