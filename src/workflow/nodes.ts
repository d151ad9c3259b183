// The nodes of a workflow file as GitHub reads them: an alias stands for its anchor, keys go without regard to case.
import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import { LARGEST_WORKFLOW } from '../aws/limits.js'
import { parseYaml, targetsOf, type YamlText } from '../documents/yaml-document.js'

/** Something that this file does not follow: merge keys, keys written twice, another shape than a workflow's. */
export class Unsure extends Error {}

export class Nodes {
  readonly root: YAMLMap
  readonly #targets: ReadonlyMap<unknown, unknown>
  readonly #yaml: YamlText

  constructor(yaml: YamlText) {
    this.#yaml = yaml
    this.#targets = targetsOf(yaml.document)
    this.root = this.map(yaml.document.contents)
  }

  /** GitHub knows anchors and aliases (since September 2025), and no merge keys. */
  map(node: unknown): YAMLMap {
    const map = this.#resolved(node)
    if (!isMap(map) || map.items.some((pair) => keyOf(pair) === '<<')) throw new Unsure()
    return map
  }

  list(node: unknown): readonly unknown[] {
    const list = this.#resolved(node)
    if (!isSeq(list)) throw new Unsure()
    return list.items
  }

  /** The text of a scalar; undefined for all else. */
  text(node: unknown): string | undefined {
    const scalar = this.#resolved(node)
    if (scalar === null) return ''
    return isScalar(scalar) ? String(scalar.value ?? '') : undefined
  }

  /** Whether a scalar is written without quotes, so that numbers and the like are read as such. */
  isPlain(node: unknown): boolean {
    const scalar = this.#resolved(node)
    return scalar === null || (isScalar(scalar) && scalar.type === 'PLAIN')
  }

  isMap(node: unknown): boolean {
    return isMap(this.#resolved(node))
  }

  /** A key written twice is not for us to choose from. */
  entry(map: YAMLMap, key: string): Pair | undefined {
    const found = map.items.filter((pair) => keyOf(pair).toLowerCase() === key.toLowerCase())
    if (found.length > 1) throw new Unsure()
    return found[0]
  }

  /** From 1; of the key. */
  line({ key }: Pair): number {
    const offset = isScalar(key) ? key.range?.[0] : undefined
    if (offset === undefined) throw new Unsure()
    return this.#yaml.placeOf(offset).line
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? this.#targets.get(node) : node
  }
}

export function keyOf({ key }: Pair): string {
  if (!isScalar(key)) throw new Unsure()
  return String(key.value)
}

/** Undefined where the text is no YAML, or not one document of it, or too much. */
export function nodesOf(text: string): Nodes | undefined {
  if (text.length > LARGEST_WORKFLOW) return undefined
  return unlessUnsure(() => {
    // Only places and texts are asked of the parser: all scalars are texts, `<<` is a plain key.
    const yaml = parseYaml(text, 'failsafe')
    return yaml.isOnly ? new Nodes(yaml) : undefined
  })
}

/** Undefined also where the file is unsure, no YAML, too much of it, or nested so deeply that the parser gave up. */
export function unlessUnsure<T>(question: () => T | undefined): T | undefined {
  try {
    return question()
  } catch {
    return undefined
  }
}

/** The files of the workspace: each is read and parsed once. */
export function opener(
  read: (path: string) => string | undefined,
): (path: string) => Nodes | undefined {
  const opened = new Map<string, Nodes | undefined>()
  return (path) => {
    if (!opened.has(path)) {
      const text = read(path)
      opened.set(path, text === undefined ? undefined : nodesOf(text))
    }
    return opened.get(path)
  }
}
