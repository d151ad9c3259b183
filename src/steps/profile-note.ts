// What the main step leaves for the post step of each profile that it writes; without secrets of ours.
import type { ProfileFile } from '../model.js'
import type { PreviousProfile } from '../profile/previous-profile.js'
import type { Runner } from '../world.js'

export interface NotedSection {
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

export interface ProfileNote {
  profile: string
  sections: NotedSection[]
  /** Files that were not there before. */
  created: string[]
  /** Files of a renewing profile. */
  files: string[]
}

/** Each note is a variable of its own (Windows: 32,767 characters); `number` from 1. */
export function noteName(number: number): string {
  return number === 1 ? 'profile' : `profile-${number}`
}

/** In the order in which they were written. */
export function recallNotes(runner: Runner): ProfileNote[] {
  const notes: ProfileNote[] = []
  for (;;) {
    const note = runner.recall(noteName(notes.length + 1)) as ProfileNote | undefined
    if (!note) return notes
    notes.push(note)
  }
}
