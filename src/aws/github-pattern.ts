// Patterns for GitHub's `sub`, taken apart where wildcards may stand in any part, and what a wide one is to be in its place.
import { subjectOf } from './github-subject.js'
import { isWild, matchesWildcard } from './wildcard.js'

/** Each part as the pattern has it, wildcards included. */
export interface PatternParts {
  owner: string
  name: string
  ownerId?: string
  repositoryId?: string
  /** All after the repository; undefined where there is nothing. */
  context?: string
}

/** It covers every text. */
export function isAll(text: string): boolean {
  return /^\*+$/.test(text)
}

const FORM = /^repo:(?<owner>[^:/]*)(?:\/(?<name>[^:]*))?(?::(?<context>.*))?$/s

/** Undefined for a pattern of another form, as a template makes it. A star that reaches over a `/` or `:` stands for both sides. */
export function patternParts(pattern: string): PatternParts | undefined {
  const groups = FORM.exec(withPrefix(pattern))?.groups
  if (!groups) return undefined
  const { owner: ownerText = '', name: nameText, context } = groups
  // Without a `/` that is written, a star has to be one.
  if (nameText === undefined && !ownerText.includes('*')) return undefined
  const [owner = '', ownerId] = ownerText.split('@')
  const [name = '*', repositoryId] = (nameText ?? '*').split('@')
  const last = repositoryId ?? name
  const rest = context ?? (last.endsWith('*') ? '*' : undefined)
  return {
    owner,
    name,
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(repositoryId === undefined ? {} : { repositoryId }),
    ...(rest === undefined ? {} : { context: rest }),
  }
}

/** Of a pattern that begins with a star: the part of it that GitHub's default form can have. */
function withPrefix(pattern: string): string {
  const rest = /^\*+(.*)$/s.exec(pattern)?.[1]
  if (rest === undefined) return pattern
  if (rest === '' || rest.startsWith(':')) return `repo:*/*${rest}`
  return /^[^:]*\//.test(rest) ? `repo:*${rest}` : `repo:*/*${rest}`
}

const DEFAULT_BRANCH = 'ref:refs/heads/main'

/**
 * What stands in the place of a wide pattern: one subject of the owner and the repository that it names, with a placeholder
 * for what it leaves open. Ids stay as they are.
 */
export function closedPattern(pattern: string): string {
  const { owner, name, ownerId, repositoryId, context } = patternParts(pattern) ?? {
    owner: '*',
    name: '*',
  }
  const id = (one: string | undefined): string => (one === undefined ? '' : `@${one}`)
  const whose = nameMeant(owner) ?? '<owner>'
  const which = nameMeant(name) ?? '<repository>'
  return `repo:${whose}${id(ownerId)}/${which}${id(repositoryId)}:${closedContext(context)}`
}

/** `api*` is mostly meant for `api`, with or without ids; of `api-*` nobody knows. */
function nameMeant(name: string): string | undefined {
  const start = name.replace(/\*$/, '')
  return start === '' || isWild(start) || (start !== name && !/[\da-z]$/i.test(start))
    ? undefined
    : start
}

/** A branch or environment that is written out stays; of a branch with a wildcard behind its name, the name. */
function closedContext(context: string | undefined): string {
  if (context === undefined || isAll(context)) return DEFAULT_BRANCH
  if (!isWild(context)) return context
  const branch = /^ref:refs\/heads\/([^*?]*[^*?/_.-])[*?]+$/.exec(context)?.[1]
  return branch === undefined ? DEFAULT_BRANCH : `ref:refs/heads/${branch}`
}

/** The same pattern with these ids in the place of those that a wildcard stands for. */
export function withIds(pattern: string, ownerId: string, repositoryId: string): string {
  const context = /^repo:[^:]*(:.*)$/s.exec(pattern)?.[1] ?? ''
  const parts = patternParts(pattern)
  if (!parts) return pattern
  const fixed = (id: string | undefined, known: string): string =>
    id === undefined ? '' : `@${isWild(id) ? known : id}`
  // Many repositories have no one id.
  const last = isWild(parts.name) ? (parts.repositoryId ?? '') : repositoryId
  return `repo:${parts.owner}${fixed(parts.ownerId, ownerId)}/${parts.name}${fixed(parts.repositoryId, last)}${context}`
}

/** Whether a pattern, ids and context aside, covers the repository of a subject. */
export function isOfRepository(pattern: string, subject: string): boolean {
  const [wants, has] = [patternParts(pattern), subjectOf(subject)]
  const fits = (one: string, other: string): boolean =>
    matchesWildcard(one.toLowerCase(), other.toLowerCase())
  return !!wants && !!has && fits(wants.owner, has.owner) && fits(wants.name, has.name)
}
