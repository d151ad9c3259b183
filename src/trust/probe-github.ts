// Probe subjects for GitHub: repositories and runs that the conditions of a statement leave open, each with the claims that it cannot choose.
import { isAll, type PatternParts, patternParts } from '../aws/github-pattern.js'
import type { Subject } from '../aws/github-subject.js'
import { isWild } from '../aws/wildcard.js'
import type { OpeningOf } from '../model.js'
import { type Claims, NO_ID, OTHER, type Probed, type ProbeSubject, sampleOf } from './probe.js'
import { otherRuns } from './probe-runs.js'
import { type Asked, bothForms, fixedId, strangersClaims, type Target } from './probe-target.js'

const MOST = 20
const MOST_CONTEXTS = 8

export function githubProbes(self: Subject, probed: Probed): ProbeSubject[] {
  const asked: Asked = { ...probed, self, contexts: contextsOf(probed.wanted, self) }
  const targets = targetsOf(asked)
  return targets.flatMap((target) => [
    ...strangers(target, asked),
    ...otherRuns(target, asked),
    ...namesakes(target, asked),
  ])
}

/** As the patterns name them; and the token's own repository and owner, which a condition on another claim may leave open. */
function targetsOf({ self, wanted, claimed, own }: Asked): Target[] {
  const { owner, name } = self
  const patterns = wanted.filter(isWild).slice(0, MOST)
  const workflows = claimed['job_workflow_ref'] ?? []
  const named = [...(claimed['repository'] ?? []), ...workflows.map(repositoryOf)]
  const targets: Target[] = [
    { owner: '*', name: '*' },
    { owner: '*', name },
    ...patterns.flatMap((pattern) => spread(patternParts(pattern))),
    ...named.slice(0, MOST).flatMap((one) => {
      const [whose = '', which = '*'] = one.split('/')
      return spread({ owner: whose, name: which })
    }),
    { owner, name: '*' },
    { owner, name },
    ...foreign(claimed['repository_owner_id'], own['repository_owner_id']).map((id) => ({
      owner: `${OTHER}-owner`,
      name: '*',
      of: { ownerId: id },
      claims: { repository_owner_id: id },
    })),
    ...foreign(claimed['repository_id'], own['repository_id']).map((id) => ({
      owner: `${OTHER}-owner`,
      name: `${OTHER}-repository`,
      of: { repositoryId: id },
      claims: { repository_id: id },
    })),
  ]
  return [...new Map(targets.map((one) => [JSON.stringify(one), one])).values()]
}

/** Of a pattern for a workflow: a star in its repository may go on over the path. */
function repositoryOf(workflow: string): string {
  const [path = ''] = workflow.split('@')
  const [owner = '', name = '*', rest] = path.split('/')
  if (rest === undefined) return `${owner}/${name.replace(/\*.*/s, '*')}`
  return `${owner}/${owner.endsWith('*') && name === '.github' ? '*' : name}`
}

/** A star may end the owner, or go on over the `/`: then it is about the owner of that very name, too. */
function spread(parts: PatternParts | undefined): PatternParts[] {
  if (!parts) return []
  const start = /^([^*?]+)\*$/.exec(parts.owner)?.[1]
  const ends = start !== undefined && isAll(parts.name) && parts.ownerId === undefined
  return ends ? [parts, { ...parts, owner: start }] : [parts]
}

/** Ids of others: whose they are, nobody knows here. */
function foreign(ids: readonly string[] = [], own: string | undefined): string[] {
  return ids.filter((id) => id !== own && !isWild(id)).slice(0, MOST)
}

/** Repositories that the target leaves open, each in the classic form of `sub` and in the one with ids. */
function strangers(target: Target, asked: Asked): ProbeSubject[] {
  const { owner, name, of } = target
  const { claimed } = asked
  const which = isAll(name) ? `${OTHER}-repository` : sampleOf(name)
  const put = (who: ProbeSubject['who'], whose: string, about?: OpeningOf, more: Claims = {}) =>
    contextsFor(target, asked).flatMap((context) =>
      bothForms(target, { owner: whose, name: which, context }, asked).map((probe) => ({
        ...probe,
        who,
        ...(about ? { of: about } : {}),
        claims: { ...probe.claims, ...more },
      })),
    )
  if (of) return 'ownerId' in of ? put('organisation', owner, of) : []
  if (isAll(owner)) {
    const free = Object.keys(claimed)
    const [actor] = [...(claimed['actor'] ?? []), ...(claimed['actor_id'] ?? [])]
    const stranger = `${OTHER}-owner`
    return [
      ...put('any-repository', stranger),
      ...(actor === undefined
        ? []
        : put(
            'any-repository-of-actor',
            stranger,
            { actor },
            { actor: undefined, actor_id: undefined },
          )),
      ...(free.includes('enterprise_id')
        ? put('any-repository-of-enterprise', stranger, undefined, { enterprise_id: undefined })
        : []),
    ]
  }
  if (isWild(owner)) return put('similar-owners', sampleOf(owner), { owner })
  if (isAll(name)) return put('organisation', owner, { owner })
  return isWild(name) ? put('similar-repositories', owner, { repository: `${owner}/${name}` }) : []
}

/** The same names, and other ids in the place of a wildcard. */
function namesakes(target: Target, asked: Asked): ProbeSubject[] {
  const { owner, name, ownerId, repositoryId } = target
  // Of an owner by its id, every repository may be meant, and one that was made again is no other.
  const open = isWild(ownerId ?? '')
  const again = isWild(repositoryId ?? '') && !isWild(name)
  if ((!open && !again) || isWild(owner)) return []
  const which = isAll(name) ? `${OTHER}-repository` : sampleOf(name)
  const oid = fixedId(ownerId) ?? NO_ID.owner
  const rid = fixedId(repositoryId) ?? NO_ID.repository
  const claims = {
    ...strangersClaims(owner, which, asked.claimed['job_workflow_ref']),
    repository_owner_id: oid,
    repository_id: rid,
  }
  return contextsFor(target, asked).map((context) => ({
    who: 'ids',
    subject: `repo:${owner}@${oid}/${which}@${rid}:${context}`,
    claims,
  }))
}

function contextsFor({ context }: PatternParts, { contexts }: Asked): readonly string[] {
  return context === undefined || isAll(context) ? contexts : [sampleOf(context)]
}

function contextsOf(wanted: readonly string[], self: Subject): string[] {
  const named = wanted.flatMap((one) => {
    const { context } = patternParts(one) ?? {}
    return context === undefined || isAll(context) ? [] : [sampleOf(context)]
  })
  const own = self.context ?? 'ref:refs/heads/main'
  return [...new Set([own, ...named])].slice(0, MOST_CONTEXTS)
}
