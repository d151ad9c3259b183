// YAML read into the same tree as JSON: short tags of CloudFormation's become their long form, and maps that are merged into another are its own.
import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml'
import { DEEPEST, tooMany, Unreadable } from '../documents/unreadable.js'
import { parseYaml, targetsOf } from '../documents/yaml-document.js'
import { isMembers, listOf, members, PlaceRegister, type Tree, Unresolved } from './tree.js'

/** Values of a YAML text, those that aliases stand for again included: far more than its tokens can write out. */
const MOST_YAML_VALUES = 100_000

/** Throws Unreadable where the text is not YAML, or nests or repeats itself too much. */
export function readYaml(text: string): Tree {
  const { documents } = parseYaml(text, 'core')
  const register = new PlaceRegister(text)
  const targets = new Map(documents.flatMap((document) => [...targetsOf(document)]))
  let nodes = 0
  const read = (node: unknown, depth: number): unknown => {
    nodes++
    if (depth > DEEPEST)
      throw new Unreadable({ problem: 'not-yaml', limit: { of: 'levels', most: DEEPEST } })
    // Aliases can make billions of a few lines.
    if (nodes > MOST_YAML_VALUES) throw tooMany(MOST_YAML_VALUES, 'values')
    if (isAlias(node)) return read(targets.get(node), depth + 1)
    if (isMap(node)) return withLongTag(node, readMap(node, depth))
    if (isSeq(node)) {
      return withLongTag(
        node,
        node.items.map((item) => read(item, depth + 1)),
      )
    }
    return isScalar(node) ? withLongTag(node, jsonValue(node)) : undefined
  }
  const readMap = (map: YAMLMap, depth: number): unknown => {
    const value = members()
    const merged: [one: unknown, offset: number][] = []
    for (const pair of map.items) {
      // `{{ .Values.x }}` without quotes is YAML: a map whose key is a map.
      if (isMap(pair.key)) return new Unresolved(text.slice(...spanOf(map)))
      if (!isScalar(pair.key)) continue
      const name = String(pair.key.value)
      const [offset] = spanOf(pair.value ?? pair.key)
      if (name === '<<' && pair.key.type === 'PLAIN') {
        merged.push([read(pair.value, depth + 1), offset])
        continue
      }
      register.note(value, name, offset)
      value[name] = read(pair.value, depth + 1)
    }
    for (const [one, offset] of merged)
      merge(value, one, (name) => register.note(value, name, offset))
    return value
  }
  const values = documents.map(({ contents }) => read(contents, 0))
  return { ...register.tree(values[0]), documents: values }
}

/** Each node that was parsed has one. */
function spanOf(node: unknown): [from: number, to: number] {
  const [from, to] = (node as ParsedNode).range
  return [from, to]
}

/** What a map takes over from one or more others: what it has itself counts, and of them the first (YAML, "Merge Key"). */
function merge(
  value: Record<string, unknown>,
  others: unknown,
  note: (name: string) => void,
): void {
  for (const other of listOf(others).filter(isMembers))
    for (const [name, member] of Object.entries(other)) {
      if (name in value) continue
      note(name)
      value[name] = member
    }
}

/** YAML knows no dates in the core schema; what is not JSON's is text, and so is a number that is written in another way: `012345678901`. */
function jsonValue({ value, source }: Scalar): unknown {
  return typeof value === 'number' && String(value) !== source ? source : value
}

/** `!Sub x` is short for `{"Fn::Sub": x}`, `!Ref x` for `{"Ref": x}` (AWS CloudFormation User Guide). */
function withLongTag(node: { tag?: string }, value: unknown): unknown {
  const name = /^!(\w+)$/.exec(node.tag ?? '')?.[1]
  if (name === undefined) return value
  const long = members()
  long[name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`] =
    name === 'GetAtt' && typeof value === 'string' ? value.split('.') : value
  return long
}
