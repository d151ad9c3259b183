// Arbitraries that change real samples: of a text its letters, words and lines, of a JSON value its members.
import fc from 'fast-check'

/** What parsers, pages, shells and the runner's log may stumble over. */
export const STRANGE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  '\r',
  '\r\n',
  '\n',
  '\t',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\udfff',
  '\u{1f600}',
  'é'.normalize('NFD'),
  '::error::x',
  '\n::set-env name=A::b',
  '##[add-mask]x',
  '%0A::warning::x',
  '```\n',
  '</details>',
  '<!--',
  '|',
  '$',
  '$(id)',
  `\${`,
  `\${{ secrets.A }}`,
  `\${Account}`,
  `\${aws:username}`,
  '{{ x }}',
  '<<: *a',
  '&a',
  '*a',
  '*',
  '?',
  '**',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'true',
  '-0',
  '1e999',
  '99999999999999999999',
  '9'.repeat(400),
  'Infinity',
  'NaN',
  '"',
  "'",
  '\\',
  '\\u0000',
  '[',
  ']',
  '{',
  '}',
  ':',
  ': ',
  ',',
  '#',
  ';',
  '=',
  '- ',
  '!!binary ',
  '!Sub ',
  'eyJhbGciOiJub25lIn0.e30.',
  'arn:aws:iam::111122223333:role/x',
  'x'.repeat(3000),
  '*a'.repeat(400),
  '['.repeat(2000),
  '{"a":'.repeat(1000),
]

/** Names that every object of JavaScript has, and numbers that none can hold. */
const MEANT_NAMES = ['__proto__', 'constructor', 'toString', 'valueOf', '9'.repeat(400), '0', '-1']

/** Its values are made anew at each use: what is put into a sample may be changed there. */
const STRANGE_VALUES = (): unknown[] => [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  {},
  [[]],
  [null],
  { '': '' },
  JSON.parse('{"__proto__": {"a": 1}}'),
  { Ref: 'A' },
  { 'Fn::Sub': `\${A}` },
  { 'Fn::If': ['A', 'b', { Ref: 'AWS::NoValue' }] },
  { 'Fn::GetAtt': 'A.B' },
  ...STRANGE_TEXTS,
]

const PLACE = fc.nat(0xffff)
/** What is done, where, for how long, and with which of the strange ones. */
type Change = readonly [what: number, at: number, size: number, other: number]
const CHANGE = fc.tuple(fc.nat(99), PLACE, fc.nat(40), PLACE)
/** Mostly few: what is changed all over is refused at once. */
const CHANGES = fc.oneof(
  { weight: 4, arbitrary: fc.array(CHANGE, { minLength: 1, maxLength: 2 }) },
  { weight: 1, arbitrary: fc.array(CHANGE, { maxLength: 6 }) },
)
/** A text does not grow without end: how the code stands up to long ones is another question (growth.ts). */
const LONGEST = 150_000

const oneOf = <T>(all: readonly T[], n: number): T => all[n % all.length] as T

type Edit = (text: string, change: Change, samples: readonly string[]) => string

const cut = (text: string, from: number, to: number, between = ''): string =>
  text.slice(0, from) + between + text.slice(to)

/** `edit` of the lines. */
const byLine =
  (edit: (lines: string[], at: number, change: Change) => string[]): Edit =>
  (text, change) => {
    const lines = text.split('\n')
    return edit(lines, change[1] % lines.length, change).join('\n')
  }

/** `edit` of one word. */
const byWord =
  (edit: (word: string, change: Change) => string, pattern = /[\w.:/-]+/g): Edit =>
  (text, change) => {
    const words = [...text.matchAll(pattern)]
    const found = words[change[1] % Math.max(1, words.length)]
    if (!found) return text
    return cut(text, found.index, found.index + found[0].length, edit(found[0], change))
  }

const TEXT_EDITS: readonly Edit[] = [
  (text, [, at, size]) => cut(text, at % (text.length + 1), (at % (text.length + 1)) + size),
  (text, [, at, , other]) => {
    const place = at % (text.length + 1)
    return cut(text, place, place, oneOf(STRANGE_TEXTS, other))
  },
  (text, [, at, size, other]) => {
    const place = at % (text.length + 1)
    return cut(text, place, place, text.slice(place, place + size + 1).repeat((other % 40) + 1))
  },
  (text, [, at]) => text.slice(0, at % (text.length + 1)),
  (text, [, at, size, other], samples) => {
    const donor = oneOf(samples, other)
    const place = at % (text.length + 1)
    return cut(text, place, place, donor.slice(at % (donor.length + 1)).slice(0, size * 20))
  },
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.toUpperCase(),
  byLine((lines, at) => lines.toSpliced(at, 1)),
  byLine((lines, at, [, , size]) =>
    lines.toSpliced(at, 0, ...Array<string>(size).fill(lines[at] ?? '')),
  ),
  byLine((lines, at, [, , size]) =>
    lines.with(at, ' '.repeat(size % 9) + (lines[at] ?? '').trim()),
  ),
  byLine((lines, at, [, , , other]) => lines.toSpliced(at, 0, oneOf(STRANGE_TEXTS, other))),
  byLine((lines, at, [, , , other]) => {
    const place = other % lines.length
    return lines.with(at, lines[place] ?? '').with(place, lines[at] ?? '')
  }),
  byWord((_word, [, , , other]) => oneOf(STRANGE_TEXTS, other)),
  byWord((word, [, , , other]) => word + oneOf(STRANGE_TEXTS, other)),
  byWord((_word, [, , , other]) => oneOf(MEANT_NAMES, other), /[\w-]+/g),
  byWord((word) => word.toUpperCase()),
  byWord((word) => `\${{ ${word} }}`),
]

function changedText(
  text: string,
  changes: readonly Change[],
  samples: readonly string[] = [text],
): string {
  return changes.reduce((now, change) => {
    const next = oneOf(TEXT_EDITS, change[0])(now, change, samples)
    return next.length > LONGEST ? now : next
  }, text)
}

/** A text like the samples, or one that is none of them. */
export function textLike(samples: readonly string[]): fc.Arbitrary<string> {
  const changed = fc
    .tuple(fc.constantFrom(...samples), CHANGES)
    .map(([text, changes]) => changedText(text, changes, samples))
  return fc.oneof(
    { weight: 12, arbitrary: changed },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.constantFrom(...STRANGE_TEXTS) },
  )
}

/** Where a value stands. */
interface Slot {
  holder: Record<string, unknown>
  key: string
}

function slotsIn(value: unknown, found: Slot[] = []): Slot[] {
  if (typeof value !== 'object' || value === null) return found
  const holder = value as Record<string, unknown>
  for (const key of Object.keys(holder)) {
    if (found.length > 2000) break
    found.push({ holder, key })
    slotsIn(holder[key], found)
  }
  return found
}

function set({ holder, key }: Slot, value: unknown): void {
  // Not by assignment: `__proto__` is to be a member as any.
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

function drop({ holder, key }: Slot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

type ValueEdit = (slot: Slot, change: Change, all: readonly Slot[]) => void

const VALUE_EDITS: readonly ValueEdit[] = [
  (slot, [, , , other]) => set(slot, oneOf(STRANGE_VALUES(), other)),
  (slot, [, , , other]) => set(slot, oneOf(STRANGE_VALUES(), other)),
  drop,
  (slot) => set(slot, [slot.holder[slot.key]]),
  (slot, [, , , other]) => set(slot, { [oneOf(STRANGE_TEXTS, other)]: slot.holder[slot.key] }),
  (slot, [, , , other]) => {
    const value = slot.holder[slot.key]
    if (Array.isArray(slot.holder)) return
    drop(slot)
    set({ holder: slot.holder, key: oneOf(STRANGE_TEXTS, other) }, value)
  },
  ({ holder, key }, [, , size]) => {
    if (Array.isArray(holder)) holder.push(...Array<unknown>(size).fill(holder[Number(key)]))
  },
  (slot, [, , , other], all) => {
    const donor = oneOf(all, other)
    set(slot, structuredClone(donor.holder[donor.key]))
  },
  (slot, change) => {
    const value = slot.holder[slot.key]
    if (typeof value === 'string') set(slot, changedText(value, [change]))
  },
  (slot, change) => {
    const value = slot.holder[slot.key]
    if (typeof value === 'number') set(slot, value * ((change[3] % 7) - 3))
  },
]

function changedValue(value: unknown, changes: readonly Change[]): unknown {
  const root: Slot = { holder: { value: structuredClone(value) }, key: 'value' }
  for (const change of changes) {
    const all = [root, ...slotsIn(root.holder['value'])]
    oneOf(VALUE_EDITS, change[0])(oneOf(all, change[1]), change, all)
  }
  return root.holder['value']
}

export function valueLike(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...samples), CHANGES)
    .map(([value, changes]) => changedValue(value, changes))
}

/** JSON like the samples, now and then with a letter that makes it none. */
export function jsonLike(samples: readonly unknown[]): fc.Arbitrary<string> {
  const json = valueLike(samples).map((value) => JSON.stringify(value) ?? '')
  const broken = fc.tuple(json, CHANGES).map(([text, changes]) => changedText(text, changes))
  return fc.oneof({ weight: 5, arbitrary: json }, { weight: 1, arbitrary: broken })
}

/** Variables or headers: some of `usual`, changed, and some that are strange altogether. */
export function settingsLike(
  usual: Readonly<Record<string, readonly string[]>>,
): fc.Arbitrary<Record<string, string>> {
  const one = fc
    .constantFrom(...Object.keys(usual))
    .chain((name) => fc.tuple(fc.constant(name), textLike(usual[name] ?? [''])))
  return fc.array(one, { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs))
}
