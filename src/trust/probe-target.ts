// A repository that is asked about, and what its runs have in their tokens, whatever a workflow says.
import type { PatternParts } from '../aws/github-pattern.js'
import type { Subject } from '../aws/github-subject.js'
import { isWild, matchesWildcard } from '../aws/wildcard.js'
import type { OpeningOf } from '../model.js'
import { type Claims, NO_ID, OTHER, type Probed, sampleOf } from './probe.js'

/** Repositories that are asked about, as the policy names them. */
export interface Target extends PatternParts {
  /** Whom the openings are about, where the names do not say it; with the claims that make them so. */
  of?: OpeningOf
  claims?: Claims
}

export interface Asked extends Probed {
  self: Subject
  /** The contexts that the patterns speak of, with something in place of each wildcard, and the run's own. */
  contexts: readonly string[]
}

/** Of more patterns for a workflow, nothing is tried. */
const MOST = 3

/**
 * A workflow of this repository that the pattern covers: whoever writes there names its file (GitHub docs, "Reuse workflows": in
 * this folder, and in none below it). Undefined where none can be covered.
 */
export function workflowIn(repository: string, pattern: string): string | undefined {
  const path = `${repository}/.github/workflows/${sampleOf(pattern.split('/').at(-1) ?? '')}`
  return matchesWildcard(pattern, path) ? path : undefined
}

/** What a run of another repository has for certain, whatever its workflow says; that is called as one of these, if it can be. */
export function strangersClaims(
  owner: string,
  name: string,
  workflows: readonly string[] = [],
): Claims {
  const repository = `${owner}/${name}`
  const called = workflows.slice(0, MOST).flatMap((one) => {
    const [pattern = '', ref = 'refs/heads/main'] = one.split('@')
    const path = workflowIn(repository, pattern)
    return path === undefined ? [] : [`${path}@${sampleOf(ref)}`]
  })
  return {
    repository,
    job_workflow_ref: called[0] ?? `${repository}/.github/workflows/${OTHER}.yml@refs/heads/main`,
    actor: OTHER,
    actor_id: NO_ID.other,
  }
}

/** An id as a pattern has it; undefined where it has none, or a wildcard in its place. */
export function fixedId(id: string | undefined): string | undefined {
  return isWild(id ?? '*') ? undefined : id
}

interface Named {
  owner: string
  name: string
  context: string
}

/** A repository in both forms of `sub`, with the ids that are known of it, or that the pattern says. */
export function bothForms(
  target: Target,
  { owner, name, context }: Named,
  { self, own, claimed }: Asked,
): { subject: string; claims: Claims }[] {
  const isOwner = owner.toLowerCase() === self.owner.toLowerCase()
  const isOwn = isOwner && name.toLowerCase() === self.name.toLowerCase()
  const meantOwner = owner === target.owner && !target.of
  const meant = meantOwner && name === target.name
  const oid = fixedId(target.ownerId) ?? (isOwner ? own['repository_owner_id'] : undefined)
  const rid = fixedId(target.repositoryId) ?? (isOwn ? own['repository_id'] : undefined)
  const claims: Claims = {
    ...strangersClaims(owner, name, claimed['job_workflow_ref']),
    repository_owner_id: oid ?? (meantOwner ? undefined : NO_ID.owner),
    repository_id: rid ?? (meant ? undefined : NO_ID.repository),
    enterprise_id: isOwner ? (own['enterprise_id'] ?? null) : meantOwner ? undefined : NO_ID.other,
    ...target.claims,
  }
  return [
    { subject: `repo:${owner}/${name}:${context}`, claims },
    {
      subject: `repo:${owner}@${oid ?? NO_ID.owner}/${name}@${rid ?? NO_ID.repository}:${context}`,
      claims,
    },
  ]
}
