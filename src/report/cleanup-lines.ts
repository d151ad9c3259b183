// What the post step says of the profile: where it was taken out, what was put back, and what was left as it is.
import { list, quote } from '../text.js'

interface Removed {
  profile: string
  from: readonly string[]
  restored: readonly string[]
  changed: readonly string[]
  large: readonly string[]
}

export function cleanupLines({ profile, from, restored, changed, large }: Removed): string[] {
  const line = (paths: readonly string[], words: (files: string) => string): string[] =>
    paths.length === 0 ? [] : [`Profile ${quote(profile)} ${words(list(paths))}`]
  return [
    ...line(from, (files) => `removed from ${files}`),
    ...line(restored, (files) => `put back in ${files} as it was before this step`),
    ...line(changed, (files) => `left as it is in ${files}: changed since this step wrote it`),
    ...line(
      large,
      (files) =>
        `not put back in ${files}: what it held before this step was too large to keep (more than 16 KiB)`,
    ),
  ]
}
