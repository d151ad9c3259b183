// The Conditions of a CloudFormation template, as far as its parameters settle them.

import { DEEPEST } from '../documents/unreadable.js'
import type { Verdict } from '../model.js'
import { all, any, not } from './logic.js'
import { sameText } from './open-text.js'
import { type Members, membersOf } from './tree.js'

/** Each condition once; one that asks for itself, or for a chain without end, is decided by nobody. */
export class Conditions {
  readonly #defined: Members
  readonly #resolve: (value: unknown) => unknown
  readonly #known = new Map<string, Verdict>()
  #depth = 0

  constructor(template: Members, resolve: (value: unknown) => unknown) {
    this.#defined = membersOf(template['Conditions'])
    this.#resolve = resolve
  }

  holds(name: unknown): Verdict {
    if (typeof name !== 'string') return 'undecided'
    const known = this.#known.get(name)
    if (known !== undefined) return known
    this.#known.set(name, 'undecided')
    const verdict = this.#verdictOf(this.#defined[name])
    this.#known.set(name, verdict)
    return verdict
  }

  /** AWS CloudFormation User Guide, "Condition functions". */
  #verdictOf(expression: unknown): Verdict {
    const [entry, second] = Object.entries(membersOf(expression))
    if (!entry || second || this.#depth > DEEPEST) return 'undecided'
    const [name, argument] = entry
    if (name === 'Condition') return this.#deeper(() => this.holds(argument))
    if (!Array.isArray(argument)) return 'undecided'
    if (name === 'Fn::Equals') {
      const [one, other] = argument.map((value) => this.#deeper(() => this.#resolve(value)))
      return sameText(one, other)
    }
    const parts = argument.map((part) => this.#deeper(() => this.#verdictOf(part)))
    if (name === 'Fn::Not') return not(parts[0] ?? 'undecided')
    if (name === 'Fn::And') return all(parts)
    return name === 'Fn::Or' ? any(parts) : 'undecided'
  }

  #deeper<T>(work: () => T): T {
    this.#depth++
    try {
      return work()
    } finally {
      this.#depth--
    }
  }
}
