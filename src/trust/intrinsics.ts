// CloudFormation's intrinsic functions, as far as the template, its parameters and the role's ARN settle them.
import { MOST_TEMPLATE_CHARACTERS, MOST_TEMPLATE_STEPS } from '../aws/limits.js'
import { PARTITIONS } from '../aws/partitions.js'
import { DEEPEST } from '../documents/unreadable.js'
import type { RoleArn, Verdict } from '../model.js'
import { callFunction, FUNCTION, NO_VALUE } from './intrinsic-functions.js'
import { hole, OpenText } from './open-text.js'
import { markPlaceholders, type Placeholders, SERVERLESS_ACCOUNT } from './placeholders.js'
import { Conditions } from './template-conditions.js'
import { type ParameterValues, parameterValue } from './template-parameters.js'
import { templateProviderArn } from './template-providers.js'
import { type Members, members, membersOf, Unresolved } from './tree.js'

export interface TemplateValues extends ParameterValues {
  template: Members
  role: RoleArn | undefined
  /** Which are marked; a dynamic reference is one (AWS CloudFormation User Guide, "Dynamic references"). */
  placeholders?: Placeholders | undefined
}

/** Resolves what it is asked for, and nothing else: what it has used is what that hangs on. */
export class Resolver {
  /** Parameters whose defaults were used. */
  readonly used = new Set<string>()
  readonly #values: TemplateValues
  readonly #conditions: Conditions
  readonly #names = new Map<string, unknown>()
  /** What each object that was made is a copy of. */
  readonly #written = new Map<Members, Members>()
  #stepsLeft = MOST_TEMPLATE_STEPS
  #charactersLeft = MOST_TEMPLATE_CHARACTERS
  #depth = 0

  constructor(values: TemplateValues) {
    this.#values = values
    this.#conditions = new Conditions(values.template, (value) => this.resolve(value))
  }

  get template(): Members {
    return this.#values.template
  }

  /** The object as it stands in the template. */
  writtenOf(made: Members): Members | undefined {
    return this.#written.get(made)
  }

  /** A copy in which every function is resolved or marked. */
  resolve(value: unknown): unknown {
    if (typeof value === 'string') return this.#marked(value)
    if (typeof value !== 'object' || value === null || value instanceof Unresolved) return value
    if (--this.#stepsLeft < 0 || this.#depth > 3 * DEEPEST) return new Unresolved(value)
    this.#depth++
    const made = Array.isArray(value)
      ? value.map((one) => this.resolve(one)).filter((one) => one !== NO_VALUE)
      : this.#resolveMembers(value as Members)
    this.#depth--
    return made
  }

  #resolveMembers(value: Members): unknown {
    const [entry, second] = Object.entries(value)
    if (entry && !second && FUNCTION.test(entry[0])) return this.#call(value, entry)
    const made = members()
    for (const [name, member] of Object.entries(value)) {
      const resolved = isName(name, member) ? member : this.resolve(member)
      if (resolved !== NO_VALUE) made[name] = resolved
    }
    this.#written.set(made, value)
    return made
  }

  /** Functions can make gigabytes of a few lines. */
  #call(value: Members, [name, argument]: readonly [string, unknown]): unknown {
    const made = this.#whole(callFunction(name, argument, value, this))
    this.#charactersLeft -= lengthOf(made)
    return this.#charactersLeft < 0 ? new Unresolved(value) : (made ?? new Unresolved(value))
  }

  #marked(text: string): unknown {
    const { placeholders, role } = this.#values
    return placeholders ? markPlaceholders(text, placeholders, role?.account) : text
  }

  /** A placeholder may be made of parts: `{{resolve:ssm:/${Stage}/org}}`. */
  #whole(made: unknown): unknown {
    if (typeof made === 'string') return this.#marked(made)
    const isSplit =
      made instanceof OpenText &&
      made.forms.flat().some((part) => typeof part === 'string' && part.includes('{{'))
    return isSplit ? undefined : made
  }

  holds(condition: unknown): Verdict {
    return this.#conditions.holds(condition)
  }

  /** What `Ref` gives; a name that names itself round about is a hole. */
  refer(name: string): unknown {
    if (!this.#names.has(name)) {
      this.#names.set(name, hole(name, { Ref: name }))
      this.#names.set(name, this.#lookUp(name))
    }
    return this.#names.get(name)
  }

  /** AWS CloudFormation User Guide, "Pseudo parameters". The stack may stand in another region than the one that signs in. */
  #lookUp(name: string): unknown {
    const { template, role, placeholders } = this.#values
    const partition = role?.partition || undefined
    const suffix = PARTITIONS.find(({ id }) => id === partition)?.dnsSuffix
    const open = hole(name, { Ref: name })
    if (name === 'AWS::NoValue') return NO_VALUE
    if (name === 'AWS::AccountId') return role?.account || open
    if (name === SERVERLESS_ACCOUNT && placeholders === 'all') return role?.account || open
    if (name === 'AWS::Partition') return partition ?? open
    if (name === 'AWS::URLSuffix') return suffix ?? open
    const value = parameterValue(name, template, this.#values, this.used)
    return value === undefined ? (this.providerArn(name) ?? open) : value
  }

  /** Undefined for what is no OIDC provider of the template. */
  providerArn(logicalId: unknown): unknown {
    if (typeof logicalId !== 'string') return undefined
    const key = `arn of ${logicalId}`
    if (!this.#names.has(key)) {
      this.#names.set(key, undefined)
      const resource = membersOf(this.template['Resources'])[logicalId]
      this.#names.set(
        key,
        templateProviderArn(resource, this.#values.role, (value) => this.resolve(value)),
      )
    }
    return this.#names.get(key)
  }
}

/** Names of statements decide nothing. */
function isName(name: string, value: unknown): boolean {
  return (name === 'Sid' || name === 'Id') && typeof value === 'string'
}

function lengthOf(made: unknown): number {
  if (typeof made === 'string') return made.length
  if (!(made instanceof OpenText)) return 0
  return made.forms
    .flat()
    .reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0)
}
