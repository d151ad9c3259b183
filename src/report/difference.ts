// Two values that should fit each other as two lines, cut so that what differs is in sight on a narrow screen too.
import type { Block, Side } from '../model.js'
import { commonLength } from '../text.js'

type Difference = Extract<Block, { show: 'difference' }>

/** A phone of 390 px shows some 37 characters of a fence: the label takes up to 12 of them. */
const BEFORE = 14
const AFTER = 48
/** What such a fence has beside sign, ellipsis and the blanks between them. */
const NARROW = 31
const MOST_ALSO = 2

/** `- policy: …heads/maintenance  (also …heads/release)` and `+ job:    …heads/main`. */
export function differenceLines({ wanted, actual }: Difference): [string, string] {
  const width = Math.max(wanted.label.length, actual.label.length) + 1
  const after = Math.max(...[wanted, actual].map(({ value, at }) => value.length - at))
  // Both begin at the same distance, and show more of what they share where little comes after it.
  const before = Math.max(BEFORE, NARROW - width - after)
  const line = (sign: string, side: Side): string =>
    `${sign} ${`${side.label}:`.padEnd(width)} ${cut(side.value, side.at, before)}${alsoText(side)}`
  return [line('-', wanted), line('+', actual)]
}

function alsoText({ value, at, also = [] }: Side): string {
  if (also.length === 0) return ''
  // Where each parts from the beginning that `value` shares with the other side.
  const shown = also
    .slice(0, MOST_ALSO)
    .map((one) => cut(one, Math.min(at, commonLength(one, value))))
  const more = also.length > MOST_ALSO ? `, ${also.length - MOST_ALSO} more` : ''
  return `  (also ${shown.join(', ')}${more})`
}

/** The place that differs with a little before it, from the beginning of a part on where one is near. */
function cut(text: string, at: number, before = BEFORE): string {
  const from = wholeAt(text, startOf(text, at, before))
  const end = wholeAt(text, Math.min(text.length, Math.max(at, 0) + AFTER))
  return `${from > 0 ? '…' : ''}${visible(text.slice(from, end))}${end < text.length ? '…' : ''}`
}

function startOf(text: string, at: number, most: number): number {
  if (at <= most) return 0
  const before = text.slice(at - most, at - 1)
  return at - most + Math.max(0, before.search(/[/:]/))
}

/** Where to cut instead of between the two halves of a surrogate pair. */
function wholeAt(text: string, at: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, at - 1), at + 1))
    ? at - 1
    : at
}

/** Character by character, so that nothing invisible makes two values look alike. */
function visible(text: string): string {
  return text.replace(
    /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]/gu,
    (found) => SIGNS.get(found) ?? '\ufffd',
  )
}

/** What a value really ends in by a slip, and a person has a name for. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  [' ', '␠'],
  ['\n', '␊'],
  ['\r', '␍'],
  ['\t', '␉'],
])
