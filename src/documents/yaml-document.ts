// YAML text parsed within bounds: refused before the parser, where that would take its time, and left at the first error.
import { Composer, type CST, type Document, isAlias, Lexer, LineCounter, Parser, visit } from 'yaml'
import { LARGEST_YAML, MOST_YAML_TOKENS } from '../aws/limits.js'
import type { Position } from '../model.js'
import { DEEPEST, tooMany, Unreadable } from './unreadable.js'

export interface YamlText {
  /** The first of the stream. */
  document: Document.Parsed
  documents: readonly Document.Parsed[]
  isOnly: boolean
  /** Of an offset in the text. */
  placeOf(offset: number): Position
}

/** `failsafe`: all scalars are texts. Throws Unreadable where the text is not YAML, nests too deeply or is too much. */
export function parseYaml(text: string, schema: 'core' | 'failsafe'): YamlText {
  refuseHeavy(text)
  const lines = new LineCounter()
  const placeOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  let first: Unreadable | undefined
  // What is thrown out of the parser it reports as an error once more, of whatever is around: the first one stays.
  const fail = (offset: number, text: string): never => {
    const [message = ''] = text.split('\n')
    first ??= new Unreadable({ problem: 'not-yaml', message, place: placeOf(offset) })
    throw first
  }
  // Keys that come twice are looked at where that matters: the parser's own check takes quadratic time.
  const composer = new Composer({ schema, uniqueKeys: false, logLevel: 'silent' })
  // The parser would go on, and make an error with its stack of every comma: seconds of a text of 100 KB.
  Object.assign(composer, {
    onError: (source: ErrorSource, _code: string, message: string, isWarning?: boolean): void => {
      if (!isWarning) fail(offsetOf(source), message)
    },
  })
  const tokens = wholeTokens(text, lines, fail)
  const documents = [...composer.compose(tokens, true, text.length)]
  const [document] = documents
  if (!document) throw new Error('the YAML parser gave no document')
  const [error] = documents.flatMap(({ errors }) => errors)
  if (error) fail(error.pos[0], error.message)
  return { document, documents, isOnly: documents.length === 1, placeOf }
}

/** What each alias stands for: the last node before it with that anchor. One walk, not one for each alias. */
export function targetsOf(document: Document.Parsed): Map<unknown, unknown> {
  const anchors = new Map<string, unknown>()
  const targets = new Map<unknown, unknown>()
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) targets.set(node, anchors.get(node.source))
      else if (node.anchor) anchors.set(node.anchor, node)
    },
  })
  return targets
}

type ErrorSource = number | readonly number[] | { offset: number }

function offsetOf(source: ErrorSource): number {
  if (typeof source === 'number') return source
  return 'offset' in source ? source.offset : (source[0] ?? 0)
}

/** Up to the first that the parser could make nothing of. */
function* wholeTokens(
  text: string,
  lines: LineCounter,
  fail: (offset: number, message: string) => never,
): Generator<CST.Token> {
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    if (token.type === 'error')
      fail(
        token.offset,
        `${token.message}${token.source ? `: ${JSON.stringify(token.source)}` : ''}`,
      )
    yield token
  }
}

/** Before parsing, which takes its time with every token, and more with what nests: by brackets, or by signs of a list in one line. */
function refuseHeavy(text: string): void {
  const size = text.length
  if (size > LARGEST_YAML) throw new Unreadable({ problem: 'too-large', size, unit: 'characters' })
  let [tokens, brackets, signs] = [0, 0, 0]
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') brackets++
    else if (lexeme === ']' || lexeme === '}') brackets--
    else if (lexeme === '-' || lexeme === '?') signs++
    else if (lexeme.trim() !== '' || lexeme.includes('\n')) signs = 0
    if (brackets > DEEPEST || signs > DEEPEST)
      throw new Unreadable({ problem: 'not-yaml', limit: { of: 'levels', most: DEEPEST } })
    if (++tokens > MOST_YAML_TOKENS) throw tooMany(MOST_YAML_TOKENS, 'tokens')
  }
}
