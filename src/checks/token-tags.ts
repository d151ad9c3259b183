// Have the session tags in the token, where there are any, the form that STS reads?

import { FLAT_TAGS, TAGS_CLAIM } from '../aws/token-rules.js'
import type { Failure, TagForm } from '../model.js'
import { jsonOf } from '../text.js'
import type { Check } from './check.js'

/** As observed: nested, a tag is a list of one text (a plain text is refused); flat, it is a plain text. */
export const tokenTags: Check = {
  id: 'token-tags',
  title: 'Session tags have the right form',
  asked: ({ token }) => token !== undefined,
  judge({ token }) {
    if (!token) return []
    return [...nestedTags(token.claims[TAGS_CLAIM]), ...flatTags(token.claims)]
  },
}

function nestedTags(tags: unknown): Failure[] {
  if (tags === undefined) return []
  if (!isObject(tags)) return [tagFailure(TAGS_CLAIM, 'object', tags)]
  const { principal_tags: principal, transitive_tag_keys: transitive } = tags
  return [...principalTags(principal), ...transitiveKeys('transitive_tag_keys', transitive)]
}

function principalTags(principal: unknown): Failure[] {
  if (principal === undefined) return []
  if (!isObject(principal)) return [tagFailure('principal_tags', 'object', principal)]
  return Object.entries(principal)
    .filter(([, value]) => !isOneText(value))
    .map(([key, value]) => tagFailure(`principal_tags.${key}`, 'list-of-one-text', value))
}

function transitiveKeys(claim: string, keys: unknown): Failure[] {
  const fits = keys === undefined || (Array.isArray(keys) && keys.every(isText))
  return fits ? [] : [tagFailure(claim, 'list-of-keys', keys)]
}

/** A list of one text is not known to be refused here, so it is let pass. */
function flatTags(claims: Readonly<Record<string, unknown>>): Failure[] {
  const tags = Object.entries(claims).filter(([name]) => name.startsWith(FLAT_TAGS))
  return [
    ...tags
      .filter(([, value]) => !isText(value) && !isOneText(value))
      .map(([name, value]) => tagFailure(name, 'text', value)),
    ...transitiveKeys(
      `${TAGS_CLAIM}/transitive_tag_keys`,
      claims[`${TAGS_CLAIM}/transitive_tag_keys`],
    ),
  ]
}

function tagFailure(claim: string, want: TagForm, value: unknown): Failure {
  return { kind: 'claim', claim, problem: 'tags', want, got: jsonOf(value).slice(0, 200) }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isOneText(value: unknown): boolean {
  return Array.isArray(value) && value.length === 1 && isText(value[0])
}
