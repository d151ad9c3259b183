// A document read from text, and where each of its members stands: what JSON, YAML and the readers of policies share.

/** An object of a document: without a prototype, so that no name in it means anything. */
export type Members = Readonly<Record<string, unknown>>

export interface Place {
  line: number
  column: number
}

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
  /** Where the value of a member begins; undefined where nobody wrote it down. */
  placeOf(owner: Members, name: string): Place | undefined
  /** Names that an object has twice. JSON keeps the last; what IAM would do is not known. */
  doubled(owner: Members): readonly string[]
}

/** A document that could not be read, and where it went wrong. */
export class Unreadable extends Error {
  readonly place: Place | undefined

  constructor(detail: string, place?: Place) {
    super(detail)
    this.place = place
  }
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

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

/** Writes down where things stand while a document is read. */
export class Register {
  readonly #places = new Map<Members, Map<string, number>>()
  readonly #doubled = new Map<Members, string[]>()
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  note(owner: Members, name: string, offset: number): void {
    const own = this.#places.get(owner) ?? new Map<string, number>()
    if (own.has(name)) this.#doubled.set(owner, [...(this.#doubled.get(owner) ?? []), name])
    own.set(name, offset)
    this.#places.set(owner, own)
  }

  place(offset: number): Place {
    const before = this.#text.slice(0, offset)
    const line = before.split('\n').length
    return { line, column: offset - before.lastIndexOf('\n') }
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
