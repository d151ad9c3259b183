// What the post step says of the profile: where it was taken out, what was put back, and what was left as it is.
import { IN_WORDS } from '../aws/limits.js'
import type { Failure } from '../model.js'
import { list, listAtMost, quote } from '../text.js'
import { errorCode } from '../words.js'

export interface Removed {
  profile: string
  /** Files that it was taken out of. */
  from: string[]
  /** Files in which it is again as it was before. */
  restored: string[]
  /** Files in which somebody has changed it since. */
  changed: string[]
  /** The same, where it held something before this step. */
  lost: string[]
  /** Files that somebody has taken away since. */
  gone: string[]
  /** Files that held more before than could be kept. */
  large: string[]
}

/** Said when it is replaced: after the job it is too late to save it. */
export function largeLine(profile: string): string {
  return `What profile ${quote(profile)} held is too large to keep (more than ${IN_WORDS.largestNote}): the post step cannot put it back`
}

/** Why it could not be taken out, for the post step's warning: no cause speaks there. */
export function notRemovedText(profiles: readonly string[], failure: Failure): string {
  const place =
    failure.kind === 'file'
      ? `${failure.path}: ${errorCode(failure)}`
      : failure.kind === 'profile-odd'
        ? `${failure.path}, line ${failure.line}: ${failure.problem}`
        : ''
  const what = profiles.length === 1 ? 'profile' : 'profiles'
  return `${what} ${listAtMost(profiles, 3)}, ${place}`
}

/** What befell several profiles in the same way is told once. */
export function cleanupLines(all: readonly Removed[]): string[] {
  const told = all.flatMap((removed) =>
    (Object.keys(FATES) as Fate[]).flatMap((fate) => {
      const files = list([...new Set(removed[fate])])
      return removed[fate].length > 0 ? [{ fate, files, profile: removed.profile }] : []
    }),
  )
  const same = Map.groupBy(told, ({ fate, files }) => JSON.stringify([fate, files]))
  return [...same.values()].flatMap((group) => {
    const [first] = group
    const names = group.map(({ profile }) => profile)
    const what = names.length === 1 ? 'Profile' : 'Profiles'
    return first ? [`${what} ${listAtMost(names, MOST)} ${FATES[first.fate](first.files)}`] : []
  })
}

/** Names in a line. */
const MOST = 5

type Fate = Exclude<keyof Removed, 'profile'>

const FATES: Readonly<Record<Fate, (files: string) => string>> = {
  from: (files) => `removed from ${files}`,
  restored: (files) => `put back in ${files} as it was before this step`,
  changed: (files) => `left as it is in ${files}: changed since this step wrote it`,
  lost: (files) =>
    `left as it is in ${files}: changed since this step wrote it; what it held before this step was not put back`,
  gone: (files) => `not put back: ${files} is gone since this step wrote it`,
  large: (files) =>
    `not put back in ${files}: what it held before this step was too large to keep (more than ${IN_WORDS.largestNote})`,
}
