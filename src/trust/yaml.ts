// A CloudFormation or SAM template in YAML, read into the same tree as JSON: short tags become their long form.
import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
} from 'yaml'
import { DEEPEST, members, PlaceRegister, type Tree, Unreadable } from './tree.js'

/** More nodes than any template of 1 MB has; aliases can make billions of a few lines. */
const MOST_NODES = 200_000

/** Throws Unreadable where the text is not YAML, or nests or repeats itself too much. */
export function readYaml(text: string): Tree {
  refuseDeep(text)
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    // Pretty ones render the line of each error: minutes, where one line holds hundreds of thousands of them.
    prettyErrors: false,
    logLevel: 'silent',
    schema: 'core',
  })
  const [error] = document.errors
  if (error) {
    const { line, col } = lines.linePos(error.pos[0])
    const message = error.message.split('\n')[0] ?? ''
    throw new Unreadable({ problem: 'not-yaml', message, place: { line, column: col } })
  }
  const register = new PlaceRegister(text)
  const targets = targetsOf(document)
  let nodes = 0
  const read = (node: unknown, depth: number): unknown => {
    nodes++
    if (depth > DEEPEST) throw limitExceeded('levels', DEEPEST)
    if (nodes > MOST_NODES) throw limitExceeded('values', MOST_NODES)
    if (isAlias(node)) return read(targets.get(node), depth + 1)
    if (isMap(node)) return withLongTag(node, readMap(node, depth))
    if (isSeq(node)) {
      return withLongTag(
        node,
        node.items.map((item) => read(item, depth + 1)),
      )
    }
    return isScalar(node) ? withLongTag(node, jsonValue(node.value)) : undefined
  }
  const readMap = (map: YAMLMap, depth: number): unknown => {
    const value = members()
    for (const pair of map.items) {
      if (!isPair(pair) || !isScalar(pair.key)) continue
      const name = String(pair.key.value)
      const offset = (pair.value as Node | null)?.range?.[0] ?? pair.key.range?.[0] ?? 0
      register.note(value, name, offset)
      value[name] = read(pair.value, depth + 1)
    }
    return value
  }
  return register.tree(read(document.contents, 0))
}

function limitExceeded(of: 'levels' | 'values', most: number): Unreadable {
  return new Unreadable({ problem: 'not-yaml', limit: { of, most } })
}

/** Before parsing, which takes its time with what nests: by brackets, or by signs of a list in one line. */
function refuseDeep(text: string): void {
  let [brackets, signs] = [0, 0]
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') brackets++
    else if (lexeme === ']' || lexeme === '}') brackets--
    else if (lexeme === '-' || lexeme === '?') signs++
    else if (lexeme.trim() !== '' || lexeme.includes('\n')) signs = 0
    if (brackets > DEEPEST || signs > DEEPEST) throw limitExceeded('levels', DEEPEST)
  }
}

/** What each alias stands for: the last node before it with that anchor. One walk, not one for each alias. */
function targetsOf(document: Document.Parsed): Map<unknown, unknown> {
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

/** YAML knows no dates in the core schema; what is not JSON's is text. */
function jsonValue(value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}

/** `!Sub x` is short for `{"Fn::Sub": x}`, `!Ref x` for `{"Ref": x}` (AWS CloudFormation User Guide). */
function withLongTag(node: { tag?: string }, value: unknown): unknown {
  const name = /^!(\w+)$/.exec(node.tag ?? '')?.[1]
  if (name === undefined) return value
  const long = members()
  long[name === 'Ref' ? name : `Fn::${name}`] =
    name === 'GetAtt' && typeof value === 'string' ? value.split('.') : value
  return long
}
