// Pieces of secrets, found in one pass over a text: so many characters in a row that a secret has, in capitals or not.

/** In characters (UTF-16 code units), of what is looked up; how many of them tell of a secret, the asker says. */
const PIECE = 8
/** Letters in lower case alone are words as a rule: it takes more of them. */
const LONGEST_WORD = 16

/**
 * As long as this is what is looked up at first, in steps: a piece of as many characters as are asked for has one in it, wherever
 * the steps fall, and a text that has none of them by chance is left alone.
 */
const SAMPLE = 6
/** In characters, all secrets together: of more there is no set of samples, for what it would hold. */
const MOST_SAMPLED = 65_536

const FACTOR = 0x01000193
/** What the first character of a piece weighs in its hash. */
const FIRST = Array.from({ length: PIECE - 1 }).reduce<number>((n) => Math.imul(n, FACTOR), 1)

/** From (inclusive) and to (exclusive), in UTF-16 code units. */
export type Range = readonly [from: number, to: number]

export class Pieces {
  readonly #words: string[] = []
  readonly #samples = new Set<string>()
  #sampled = 0
  /** Made when a text first seems to hold a piece: few ever do. */
  #table: Table | undefined

  add(secret: string): void {
    for (const word of wordsOf(secret)) {
      this.#words.push(word)
      this.#sampled += word.length
      if (this.#sampled <= MOST_SAMPLED) this.#sample(folded(word))
    }
    this.#table = undefined
  }

  /** Of `least` characters (8 or more) or more, in order; those that may be words, too, where the text is none of anybody's writing. */
  rangesIn(text: string, least: number, words = false): Range[] {
    if (!this.#mayBeIn(text, least)) return []
    this.#table ??= new Table(this.#words)
    return this.#table.rangesIn(text, least, words)
  }

  #sample(word: string): void {
    for (let at = 0; at + SAMPLE <= word.length; at++)
      this.#samples.add(word.slice(at, at + SAMPLE))
  }

  #mayBeIn(text: string, least: number): boolean {
    if (this.#sampled > MOST_SAMPLED) return true
    const all = folded(text)
    for (let at = 0; at + SAMPLE <= all.length; at += least - SAMPLE + 1)
      if (this.#samples.has(all.slice(at, at + SAMPLE))) return true
    return false
  }
}

/** In small letters; a sigma alike wherever it stands, else what follows a piece would decide of it. */
function folded(text: string): string {
  return text.replaceAll('\u03a3', '\u03c3').toLowerCase()
}

class Table {
  /** All secrets, each character folded, each ended by 0; of a sentence its words. */
  readonly #codes: Uint16Array
  /** The place of a piece in them and one more, by its hash; 0 stands for none. */
  readonly #places: Int32Array
  readonly #shift: number

  constructor(words: readonly string[]) {
    const all = joined(words)
    const bits = Math.max(4, Math.ceil(Math.log2(all.length * 2)))
    this.#codes = foldedOf(all)
    this.#places = new Int32Array(1 << bits)
    this.#shift = 32 - bits
    forEachPiece(this.#codes, (at, hash) => {
      const slot = this.#slotOf(this.#codes, at, hash)
      if (this.#places[slot] === 0) this.#places[slot] = at + 1
    })
  }

  rangesIn(text: string, least: number, words: boolean): Range[] {
    const ranges: Range[] = []
    const codes = foldedOf(text)
    let from = 0
    let end = -1
    const done = (): void => {
      if (end - from >= least && (words || tells(text, from, end))) ranges.push([from, end])
    }
    forEachPiece(codes, (at, hash) => {
      if (this.#places[this.#slotOf(codes, at, hash)] === 0) return
      if (at > end) {
        done()
        from = at
      }
      end = at + PIECE
    })
    done()
    return ranges
  }

  /** Where that piece stands in the table, or would. */
  #slotOf(codes: Uint16Array, at: number, hash: number): number {
    let slot = Math.imul(hash, 0x9e3779b1) >>> this.#shift
    for (let place = this.#places[slot]; place; place = this.#places[slot]) {
      if (isSame(this.#codes, place - 1, codes, at)) break
      slot = slot + 1 === this.#places.length ? 0 : slot + 1
    }
    return slot
  }
}

/** More words than these are a sentence, of which each word may stand elsewhere beside the next. */
const MOST_WORDS = 3

function wordsOf(secret: string): string[] {
  const words = secret.split(/\s+/)
  return (words.length > MOST_WORDS ? words : [secret]).filter(({ length }) => length >= PIECE)
}

/** Those left out that another has in it. */
function joined(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .reduce((all, word) => (all.includes(word) ? all : `${all}${word}\0`), '\0')
}

function tells(text: string, from: number, to: number): boolean {
  return to - from >= LONGEST_WORD || /[A-Z\d]/.test(text.slice(from, to))
}

/** Of a capital the small letter. */
function foldedOf(text: string): Uint16Array {
  const codes = new Uint16Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    codes[at] = code >= 65 && code <= 90 ? code + 32 : code
  }
  return codes
}

/** With its hash, which rolls along (Rabin and Karp); none with a 0 in it. */
function forEachPiece(codes: Uint16Array, tell: (at: number, hash: number) => void): void {
  let hash = 0
  let whole = 0
  for (let end = 0; end < codes.length; end++) {
    const code = codes[end] ?? 0
    const gone = end < PIECE ? 0 : Math.imul(codes[end - PIECE] ?? 0, FIRST)
    hash = (Math.imul(hash - gone, FACTOR) + code) | 0
    whole = code === 0 ? 0 : whole + 1
    if (whole >= PIECE) tell(end - PIECE + 1, hash)
  }
}

function isSame(one: Uint16Array, from: number, other: Uint16Array, at: number): boolean {
  for (let n = 0; n < PIECE; n++) if (one[from + n] !== other[at + n]) return false
  return true
}
