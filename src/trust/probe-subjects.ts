// Subjects to probe a trust policy with: strangers, near namesakes, and other runs of the same repository.

import { type Subject, subjectOf, subjectText } from '../aws/github-subject.js'
import type { TrustOpening } from '../model.js'

export interface ProbeSubject {
  who: TrustOpening['who']
  subject: string
  audience?: string
  /** The claims that this one cannot choose; undefined for one that may have them all as the policy wants them. */
  claims?: Readonly<Record<string, string>>
}

/** No repository, branch or audience has such a name: a pattern that lets it in lets in anything there. */
const OTHER = 'any-other'
const MOST = 8

export interface Probed {
  /** The patterns for `sub` of the statement. */
  wanted: readonly string[]
  /** The token's own `sub`, `job_workflow_ref` and `repository_id`; empty where it has none. */
  subject: string
  workflow: string
  repositoryId: string
  github: boolean
}

export function probeSubjects(probed: Probed): ProbeSubject[] {
  const { wanted, subject, github } = probed
  const self = github ? subjectOf(subject) : undefined
  const ofAudience = [...wanted.slice(0, MOST).map(sampleOf), subject].map(
    (one): ProbeSubject => ({ who: 'any-audience', subject: one, audience: `${OTHER}-audience` }),
  )
  if (!self) return [{ who: 'any-subject', subject: `${OTHER}-subject`, claims: {} }, ...ofAudience]
  const contexts = contextsOf(wanted, self)
  return [
    ...contexts.flatMap((context) => strangers(self, wanted, context)),
    ...otherRuns(self, probed),
    ...ofAudience,
  ]
}

/** Repositories that are not the token's, each in the classic form of `sub` and in the one with ids. */
function strangers(self: Subject, wanted: readonly string[], context: string): ProbeSubject[] {
  const repository = `${OTHER}-repository`
  const probe = (who: ProbeSubject['who'], owner: string, name: string): ProbeSubject[] => {
    const ownerId = owner === self.owner ? (self.ownerId ?? '1') : '1'
    const claims = claimsOf(owner, name)
    return [
      { who, subject: subjectText(owner, name, context), claims },
      { who, subject: subjectText(`${owner}@${ownerId}`, `${name}@2`, context), claims },
    ]
  }
  const owners = [
    self.owner,
    ...wanted.flatMap((one) => /^repo:([^:/@*?]+)\//.exec(one)?.[1] ?? []),
  ]
  const near = [...new Set(owners)]
    .slice(0, MOST)
    .flatMap((owner) => [
      ...probe('similar-owners', `${owner}-${OTHER}`, repository),
      ...probe('similar-owners', `${owner}-${OTHER}`, self.name),
      ...probe('similar-owners', `${OTHER}-${owner}`, self.name),
      ...probe('organisation', owner, repository),
      ...probe('similar-repositories', owner, `${self.name}-${OTHER}`),
    ])
  return [...probe('any-repository', `${OTHER}-owner`, repository), ...near]
}

/** What a run of another repository has for certain, whatever its workflow says. */
function claimsOf(owner: string, name: string): Record<string, string> {
  return {
    repository: `${owner}/${name}`,
    repository_id: '2',
    job_workflow_ref: `${owner}/${name}/.github/workflows/${OTHER}.yml@refs/heads/main`,
    actor: OTHER,
    actor_id: '3',
    repository_owner_id: '1',
    ...(owner.includes(OTHER) ? { enterprise_id: '4' } : {}),
  }
}

/** A branch that nobody named, and pull requests, of the repositories that the patterns name. */
function otherRuns(self: Subject, { wanted, workflow, repositoryId }: Probed): ProbeSubject[] {
  // A branch can change its own workflows, and not those of other repositories.
  const own = `${self.owner}/${self.name}/`
  const [path = ''] = workflow.startsWith(own)
    ? workflow.split('@')
    : [`${own}.github/workflows/${OTHER}.yml`]
  const ids = `${self.owner}@${self.ownerId}/${self.name}@${self.repositoryId}`
  const named = wanted.flatMap((one) => /^repo:([^/:*?]+\/[^:*?]+):/.exec(one)?.[1] ?? [])
  const withIds = self.ownerId === undefined ? [] : [ids]
  const repositories = new Set([`${self.owner}/${self.name}`, ...withIds, ...named])
  return [...repositories].slice(0, MOST).flatMap((repository): ProbeSubject[] => {
    const plain = repository.replaceAll(/@[^/]*/g, '')
    const isOwn = plain.toLowerCase() === `${self.owner}/${self.name}`.toLowerCase()
    const whose = {
      repository: plain,
      ...(isOwn && repositoryId !== '' ? { repository_id: repositoryId } : {}),
    }
    const run = (who: ProbeSubject['who'], context: string, ref: string): ProbeSubject => ({
      who,
      subject: `repo:${repository}:${context}`,
      claims: { ref, job_workflow_ref: `${path}@${ref}`, ...whose },
    })
    const pull = run('pull-requests', 'pull_request', 'refs/pull/1/merge')
    const branch = `refs/heads/${OTHER}`
    // Written out in the policy, it is meant.
    const meant = wanted.includes(pull.subject)
    return [run('any-branch', `ref:${branch}`, branch), ...(meant ? [] : [pull])]
  })
}

/** The contexts that the patterns speak of, with something in place of each wildcard. */
function contextsOf(wanted: readonly string[], self: Subject): string[] {
  const named = wanted.map((one) => one.split(':').slice(2).join(':')).filter((one) => one !== '')
  return [...new Set([...named.map(sampleOf), self.context ?? OTHER])].slice(0, MOST)
}

/** A text that a pattern covers. */
export function sampleOf(pattern: string): string {
  return pattern.replaceAll('*', OTHER).replaceAll('?', 'x')
}
