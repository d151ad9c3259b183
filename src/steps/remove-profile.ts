// The profile taken out again, after the job, and what it had replaced put back: only where it still is as the main step wrote it.

import type { ProfileFile } from '../model.js'
import { removeSection, settingsOf } from '../profile/ini.js'
import {
  isSameProfile,
  type PreviousProfile,
  previousIn,
  putBack,
} from '../profile/previous-profile.js'
import { notRemovedText, type Removed } from '../report/cleanup-lines.js'
import type { FileEdit, PrivateFiles, Profiles, Runner } from '../world.js'
import { safeEdit } from './shared-file.js'

interface Noted {
  path: string
  file: ProfileFile
  /** Of our settings; of the whole text where the section was taken out. */
  digest: string
  /** No section is ours: a renewing profile has none in the credentials file. */
  taken?: true
  /** What was there before, and whether it was too large for the note. */
  previous?: PreviousProfile
  large?: true
}

/** What the main step leaves for the post step; without secrets of ours. */
export interface ProfileNote {
  profile: string
  sections: Noted[]
  /** Files that were not there before. */
  created: string[]
  /** Files of a renewing profile. */
  files: string[]
}

/** undefined where the main step has written no profile. Throws where a file cannot be changed: the door's to warn of. */
export async function removeProfile(
  runner: Runner,
  profiles: Profiles,
  privateFiles: PrivateFiles,
): Promise<Removed | undefined> {
  const note = runner.recall('profile') as ProfileNote | undefined
  if (!note) return undefined
  privateFiles.remove(note.files)
  const removed = {
    profile: note.profile,
    from: [],
    restored: [],
    changed: [],
    lost: [],
    gone: [],
    large: [],
  }
  const extended = new Set<string>()
  const edits = note.sections.map((section) =>
    editToRemove(note, section, profiles.digest, { removed, extended }),
  )
  // The last change first: both may be in one file.
  edits.reverse()
  const done = await profiles.change(edits)
  if (done.ok) return removed
  throw new Error(notRemovedText(note.profile, done.failure))
}

/** What is found on the way, told in the end. */
interface RemovalLog {
  removed: Removed
  /** Profiles to which the job has added settings. */
  extended: Set<string>
}

function editToRemove(
  { profile, created, files }: ProfileNote,
  { path, file, digest, taken, previous, large }: Noted,
  digestOf: Profiles['digest'],
  { removed, extended }: RemovalLog,
): FileEdit {
  return safeEdit({ profile, file, path }, (text) => {
    const settings = text === undefined ? text : settingsOf(text, profile, file)
    const isOurs = taken
      ? settings === undefined &&
        (removed.from.length + removed.restored.length > 0 || extended.has(profile))
      : settings !== undefined && digestOf(settings) === digest
    // Settings that the job has added to ours: it is our profile still, and nobody else's.
    if (!taken && !isOurs && files.some((one) => settings?.includes(one))) extended.add(profile)
    if (text === undefined || !isOurs) {
      // The main step may have put it back itself.
      const asBefore = previous && isSameProfile(previous, previousIn(text ?? '', profile, file))
      const list = text === undefined ? removed.gone : previous ? removed.lost : removed.changed
      if (!asBefore && (previous || settings !== undefined)) list.push(path)
      return { ok: true, value: text }
    }
    if (large) removed.large.push(path)
    if (previous) {
      removed.restored.push(path)
      return {
        ok: true,
        value: putBack({ text, untouched: digestOf(text) === digest }, profile, file, previous),
      }
    }
    if (taken) return { ok: true, value: text }
    removed.from.push(path)
    const rest = removeSection(text, profile, file)
    return { ok: true, value: rest === '' && created.includes(path) ? undefined : rest }
  })
}
