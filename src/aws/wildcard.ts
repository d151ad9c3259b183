// Patterns with `*` (any characters, also none) and `?` (exactly one), as IAM's StringLike and `expected-claims` have them.

/** It has one of the two in it. */
export function isWild(pattern: string): boolean {
  return /[*?]/.test(pattern)
}

/** Places of a pattern that are looked at in one step: the bits of one number. */
const WORD = 32

/** What `matchesWildcard` takes for two texts of these lengths, in steps. */
export function wildcardSteps(pattern: number, text: number): number {
  return pattern + text * Math.ceil((pattern + 1) / WORD)
}

/**
 * Whether `pattern` covers the whole of `text`, letter case counting. What stands between two stars is looked for from
 * the left, at all its places at once (the shift-and algorithm), so that no pattern makes it start again.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  const [head = '', ...rest] = pattern.split('*')
  const tail = rest.pop()
  if (tail === undefined) return head.length === text.length && fitsAt(head, text, 0)
  const end = text.length - tail.length
  if (head.length > end || !fitsAt(head, text, 0) || !fitsAt(tail, text, end)) return false
  let from = head.length
  for (const part of rest) {
    from = endOfFirst(part, text, from, end)
    if (from < 0) return false
  }
  return true
}

/** Whether the part without stars stands there. */
function fitsAt(part: string, text: string, from: number): boolean {
  for (let at = 0; at < part.length; at++)
    if (part[at] !== '?' && part[at] !== text[from + at]) return false
  return true
}

/** Where the first `part` between two places of the text ends; -1 where there is none. */
function endOfFirst(part: string, text: string, from: number, to: number): number {
  if (part.length > to - from) return -1
  if (part === '') return from
  const masks = masksOf(part)
  const any = masks.get('?') ?? new Int32Array(0)
  const last = part.length - 1
  const begun = new Int32Array(any.length)
  for (let at = from; at < to; at++) {
    const fits = masks.get(text[at] ?? '') ?? any
    let carry = 1
    for (let word = 0; word < begun.length; word++) {
      const bits = begun[word] ?? 0
      begun[word] = ((bits << 1) | carry) & (fits[word] ?? 0)
      carry = bits >>> (WORD - 1)
    }
    if (isSet(begun, last)) return at + 1
  }
  return -1
}

/** For each character of `part`, the places that it fits; those of `?` fit every character. */
function masksOf(part: string): Map<string, Int32Array> {
  const any = new Int32Array(Math.ceil(part.length / WORD))
  for (let at = 0; at < part.length; at++) if (part[at] === '?') set(any, at)
  const masks = new Map([['?', any]])
  for (let at = 0; at < part.length; at++) {
    const sign = part[at] ?? ''
    if (sign === '?') continue
    const own = masks.get(sign) ?? any.slice()
    set(own, at)
    masks.set(sign, own)
  }
  return masks
}

function set(bits: Int32Array, at: number): void {
  bits[Math.floor(at / WORD)] = (bits[Math.floor(at / WORD)] ?? 0) | (1 << (at % WORD))
}

function isSet(bits: Int32Array, at: number): boolean {
  return (((bits[Math.floor(at / WORD)] ?? 0) >>> (at % WORD)) & 1) === 1
}
