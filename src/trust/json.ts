// JSON (RFC 8259), with comments, read with places: JSON.parse forgets where things stood and which names came twice.
import { type JSONVisitor, printParseErrorCode, visit } from 'jsonc-parser'
import { MOST_JSON_VALUES } from '../aws/limits.js'
import { DEEPEST, tooMany, Unreadable } from '../documents/unreadable.js'
import type { JsonError } from '../model.js'
import { members, PlaceRegister, type Tree } from './tree.js'

type ParserError = Exclude<ReturnType<typeof printParseErrorCode>, '<unknown ParseErrorCode>'>

const ERRORS: Readonly<Record<ParserError, JsonError>> = {
  InvalidSymbol: 'symbol',
  InvalidCommentToken: 'symbol',
  InvalidNumberFormat: 'number',
  UnexpectedEndOfNumber: 'number',
  PropertyNameExpected: 'name-expected',
  ValueExpected: 'value-expected',
  ColonExpected: 'colon-expected',
  CommaExpected: 'comma-expected',
  CloseBraceExpected: 'brace-expected',
  CloseBracketExpected: 'bracket-expected',
  EndOfFileExpected: 'end-expected',
  UnexpectedEndOfComment: 'endless-comment',
  UnexpectedEndOfString: 'endless-string',
  InvalidUnicode: 'escape',
  InvalidEscapeCharacter: 'escape',
  InvalidCharacter: 'control-character',
}

/** Throws Unreadable at the first place where the text is not JSON, nests too deeply or holds too much: the parser would go on. */
export function readJson(text: string): Tree {
  const register = new PlaceRegister(text)
  const builder = new Builder(register)
  // A blank in place of the byte order mark: what stands behind it stays where it is.
  visit(text.replace(/^\ufeff/, ' '), builder.visitor)
  return register.tree(builder.value)
}

/** Makes the tree of what the parser finds, one token after the other. */
class Builder {
  value: unknown
  readonly #register: PlaceRegister
  /** The objects and arrays that have not ended, from the outermost on. */
  readonly #open: (Record<string, unknown> | unknown[])[] = []
  #name = ''
  #values = 0

  constructor(register: PlaceRegister) {
    this.#register = register
  }

  readonly visitor: JSONVisitor = {
    onObjectBegin: (offset) => this.#begin(members(), offset),
    onArrayBegin: (offset) => this.#begin([], offset),
    onObjectProperty: (name) => {
      this.#name = name
    },
    onLiteralValue: (value: unknown, offset) => this.#add(value, offset),
    onObjectEnd: () => this.#end(),
    onArrayEnd: () => this.#end(),
    onError: (code, offset) => {
      const name = printParseErrorCode(code)
      const error = name === '<unknown ParseErrorCode>' ? 'symbol' : ERRORS[name]
      throw new Unreadable({ problem: 'not-json', error, place: this.#register.place(offset) })
    },
  }

  #begin(owner: Record<string, unknown> | unknown[], offset: number): void {
    if (this.#open.length >= DEEPEST) {
      const place = this.#register.place(offset)
      throw new Unreadable({ problem: 'not-json', limit: { of: 'levels', most: DEEPEST }, place })
    }
    this.#add(owner, offset)
    this.#open.push(owner)
  }

  #end(): void {
    this.#open.pop()
  }

  #add(value: unknown, offset: number): void {
    if (++this.#values > MOST_JSON_VALUES) throw tooMany(MOST_JSON_VALUES, 'values')
    const owner = this.#open.at(-1)
    if (owner === undefined) this.value = value
    else if (Array.isArray(owner)) owner.push(value)
    else {
      this.#register.note(owner, this.#name, offset)
      owner[this.#name] = value
    }
  }
}
