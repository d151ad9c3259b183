// Other runs of the repositories that a policy names: a branch that nobody named, branches with a similar name, pull requests.
import { isAll } from '../aws/github-pattern.js'
import { isWild } from '../aws/wildcard.js'
import { type Claims, OTHER, type ProbeSubject, sampleOf } from './probe.js'
import { type Asked, bothForms, type Target, workflowIn } from './probe-target.js'

const BRANCH = 'refs/heads/'
const MOST_WORKFLOWS = 8

export function otherRuns(target: Target, asked: Asked): ProbeSubject[] {
  const { owner, name } = target
  // Of owners that are left open, more is told than that.
  if (isWild(owner)) return []
  const which = isAll(name) ? `${OTHER}-repository` : sampleOf(name)
  const of = target.of ?? { repository: `${owner}/${name}` }
  const run = (who: ProbeSubject['who'], context: string, ref: string): ProbeSubject[] =>
    workflowsOf(owner, which, asked).flatMap((path) =>
      bothForms(target, { owner, name: which, context }, asked).map(({ subject, claims }) => ({
        who,
        of,
        subject,
        claims: { ...claims, ...ofBranch(path, ref) },
      })),
    )
  const branches = similarBranches(target, asked).flatMap((branch) =>
    run('similar-branches', `ref:${branch}`, branch),
  )
  const branch = `${BRANCH}${OTHER}`
  const pulls = run('pull-requests', 'pull_request', 'refs/pull/1/merge')
  // Written out in the policy, it is meant.
  const meant = pulls.some(({ subject }) => asked.wanted.includes(subject))
  return [...run('any-branch', `ref:${branch}`, branch), ...branches, ...(meant ? [] : pulls)]
}

/** Without an environment: one that is named is protected, or everybody's, as its settings say. */
function ofBranch(path: string, ref: string): Claims {
  return {
    ref,
    environment: null,
    job_workflow_ref: `${path}@${ref}`,
    // Whoever may push.
    actor: undefined,
    actor_id: undefined,
  }
}

/** A branch can change the workflows of its own repository, and not those of others. */
function workflowsOf(owner: string, name: string, { claimed }: Asked): string[] {
  const repository = `${owner}/${name}`
  const named = (claimed['job_workflow_ref'] ?? [])
    .slice(0, MOST_WORKFLOWS)
    .flatMap((one) => workflowIn(repository, one.split('@')[0] ?? '') ?? [])
  return [...new Set([...named, `${repository}/.github/workflows/${OTHER}.yml`])]
}

/** Names that are families by themselves, as `main` is not: many branches are meant. */
const FAMILY = /^(v|rel|release|releases|feature|features|hotfix|bugfix|support)\*$/i

/** `main*`: a name that goes on. What ends in a separator (`release/*`) is meant as a family. */
function similarBranches({ context }: Target, { claimed }: Asked): string[] {
  const refs = [context?.replace(/^ref:/, '') ?? '', ...(claimed['ref'] ?? [])]
  return refs
    .filter((ref) => ref.startsWith(BRANCH))
    .map((ref) => ref.slice(BRANCH.length))
    .filter((branch) => isWild(branch) && !isAll(branch) && !isFamily(branch))
    .map((branch) => `${BRANCH}${sampleOf(branch)}`)
}

function isFamily(branch: string): boolean {
  return FAMILY.test(branch) || /^[^*?]*[/_.-]\*$/.test(branch)
}
