// The profile taken out again, after the job: only where it still is as the main step wrote it.
import { removeSection, settingsOf } from '../profile/ini.js'
import type { ProfileFile } from '../profile/name.js'
import { quote } from '../text.js'
import type { FileEdit, PrivateFiles, Profiles, Runner } from '../world.js'
import { safeEdit } from './shared-file.js'

/** What the main step leaves for the post step; without secrets. */
export interface ProfileNote {
  profile: string
  sections: { path: string; file: ProfileFile; digest: string }[]
  /** Files that were not there before. */
  created: string[]
  /** Files of a renewing profile. */
  files: string[]
}

export interface Removed {
  profile: string
  /** Files that it was taken out of. */
  from: readonly string[]
  /** Files in which somebody has changed it since. */
  changed: readonly string[]
}

/** undefined where the main step has written no profile. Throws where a file cannot be changed: the door's to warn of. */
export async function removeProfile(
  runner: Runner,
  profiles: Profiles,
  privateFiles: PrivateFiles,
): Promise<Removed | undefined> {
  const note = runner.recall('profile') as ProfileNote | undefined
  if (!note) return undefined
  privateFiles.remove(note.files.flatMap((path) => [path, `${path}.lock`]))
  const removed = { profile: note.profile, from: [] as string[], changed: [] as string[] }
  const edits = note.sections.map((section) => edited(note, section, profiles.digest, removed))
  const done = await profiles.change(edits)
  if (done.ok) return removed
  const { failure } = done
  const reason = failure.kind === 'file' ? `${failure.path}: ${failure.code}` : ''
  const odd =
    failure.kind === 'profile-odd'
      ? `${failure.path}, line ${failure.line}: ${failure.problem}`
      : ''
  throw new Error(`profile ${quote(note.profile)}, ${reason || odd}`)
}

function edited(
  { profile, created }: ProfileNote,
  { path, file, digest }: ProfileNote['sections'][number],
  digestOf: Profiles['digest'],
  removed: { from: string[]; changed: string[] },
): FileEdit {
  return safeEdit({ profile, file, path }, (text) => {
    const settings = text === undefined ? text : settingsOf(text, profile, file)
    if (text === undefined || settings === undefined) return { ok: true, value: text }
    if (digestOf(settings) !== digest) {
      removed.changed.push(path)
      return { ok: true, value: text }
    }
    removed.from.push(path)
    const rest = removeSection(text, profile, file)
    return { ok: true, value: rest === '' && created.includes(path) ? undefined : rest }
  })
}
