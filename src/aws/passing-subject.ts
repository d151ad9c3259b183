// Parts of a subject, or of another claim, that are new with each run, and the pattern that fits the runs to come as well.

/** `commit` and `run`: a claim whose value each commit, or each run, has of its own. */
export type PassingKind = 'merge-queue' | 'pull-request' | 'tag' | 'commit' | 'run' | 'generated'

export interface Passing {
  kind: PassingKind
  /** The part that changes, as the claim has it. */
  part: string
  /** The whole claim with wildcards in its place, for StringLike. */
  pattern: string
  /** Whose runs the pattern fits: the base branch, the start of the tags' or accounts' names, the claim; empty where it is all. */
  of: string
  /** Whose ref it is, where that of a called workflow is named (`job_workflow_ref`: GitHub docs, OIDC reference). */
  repository?: string
}

type Find = (subject: string) => Passing | undefined

function passing(
  subject: string,
  kind: PassingKind,
  at: { part: string; wild: string; of: string },
) {
  const { part, wild, of } = at
  const before = subject.slice(0, subject.indexOf(part))
  const repository = OF_WORKFLOW.exec(before)?.[1]
  return {
    kind,
    part,
    pattern: subject.replace(part, () => wild),
    of,
    ...(repository === undefined ? {} : { repository }),
  }
}

/** What stands before the ref of a workflow file: `OWNER/REPO/.github/workflows/FILE@`. */
const OF_WORKFLOW = /(?:^|:)([\w.-]+\/[\w.-]+)\/\.github\/workflows\/[^:@]+@(?:refs\/heads\/)?$/

/** A merge group runs for a branch of its own (GitHub docs, "Managing a merge queue"; `gh-readonly-queue/<base>/pr-<n>-<sha>`). */
const mergeQueue: Find = (subject) => {
  const [part, base = ''] = /gh-readonly-queue\/([^:@]+)\/pr-\d+-[\da-f]{7,64}/.exec(subject) ?? []
  if (part === undefined) return undefined
  return passing(subject, 'merge-queue', { part, wild: `gh-readonly-queue/${base}/pr-*`, of: base })
}

/** What a pull request runs at, where a template names the ref (GitHub docs, "Events that trigger workflows"). */
const pullRequest: Find = (subject) => {
  const [part, , end = ''] = /refs\/pull\/(\d+)\/(merge|head)/.exec(subject) ?? []
  if (part === undefined) return undefined
  return passing(subject, 'pull-request', { part, wild: `refs/pull/*/${end}`, of: '' })
}

/** A tag with a number in it is the next release's no more. */
const tag: Find = (subject) => {
  const [part, start = ''] = /refs\/tags\/([^\d:@]*)\d[^:@]*/.exec(subject) ?? []
  if (part === undefined) return undefined
  return passing(subject, 'tag', { part, wild: `refs/tags/${start}*`, of: start })
}

/**
 * Buildkite has the commit in each subject (Buildkite docs, "OpenID Connect in Buildkite"); templates of GitHub can have any
 * claim, those of one run or one commit too (GitHub docs, OIDC reference).
 */
const OF_A_RUN =
  /(?<=^|:)(commit|sha|workflow_sha|job_workflow_sha|run_id|run_number|run_attempt):([\da-f]{40,64}|\d+)(?=:|$)/

const claim: Find = (subject) => {
  const [part, name = ''] = OF_A_RUN.exec(subject) ?? []
  if (part === undefined) return undefined
  const kind = /commit|sha/.test(name) ? 'commit' : 'run'
  return passing(subject, kind, { part, wild: `${name}:*`, of: name })
}

/**
 * Bitbucket ends each subject in the step of this run: `{repository}:{step}`, `{repository}:{environment}:{step}` (Atlassian,
 * "Deploy on AWS using Bitbucket Pipelines OpenID Connect"). The pattern is as long as a step, so that it fits no environment.
 */
const OF_BITBUCKET = /^\{[\da-f-]{36}\}(?::\{[\da-f-]{36}\})?:(?<part>\{[\da-f-]{36}\})$/

const bitbucket: Find = (subject) => {
  const part = OF_BITBUCKET.exec(subject)?.groups?.['part']
  if (part === undefined) return undefined
  const pattern = `${subject.slice(0, -part.length)}${part.replace(/[\da-f]/g, '?')}`
  return { kind: 'run', part, pattern, of: '' }
}

/** What Kubernetes appends to a name (apimachinery, util/rand: no vowels, no 0, 1 and 3), or another generator. */
const SUFFIX = /^(?=.*\d)([bcdfghjklmnpqrstvwxz2456789]{5,10}|[\da-f]{8,}|\d{6,})$/

const serviceAccount: Find = (subject) => {
  const [, start = '', name = ''] = /^(system:serviceaccount:[^:]+:)([^:]+)$/.exec(subject) ?? []
  const words = name.split('-')
  const kept = words.slice(0, words.length - trailing(words))
  if (kept.length === words.length || kept.length === 0) return undefined
  const stem = `${kept.join('-')}-`
  const pattern = `${start}${stem}*`
  return { kind: 'generated', part: name.slice(stem.length), pattern, of: stem }
}

/** How many of the last words are generated: a hash and a random end, or a UUID. */
function trailing(words: readonly string[]): number {
  const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/
  if (uuid.test(words.slice(-5).join('-'))) return 5
  const last = words.at(-1) ?? ''
  if (!SUFFIX.test(last) && !isMixed(last)) return 0
  return 1 + (SUFFIX.test(words.at(-2) ?? '') ? 1 : 0)
}

/** Digits among letters, as no person names anything. */
function isMixed(word: string): boolean {
  return /^[a-z\d]{5,12}$/.test(word) && (word.match(/\d(?=[a-z])|[a-z](?=\d)/g)?.length ?? 0) >= 3
}

const FINDS: readonly Find[] = [mergeQueue, pullRequest, tag, claim, bitbucket, serviceAccount]

/** Undefined where every later run of the same job has the same value. */
export function passingPartOf(subject: string): Passing | undefined {
  for (const find of FINDS) {
    const found = find(subject)
    // A wildcard of the subject's own would let more in than is said.
    if (found && !/[*?]|\$\{/.test(subject)) return found
  }
  return undefined
}
