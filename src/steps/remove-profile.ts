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
  const log: RemovalLog = { removed, other: 'theirs' }
  const edits = note.sections.map((section) => editToRemove(note, section, profiles.digest, log))
  // The last change first: both may be in one file.
  edits.reverse()
  const done = await profiles.change(edits)
  if (done.ok) return removed
  throw new Error(notRemovedText(note.profile, done.failure))
}

/** What is found on the way, told in the end. */
interface RemovalLog {
  removed: Removed
  /**
   * The section that goes with one that was taken out. `unwritten`: as it was before, since the main step was killed
   * between the two files.
   */
  other: 'ours' | 'unwritten' | 'theirs'
}

function editToRemove(
  { profile, created, files }: ProfileNote,
  { path, file, digest, taken, previous, large }: Noted,
  digestOf: Profiles['digest'],
  log: RemovalLog,
): FileEdit {
  const { removed } = log
  return safeEdit({ profile, file, path }, (text) => {
    const settings = text === undefined ? text : settingsOf(text, profile, file)
    const untouched = text !== undefined && digestOf(text) === digest
    const isOurs = taken
      ? settings === undefined && (log.other === 'ours' || (log.other === 'unwritten' && untouched))
      : settings !== undefined && digestOf(settings) === digest
    // The main step may have put it back itself.
    const asBefore = previous && isSameProfile(previous, previousIn(text ?? '', profile, file))
    // Settings that the job has added to ours: it is our profile still, and nobody else's.
    if (!taken && (isOurs || files.some((one) => settings?.includes(one)))) log.other = 'ours'
    else if (!taken && (asBefore || !(previous || large || settings))) log.other = 'unwritten'
    if (text === undefined || !isOurs) {
      const list = text === undefined ? removed.gone : previous ? removed.lost : removed.changed
      if (!asBefore && (previous || settings !== undefined)) list.push(path)
      return { ok: true, value: text }
    }
    if (large) removed.large.push(path)
    if (previous) {
      removed.restored.push(path)
      return {
        ok: true,
        value: putBack({ text, untouched }, profile, file, previous),
      }
    }
    if (taken) return { ok: true, value: text }
    removed.from.push(path)
    const rest = removeSection(text, profile, file)
    return { ok: true, value: rest === '' && created.includes(path) ? undefined : rest }
  })
}
