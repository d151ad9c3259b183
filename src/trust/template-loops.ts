// `Fn::ForEach` over resources of a template: each turn is a resource of its own (AWS CloudFormation User Guide, "Fn::ForEach").
import { MOST_UNROLLED_VALUES } from '../aws/limits.js'
import { Resolver } from './intrinsics.js'
import { isText } from './open-text.js'
import type { TemplateAsked } from './template.js'
import { isMembers, listOf, type Members, members } from './tree.js'

const LOOP = /^Fn::ForEach::/

/** CloudFormation takes as many loops in each other (AWS CloudFormation User Guide, "Fn::ForEach"). */
const DEEPEST_LOOP = 5

/** The template itself where it has no loops. */
export function withoutLoops(template: Members, asked: TemplateAsked): Members {
  const resources = template['Resources']
  if (!isMembers(resources) || !Object.keys(resources).some((name) => LOOP.test(name)))
    return template
  const resolver = new Resolver({ template, ...asked, defaults: 'all' })
  const unroller = new Unroller((value) => resolver.resolve(value))
  return Object.assign(members(), template, { Resources: unroller.unrolled(resources, 0) })
}

class Unroller {
  readonly #resolve: (value: unknown) => unknown
  #left = MOST_UNROLLED_VALUES

  constructor(resolve: (value: unknown) => unknown) {
    this.#resolve = resolve
  }

  /** A loop over what nobody knows makes nothing that could be found. */
  unrolled(resources: Members, depth: number): Members {
    const made = members()
    for (const [name, value] of Object.entries(resources)) {
      if (!LOOP.test(name)) made[name] = value
      else if (depth < DEEPEST_LOOP)
        for (const turn of this.#turns(value, depth)) Object.assign(made, turn)
    }
    return made
  }

  #turns(loop: unknown, depth: number): Members[] {
    const [identifier, collection, body] = listOf(loop)
    const items = this.#resolve(collection)
    if (typeof identifier !== 'string' || !/^\w+$/.test(identifier)) return []
    if (!Array.isArray(items)) return []
    return items
      .filter(isText)
      .map((item) => this.#replaced(body, identifier, String(item)))
      .filter(isMembers)
      .map((turn) => this.unrolled(turn, depth + 1))
  }

  #replaced(value: unknown, identifier: string, item: string): unknown {
    if (this.#left-- <= 0) return undefined
    const text = (one: string): string =>
      one
        .replaceAll(`\${${identifier}}`, item)
        .replaceAll(`&{${identifier}}`, item.replace(/[^a-z\d]/gi, ''))
    if (typeof value === 'string') return text(value)
    if (Array.isArray(value)) return value.map((one) => this.#replaced(one, identifier, item))
    if (!isMembers(value)) return value
    if (value['Ref'] === identifier && Object.keys(value).length === 1) return item
    const made = members()
    for (const [name, member] of Object.entries(value))
      made[text(name)] = this.#replaced(member, identifier, item)
    return made
  }
}
