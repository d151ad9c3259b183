// A document read from text, and where each of its members stands: what JSON, YAML and the readers of policies share.

import type { Position } from '../model.js'

/** An object of a document: without a prototype, so that no name in it means anything. */
export type Members = Readonly<Record<string, unknown>>

/** Part of a document whose value only the deployment knows, kept as it was written. */
export class Unresolved {
  readonly shown: unknown

  constructor(shown: unknown) {
    this.shown = shown
  }

  toJSON(): unknown {
    return this.shown
  }
}

export interface Tree {
  value: unknown
  /** All documents of a YAML text, `value` first. */
  documents?: readonly unknown[]
  /** Where the value of a member begins; undefined where nobody wrote it down. */
  placeOf(owner: Members, name: string): Position | undefined
  /** Names that an object has twice. JSON keeps the last; what IAM would do is not known. */
  doubled(owner: Members): readonly string[]
  /** The object as it stands in the text, where functions in it were resolved. */
  writtenOf?(owner: Members): Members | undefined
}

export function members(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>
}

export function isMembers(value: unknown): value is Members {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unresolved)
  )
}

/** Those of an object; none of anything else. */
export function membersOf(value: unknown): Members {
  return isMembers(value) ? value : members()
}

/** Whether only the deployment knows some part of it. */
export function hasUnresolved(value: unknown): boolean {
  if (value instanceof Unresolved) return true
  const parts = Array.isArray(value) || isMembers(value) ? Object.values(value) : []
  return parts.some(hasUnresolved)
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** More names that came twice than anybody reads. */
const MOST_DOUBLED = 20

/** Writes down where things stand while a document is read. */
export class PlaceRegister {
  readonly #places = new Map<Members, Map<string, number>>()
  readonly #doubled = new Map<Members, string[]>()
  readonly #text: string
  /** Where each line begins; found when first asked for. */
  #lines: readonly number[] | undefined

  constructor(text: string) {
    this.#text = text
  }

  note(owner: Members, name: string, offset: number): void {
    const own = this.#places.get(owner) ?? new Map<string, number>()
    if (own.has(name)) this.#twice(owner, name)
    own.set(name, offset)
    this.#places.set(owner, own)
  }

  #twice(owner: Members, name: string): void {
    const names = this.#doubled.get(owner) ?? []
    if (names.length < MOST_DOUBLED) names.push(name)
    this.#doubled.set(owner, names)
  }

  place(offset: number): Position {
    this.#lines ??= lineStarts(this.#text)
    let [line, after] = [0, this.#lines.length]
    while (after - line > 1) {
      const middle = (line + after) >> 1
      if ((this.#lines[middle] ?? 0) <= offset) line = middle
      else after = middle
    }
    return { line: line + 1, column: offset - (this.#lines[line] ?? 0) + 1 }
  }

  tree(value: unknown): Tree {
    return {
      value,
      placeOf: (owner, name) => {
        const offset = this.#places.get(owner)?.get(name)
        return offset === undefined ? undefined : this.place(offset)
      },
      doubled: (owner) => this.#doubled.get(owner) ?? [],
    }
  }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
