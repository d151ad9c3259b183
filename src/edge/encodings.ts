// What a text says once its encodings are undone (percent-encoding, JSON, HTML; base64, base64url, hex), and where in it each character of that stands.

import { ownMember } from '../model/own-member.js'

export interface Decoded {
  text: string
  /** Where the character at `at` begins in the text that was given. */
  startOf(at: number): number
  /** Where the one before `at` ends there. */
  endOf(at: number): number
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  sol: '/',
  bsol: '\\',
  plus: '+',
  equals: '=',
  lowbar: '_',
  percnt: '%',
  commat: '@',
  colon: ':',
  dollar: '$',
}

/**
 * RFC 3986, section 2.1 · RFC 8259, section 7 · HTML, section 13.5, and the tags that `escaped` of text.ts puts in, which
 * stand for nothing. A character of several bytes comes out byte by byte.
 */
const ESCAPE =
  /%([\da-f]{2})|\\(?:u00|x)([\da-f]{2})|\\([\\/"'])|&#x0{0,6}([\da-f]{2});?|&#0{0,6}(\d{2,3});?|&([a-z]+);|<!-- -->|<\/?span>/gi

/** With the outermost of its escapes undone; undefined where there is none. */
export function unescaped(text: string): Decoded | undefined {
  if (!/[%\\&<]/.test(text)) return undefined
  const parts: string[] = []
  const places: number[] = []
  let from = 0
  for (const found of text.matchAll(ESCAPE)) {
    const stands = characterOf(found)
    if (stands === undefined) continue
    for (let at = from; at < found.index; at++) places.push(at)
    if (stands !== '') places.push(found.index)
    parts.push(text.slice(from, found.index), stands)
    from = found.index + found[0].length
  }
  if (parts.length === 0) return undefined
  for (let at = from; at <= text.length; at++) places.push(at)
  const placeOf = (at: number): number => places[at] ?? text.length
  return { text: parts.join('') + text.slice(from), startOf: placeOf, endOf: placeOf }
}

function characterOf([, percent, json, plain, hex, decimal, name]: RegExpExecArray) {
  if (plain !== undefined) return plain
  if (name !== undefined) return ownMember(NAMED, name.toLowerCase())
  const digits = percent ?? json ?? hex ?? decimal
  if (digits === undefined) return ''
  return String.fromCharCode(Number.parseInt(digits, decimal === undefined ? 16 : 10))
}

/** A run that may be base64, of either alphabet (RFC 4648, sections 4 and 5), or hex; how many bits a character holds, and of how many characters in a row each begins another byte. */
const ENCODINGS = [
  { encoding: 'base64', run: /[\w+/-]{10,}/g, bits: 6, phases: 4 },
  { encoding: 'hex', run: /[\da-f]{14,}/gi, bits: 4, phases: 2 },
] as const

/**
 * The bytes of each run that may be base64 or hex, byte by byte as characters, each run ended by 0. Where in a run an encoding
 * begins is not known, so it is read from each place where a byte may begin.
 */
export function decodings(text: string): Decoded[] {
  return ENCODINGS.map(({ encoding, run, bits, phases }) => {
    const parts: string[] = []
    /** Where each run begins: in what is decoded, and in the text. */
    const runs: { from: number; at: number }[] = []
    let length = 0
    for (const { 0: found, index } of text.matchAll(run))
      for (let phase = 0; phase < phases; phase++) {
        const bytes = Buffer.from(found.slice(phase), encoding).toString('latin1')
        runs.push({ from: length, at: index + phase })
        parts.push(bytes, '\0')
        length += bytes.length + 1
      }
    const startOf = (at: number): number => {
      const found = runs.findLast(({ from }) => from <= at)
      return found ? found.at + Math.floor(((at - found.from) * 8) / bits) : text.length
    }
    return {
      text: parts.join(''),
      startOf,
      // A byte ends in the same character as the next one begins, or before it.
      endOf: (at) => startOf(at - 1) + Math.ceil(8 / bits),
    }
  })
}
