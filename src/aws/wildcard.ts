// Patterns with `*` (any characters, also none) and `?` (exactly one), as IAM's StringLike and `expected-claims` have them.

/**
 * Whether `pattern` covers the whole of `text`, letter case counting. Backs up to the last `*` only, so the
 * time is at most length times length, whatever the pattern.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let at = 0
  let next = 0
  let star = -1
  let retry = 0
  while (next < text.length) {
    if (pattern[at] === '*') {
      star = at++
      retry = next
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === text[next])) {
      at++
      next++
    } else if (star >= 0) {
      at = star + 1
      next = ++retry
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}
