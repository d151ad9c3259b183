// The profile taken out again, after the job, and what it had replaced put back: only where it still is as the main step wrote it.

import { removeSection, settingsOf } from '../profile/ini.js'
import { isSameProfile, previousIn, putBack } from '../profile/previous-profile.js'
import { notRemovedText, type Removed } from '../report/cleanup-lines.js'
import type { FileEdit, PrivateFiles, Profiles, Runner } from '../world.js'
import { type NotedSection, type ProfileNote, recallNotes } from './profile-note.js'
import { safeEdit } from './shared-file.js'

/** One for each profile that the main step has written. Throws where a file cannot be changed: the door's to warn of. */
export async function removeProfiles(
  runner: Runner,
  profiles: Profiles,
  privateFiles: PrivateFiles,
): Promise<Removed[]> {
  const notes = recallNotes(runner)
  if (notes.length === 0) return []
  privateFiles.remove(notes.flatMap(({ files }) => files))
  const all = notes.map((note) => removalOf(note, profiles.digest))
  const done = await profiles.change(
    // The last change first: both may be in one file.
    all.flatMap(({ edits }) => edits).reverse(),
  )
  if (done.ok) return all.map(({ removed }) => removed)
  throw new Error(
    notRemovedText(
      notes.map(({ profile }) => profile),
      done.failure,
    ),
  )
}

function removalOf(
  note: ProfileNote,
  digestOf: Profiles['digest'],
): { removed: Removed; edits: FileEdit[] } {
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
  return {
    removed,
    edits: note.sections.map((section) => editToRemove(note, section, digestOf, log)),
  }
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
  { path, file, digest, taken, previous, large }: NotedSection,
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
