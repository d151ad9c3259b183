// What the post step says of the profile: where it was taken out, what was put back, and what was left as it is.
import { IN_WORDS } from '../aws/limits.js'
import type { Failure } from '../model.js'
import { list, quote } from '../text.js'
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
export function notRemovedText(profile: string, failure: Failure): string {
  const place =
    failure.kind === 'file'
      ? `${failure.path}: ${errorCode(failure)}`
      : failure.kind === 'profile-odd'
        ? `${failure.path}, line ${failure.line}: ${failure.problem}`
        : ''
  return `profile ${quote(profile)}, ${place}`
}

export function cleanupLines(removed: Removed): string[] {
  const { profile, from, restored, changed, lost, gone, large } = removed
  const line = (paths: readonly string[], words: (files: string) => string): string[] =>
    paths.length === 0 ? [] : [`Profile ${quote(profile)} ${words(list([...new Set(paths)]))}`]
  return [
    ...line(from, (files) => `removed from ${files}`),
    ...line(restored, (files) => `put back in ${files} as it was before this step`),
    ...line(changed, (files) => `left as it is in ${files}: changed since this step wrote it`),
    ...line(
      lost,
      (files) =>
        `left as it is in ${files}: changed since this step wrote it; what it held before this step was not put back`,
    ),
    ...line(gone, (files) => `not put back: ${files} is gone since this step wrote it`),
    ...line(
      large,
      (files) =>
        `not put back in ${files}: what it held before this step was too large to keep (more than ${IN_WORDS.largestNote})`,
    ),
  ]
}
