// One change of one profile in a text, for tests that look at that alone.
import type { ProfileFile } from '../../src/model.js'
import type { Settings } from '../../src/profile/ini.js'
import type { PreviousProfile } from '../../src/profile/previous-profile.js'
import { ProfileText } from '../../src/profile/profile-text.js'
import type { ProfileOddity } from '../../src/profile/sections.js'

export function oddIn(text: string, name: string, file: ProfileFile): ProfileOddity | undefined {
  return new ProfileText(text).odd(name, file)
}

export function lineOfSection(text: string, name: string, file: ProfileFile): number {
  return new ProfileText(text).lineOf(name, file)
}

export function settingsOf(text: string, name: string, file: ProfileFile): string | undefined {
  return new ProfileText(text).settings(name, file)
}

export function previousIn(
  text: string,
  name: string,
  file: ProfileFile,
): PreviousProfile | undefined {
  return new ProfileText(text).previous(name, file)
}

export function setSection(
  text: string,
  name: string,
  file: ProfileFile,
  settings: Settings,
): string {
  return changed(text, (whole) => whole.set(name, file, settings))
}

export function removeSection(text: string, name: string, file: ProfileFile): string {
  return changed(text, (whole) => whole.remove(name, file))
}

export function putBack(
  { text, untouched }: { text: string; untouched: boolean },
  name: string,
  file: ProfileFile,
  previous: PreviousProfile,
): string {
  return changed(text, (whole) => whole.putBack(name, file, previous, untouched))
}

function changed(text: string, change: (whole: ProfileText) => void): string {
  const whole = new ProfileText(text)
  change(whole)
  return whole.text() ?? ''
}
