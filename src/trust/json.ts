// JSON (RFC 8259) read with places: JSON.parse forgets where things stood and which names came twice.
import { members, Register, type Tree, Unreadable } from './tree.js'

/** Deeper than any policy, plan or state nests, and far from the end of the stack. */
const DEEPEST = 100

const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/** Throws Unreadable where the text is not JSON, or nests too deeply. */
export function readJson(text: string): Tree {
  const reader = new Reader(text)
  return reader.read()
}

class Reader {
  readonly #text: string
  readonly #register: Register
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#register = new Register(text)
  }

  read(): Tree {
    if (this.#text.startsWith('\ufeff')) this.#at = 1
    const value = this.#value(0)
    this.#take(SPACE)
    if (this.#at < this.#text.length) throw this.#wrong('more text after the end of the document')
    return this.#register.tree(value)
  }

  #value(depth: number): unknown {
    if (depth > DEEPEST) throw this.#wrong(`more than ${DEEPEST} levels of nesting`)
    this.#take(SPACE)
    const next = this.#text[this.#at]
    if (next === '{') return this.#object(depth)
    if (next === '[') return this.#array(depth)
    if (next === '"') return this.#string()
    const scalar = this.#take(NUMBER) ?? this.#take(WORD)
    if (scalar === undefined) throw this.#wrong(this.#found('a value'))
    return JSON.parse(scalar)
  }

  #object(depth: number): unknown {
    const value = members()
    this.#at++
    for (let first = true; !this.#ends('}'); first = false) {
      if (!first) this.#expect(',')
      this.#take(SPACE)
      if (this.#text[this.#at] !== '"') throw this.#wrong(this.#found('a name in double quotes'))
      const key = this.#string()
      this.#expect(':')
      this.#take(SPACE)
      this.#register.note(value, key, this.#at)
      value[key] = this.#value(depth + 1)
    }
    return value
  }

  #array(depth: number): unknown {
    const value: unknown[] = []
    this.#at++
    while (!this.#ends(']')) {
      if (value.length > 0) this.#expect(',')
      value.push(this.#value(depth + 1))
    }
    return value
  }

  /** A loop, not a pattern: a string of 1 MB is too much for the stack of one. */
  #string(): string {
    const from = this.#at
    let end = from + 1
    while (end < this.#text.length && this.#text[end] !== '"') {
      end += this.#text[end] === '\\' ? 2 : 1
    }
    try {
      const text = JSON.parse(this.#text.slice(from, end + 1)) as string
      this.#at = end + 1
      return text
    } catch {
      throw this.#wrong('this string does not end, or has a character in it that must be escaped')
    }
  }

  /** Takes the closing bracket, if it is next. */
  #ends(bracket: string): boolean {
    this.#take(SPACE)
    const ends = this.#text[this.#at] === bracket
    if (ends) this.#at++
    return ends
  }

  #expect(sign: string): void {
    this.#take(SPACE)
    if (this.#text[this.#at] !== sign) throw this.#wrong(this.#found(`\`${sign}\``))
    this.#at++
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found !== undefined) this.#at += found.length
    return found
  }

  #found(wanted: string): string {
    const next = this.#text[this.#at]
    const there = next === undefined ? 'the end of the text' : JSON.stringify(next)
    return `${wanted} is missing here: found ${there}`
  }

  #wrong(detail: string): Unreadable {
    return new Unreadable(detail, this.#register.place(this.#at))
  }
}
