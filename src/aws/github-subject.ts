// GitHub's subjects and the patterns for them, taken apart: repository, ids and context.
import { isWild } from './wildcard.js'

export type ContextKind = 'environment' | 'pull-request' | 'ref' | 'any' | 'none' | 'custom'

export interface Subject {
  owner: string
  name: string
  ownerId?: string
  repositoryId?: string
  /** All after the repository; undefined where there is nothing. */
  context?: string
}

const FORM =
  /^repo:(?<owner>[^/:@]+)(?:@(?<ownerId>[^/:@]+))?\/(?<name>[^:@]+)(?:@(?<repositoryId>[^:@]+))?(?::(?<context>.*))?$/s

/** `repo:OWNER/REPO:<context>`, or with ids `repo:OWNER@ID/REPO@ID:<context>` (GitHub docs, OIDC reference). */
export function subjectOf(text: string): Subject | undefined {
  const groups = FORM.exec(text)?.groups
  if (!groups) return undefined
  const { owner = '', name = '', ownerId, repositoryId, context } = groups
  return {
    owner,
    name,
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(repositoryId === undefined ? {} : { repositoryId }),
    ...(context === undefined ? {} : { context }),
  }
}

/** `repo:OWNER/REPO` as it stands there, ids and letter case included; undefined where it begins otherwise. */
export function repositoryPart(text: string): string | undefined {
  return /^repo:[^:]+/.exec(text)?.[0]
}

/** The environment that it ends in; undefined where it names none. */
export function environmentOf(text: string): string | undefined {
  return /:environment:([^:]+)$/.exec(text)?.[1]
}

/** The branch that a subject of the default form names; undefined where it names none. */
export function branchOf(text: string): string | undefined {
  return isDefaultForm(text) ? /:ref:refs\/heads\/([^:]+)$/.exec(text)?.[1] : undefined
}

/** By its context, or by the ref that a template has put in. */
export function isOfPullRequest(text: string): boolean {
  return text.endsWith(':pull_request') || /(^|[:@])refs\/pull\/\d+\//.test(text)
}

const DEFAULT_FORM =
  /^repo:[^/@:]+(@\d+)?\/[^@:]+(@\d+)?:(environment:[^:]+|pull_request|ref:refs\/[^:]+)$/

/** No template made it. */
export function isDefaultForm(text: string): boolean {
  return DEFAULT_FORM.test(text)
}

/** The same subject or pattern in the classic form. */
export function withoutIds(text: string): string {
  const subject = subjectOf(text)
  return subject ? subjectText(subject.owner, subject.name, subject.context) : text
}

export function hasIds(text: string): boolean {
  return subjectOf(text)?.ownerId !== undefined
}

/** The one owner under two names, or two owners: of the same repository's name, one with ids and one without. */
export function isOtherOwner(pattern: string, subject: string): boolean {
  const [wants, has] = [subjectOf(pattern), subjectOf(subject)]
  if (!wants || !has || hasIds(pattern) || !hasIds(subject) || isWild(wants.owner)) return false
  return (
    wants.owner.toLowerCase() !== has.owner.toLowerCase() &&
    wants.name.toLowerCase() === has.name.toLowerCase()
  )
}

/** The same owner and repository in another letter case: GitHub knows one of them under one spelling, and no token has the other. */
export function isOtherSpelling(pattern: string, subject: string): boolean {
  const [wants, has] = [subjectOf(pattern), subjectOf(subject)]
  if (!wants || !has) return false
  const [theirs, ours] = [`${wants.owner}/${wants.name}`, `${has.owner}/${has.name}`]
  return theirs !== ours && theirs.toLowerCase() === ours.toLowerCase()
}

export function subjectText(owner: string, name: string, context: string | undefined): string {
  return `repo:${owner}/${name}${context === undefined ? '' : `:${context}`}`
}

/** GitHub writes a colon inside of a value as `%3A`: a further colon begins a further claim of a template. */
export function kindOf({ context }: Subject): ContextKind {
  if (context === undefined) return 'none'
  if (/^environment:[^:]*$/.test(context)) return 'environment'
  if (context === 'pull_request') return 'pull-request'
  if (/^ref:[^:]*$/.test(context)) return 'ref'
  return /^\*[^:]*$/.test(context) ? 'any' : 'custom'
}

/** A claim of a template begins here; `environment` and `ref` are claims of the default form, too. */
const CLAIM =
  /(^|:)(repository|repository_\w+|job_workflow_\w+|workflow\w*|actor\w*|enterprise\w*|runner_environment|event_name|head_ref|base_ref|context|ref|ref_type|environment|repo_property_\w+):/
/** `repo:OWNER/REPO:`, or what a slip or a wildcard makes of it, and a context of the default form. */
const DEFAULT_START = /^(repo:)?[^:]*(:(environment|ref):[^:]*|:pull_request)?/

/** Made by a template of the repository or organisation (GitHub docs, "Customizing the subject claims"). */
export function isCustomised(text: string): boolean {
  // A URL is a slip, no claim.
  if (/^\w+:\/\//.test(text)) return false
  return CLAIM.test(text.replace(DEFAULT_START, (start) => (/^repo:|\//.test(start) ? '' : start)))
}

/** Whose run it is, by a name or an id. A template may leave that out: then whoever calls the same workflow has the same subject. */
export function namesOwner(subject: string): boolean {
  return /(^|:)(repo|repository|repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id):/.test(
    subject,
  )
}
