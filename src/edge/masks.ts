// What must not be shown, and texts with it taken out: whole, in pieces, escaped for a page, or encoded.
import { HIDDEN } from '../model/secret.js'
import { sanitise } from '../text.js'
import { type Decoded, decodings, unescaped } from './encodings.js'
import { Pieces, type Range } from './secret-pieces.js'

/** A shorter mask taken out of our own texts would leave no word whole; the runner is told of it all the same. */
const SHORTEST = 4
/** So many characters of a secret in a row are taken for it. */
const PIECE = 12
/** What is decoded is bytes by chance as a rule, so less of a secret tells. A whole one is looked for that is as long as this. */
const PIECE_DECODED = 8
const SHORTEST_DECODED = 7
/** An escape may be escaped once more, by each service on the way. */
const MOST_LAYERS = 3

export class Masks {
  /** Each in the forms that are no encoding: those that are looked for whole, and the long ones of which a piece tells. */
  readonly #whole = new Set<string>()
  readonly #pieces = new Pieces()

  readonly #cleaners: Cleaners = {
    text: (text) => this.clean(text),
    name: (name) => this.#cleanName(name),
  }

  add(secret: string): void {
    if (secret.length < SHORTEST || this.#whole.has(secret)) return
    // As its bytes are read one by one; as a form has it.
    const bytes = Buffer.from(secret).toString('latin1')
    for (const form of [secret, bytes, secret.replaceAll(' ', '+')]) this.#whole.add(form)
    if (secret.length > PIECE) for (const form of new Set([secret, bytes])) this.#pieces.add(form)
  }

  /** Fit to write: no secret in it, and nothing that the runner would obey. */
  clean(text: string): string {
    return sanitise(without(text, this.#rangesIn(text, this.#whole)))
  }

  /** The same for JSON: only the texts inside are cleaned, so that it stays JSON whatever a secret looks like. */
  cleanJson(text: string): string {
    // Mostly there is none, which one look at the whole tells: JSON's own escapes are one more layer.
    const hides = this.#rangesIn(text, this.#whole, MOST_LAYERS + 1).length > 0
    if (!hides && isFit(text)) return text.endsWith('\n') ? text : `${text}\n`
    const value: unknown = JSON.parse(text, (_name, member: unknown) =>
      withTexts(member, hides ? this.#cleaners : SANITISERS),
    )
    return `${JSON.stringify(value, null, 2)}\n`
  }

  /** A value that others work with, as it is but for long secrets: of short ones it may hold some by right. */
  cleanValue(text: string): string {
    return without(text, this.#rangesIn(text))
  }

  /** A name is ours, or one from outside: a short secret is no reason to change it. */
  #cleanName(name: string): string {
    return sanitise(without(name, this.#rangesIn(name)))
  }

  /** Pieces of the long ones, and those that are looked for whole. */
  #rangesIn(text: string, whole: ReadonlySet<string> = new Set(), layers = MOST_LAYERS): Range[] {
    if (this.#whole.size === 0 || text.length < SHORTEST) return []
    const find = (plain: string): Range[] => [
      ...wholeIn(plain, whole),
      ...this.#pieces.rangesIn(plain, PIECE),
      ...inEncodings(plain, (bytes) => [
        ...wholeIn(bytes, whole, SHORTEST_DECODED),
        ...this.#pieces.rangesIn(bytes, PIECE_DECODED, true),
      ]),
    ]
    return inEachLayer(text, find, layers)
  }
}

function inEncodings(text: string, find: (bytes: string) => Range[]): Range[] {
  return decodings(text).flatMap((decoded) => inSource(decoded, find))
}

/** What is found in the text, and in what it says once its escapes are undone. */
function inEachLayer(text: string, find: (text: string) => Range[], layers: number): Range[] {
  const plain = layers === 0 ? undefined : unescaped(text)
  const below = plain && inSource(plain, (one) => inEachLayer(one, find, layers - 1))
  return [...find(text), ...(below ?? [])]
}

/** What is found in the decoded text, by its place in the one that was given. */
function inSource({ text, startOf, endOf }: Decoded, find: (text: string) => Range[]): Range[] {
  return find(text).map(([from, to]) => [startOf(from), endOf(to)])
}

/** `shortest`: of the forms that count. */
function wholeIn(text: string, forms: Iterable<string>, shortest = SHORTEST): Range[] {
  const ranges: Range[] = []
  for (const form of forms) {
    if (form.length > text.length || form.length < shortest) continue
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
      ranges.push([at, at + form.length])
  }
  return ranges
}

function without(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text
  const parts: string[] = []
  let end = 0
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from >= end) parts.push(text.slice(end, from), HIDDEN)
    end = Math.max(end, to)
  }
  return parts.concat(text.slice(end)).join('')
}

/** Whether each text in this JSON is fit to show as it is: beyond doubt, since escapes may stand for anything. */
function isFit(json: string): boolean {
  return !/\\[^"\\/]|"\s*::/.test(json) && sanitise(json) === json
}

interface Cleaners {
  text(text: string): string
  name(name: string): string
}

/** Where nothing is to be hidden. */
const SANITISERS: Cleaners = { text: sanitise, name: sanitise }

/** A member of JSON with its text, or its names, made fit to show: what is in it has been met before. */
function withTexts(member: unknown, { text, name }: Cleaners): unknown {
  if (typeof member === 'string') return text(member)
  if (typeof member !== 'object' || member === null || Array.isArray(member)) return member
  return Object.fromEntries(Object.entries(member).map(([own, value]) => [name(own), value]))
}
