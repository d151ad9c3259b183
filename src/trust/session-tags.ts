// The session tags in a token, in both forms that STS reads (observed): one nested claim, or flat claims of plain texts.
import { FLAT_TAGS, TAGS_CLAIM } from '../aws/token-rules.js'
import { plainText } from '../text.js'
import { isMembers } from './tree.js'

type Claims = Readonly<Record<string, unknown>>

export interface SessionTags {
  tags: ReadonlyMap<string, string>
  transitive: readonly string[]
}

/** What has another form is left out: STS refuses such a token before it looks at any policy. */
export function tagKeys(claims: Claims): SessionTags {
  const whole = claims[TAGS_CLAIM]
  const nested: Claims = isMembers(whole) ? whole : {}
  const principal = nested['principal_tags']
  const tags = new Map<string, string>()
  for (const [name, values] of Object.entries(isMembers(principal) ? principal : {})) {
    const [value, second] = Array.isArray(values) ? values : []
    if (typeof value === 'string' && second === undefined) tags.set(name, value)
  }
  for (const [name, value] of Object.entries(claims)) {
    if (name.startsWith(FLAT_TAGS) && typeof value === 'string')
      tags.set(name.slice(FLAT_TAGS.length), value)
  }
  const transitive = nested['transitive_tag_keys'] ?? claims[`${TAGS_CLAIM}/transitive_tag_keys`]
  return { tags, transitive: Array.isArray(transitive) ? transitive.map(plainText) : [] }
}
