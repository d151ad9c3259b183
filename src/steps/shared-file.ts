// AWS's shared files as the edits of several profiles see them: each is parsed once, and one failure is told for all.
import type { Failure, ProfileFile, ProfilePlace } from '../model.js'
import { ProfileText } from '../profile/profile-text.js'
import type { FileEdit } from '../world.js'

/** A change of one profile's section in one of the files. */
export interface SectionEdit {
  profile: string
  file: ProfileFile
  path: string
  /** Only asked where the profile's section can be told in the text. */
  edit(text: ProfileText): Failure | undefined
}

/** Told of each file when all its sections are as they are to be. */
type Told = (path: string, text: string | undefined) => void

/** One edit for each file. Of what fails in any of them, what came first in `all` is told, by the last one. */
export function fileEdits(all: readonly SectionEdit[], told: Told = () => {}): FileEdit[] {
  const failures = new Map<SectionEdit, Failure>()
  const files = [...Map.groupBy(all, ({ path }) => path).values()]
  return files.flatMap((edits, index) => {
    const [first] = edits
    if (!first) return []
    const { path, file } = first
    const edit: FileEdit['edit'] = (source) => {
      const text = new ProfileText(source)
      for (const one of edits) {
        const failure = failureOf(one, text)
        if (failure) failures.set(one, failure)
      }
      const value = text.text()
      told(path, value)
      if (index < files.length - 1) return { ok: true, value }
      const failure = toTell(all.flatMap((one) => failures.get(one) ?? []))
      return failure ? { ok: false, failure } : { ok: true, value }
    }
    return [{ path, file, edit }]
  })
}

function failureOf({ profile, file, path, edit }: SectionEdit, text: ProfileText) {
  const odd = text.odd(profile, file)
  const failure: Failure | undefined = odd && { kind: 'profile-odd', profile, path, ...odd }
  return failure ?? edit(text)
}

/** The first one; profiles that exist already are told all at once. */
function toTell([first, ...rest]: readonly Failure[]): Failure | undefined {
  if (first?.kind !== 'profile-exists') return first
  const others = new Map<string, ProfilePlace>()
  for (const one of rest) {
    if (one.kind !== 'profile-exists' || one.profile === first.profile) continue
    const { profile, path, line } = one
    if (!others.has(profile)) others.set(profile, { profile, path, line })
  }
  return others.size === 0 ? first : { ...first, others: [...others.values()] }
}
