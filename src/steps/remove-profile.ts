// The profile taken out again, after the job, and what it had replaced put back: only where it still is as the main step wrote it.

import { isSameProfile } from '../profile/previous-profile.js'
import type { ProfileText } from '../profile/profile-text.js'
import { notRemovedText, type Removed } from '../report/cleanup-lines.js'
import type { PrivateFiles, Profiles, Runner } from '../world.js'
import { type NotedSection, type ProfileNote, recallNotes } from './profile-note.js'
import { fileEdits, type SectionEdit } from './shared-file.js'

/** One for each profile that the main step has written. Throws where a file cannot be changed: the door's to warn of. */
export async function removeProfiles(
  runner: Runner,
  profiles: Profiles,
  privateFiles: PrivateFiles,
): Promise<Removed[]> {
  const notes = recallNotes(runner)
  if (notes.length === 0) return []
  privateFiles.remove(notes.flatMap(({ files }) => files))
  const left = asLeft(profiles.digest)
  const all = notes.map((note) => removalOf(note, profiles.digest, left))
  const done = await profiles.change(
    // The last change first: both may be in one file.
    fileEdits(all.flatMap(({ edits }) => edits).reverse()),
  )
  if (done.ok) return all.map(({ removed }) => removed)
  throw new Error(
    notRemovedText(
      notes.map(({ profile }) => profile),
      done.failure,
    ),
  )
}

/** Whether a text is as the main step has left it, and whatever it had done there has been undone exactly. */
interface AsLeft {
  is(text: ProfileText, digest: string): boolean
  /** Something of it stays. */
  leave(text: ProfileText): void
}

/** Each text is digested once. */
function asLeft(digestOf: Profiles['digest']): AsLeft {
  const digests = new Map<ProfileText, string>()
  return {
    is(text, digest) {
      const own = digests.get(text) ?? digestOf(text.source ?? '')
      digests.set(text, own)
      return own === digest
    },
    leave: (text) => void digests.set(text, ''),
  }
}

function removalOf(
  note: ProfileNote,
  digestOf: Profiles['digest'],
  left: AsLeft,
): { removed: Removed; edits: SectionEdit[] } {
  const removed = {
    profile: note.profile,
    from: [],
    restored: [],
    changed: [],
    lost: [],
    gone: [],
    large: [],
  }
  const log: RemovalLog = { removed, left, other: 'theirs' }
  return {
    removed,
    edits: note.sections.map((section) => editToRemove(note, section, digestOf, log)),
  }
}

/** What is found on the way, told in the end. */
interface RemovalLog {
  removed: Removed
  left: AsLeft
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
): SectionEdit {
  const { removed, left } = log
  const edit = (text: ProfileText): undefined => {
    const settings = text.settings(profile, file)
    const untouched = taken === true && text.isThere && left.is(text, digest)
    const isOurs = taken
      ? settings === undefined && (log.other === 'ours' || (log.other === 'unwritten' && untouched))
      : settings !== undefined && digestOf(settings) === digest
    // The main step may have put it back itself.
    const asBefore = previous && isSameProfile(previous, text.previous(profile, file))
    // Settings that the job has added to ours: it is our profile still, and nobody else's.
    if (!taken && (isOurs || files.some((one) => settings?.includes(one)))) log.other = 'ours'
    else if (!taken && (asBefore || !(previous || large || settings))) log.other = 'unwritten'
    if (!isOurs || large) left.leave(text)
    if (!text.isThere || !isOurs) {
      const list = !text.isThere ? removed.gone : previous ? removed.lost : removed.changed
      if (!asBefore && (previous || settings !== undefined)) list.push(path)
      return
    }
    if (large) removed.large.push(path)
    if (previous) {
      removed.restored.push(path)
      text.putBack(profile, file, previous, untouched)
      return
    }
    if (taken) return
    removed.from.push(path)
    text.remove(profile, file)
    if (text.isEmpty && created.includes(path)) text.isThere = false
  }
  return { profile, file, path, edit }
}
