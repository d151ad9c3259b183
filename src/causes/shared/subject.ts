// Why a trust policy that was written in good faith does not match a token, ranked by what the claims say.

import {
  environmentOf,
  hasIds,
  isDefaultForm,
  isOfPullRequest,
  repositoryPart,
  subjectOf,
} from '../../aws/github-subject.js'
import { issuerName } from '../../aws/provider.js'
import { ASSUME, TAG_SESSION } from '../../aws/statement.js'
import { carriesTags, isGitHub } from '../../aws/token-rules.js'
import type { Known, TokenFacts } from '../../model.js'
import { list, plainText, quote } from '../../text.js'
import { answererOf } from '../../words.js'
import { keyName } from './trust.js'

/** More than this nobody reads at 3 am. */
const MOST = 5

/** One sentence or two each, the most probable first; those that any token may meet come last. */
export function reasonsFor(token: TokenFacts, known: Known): string[] {
  const tags = carriesTags(token.claims)
    ? [
        `The token carries session tags: the policy must allow \`${TAG_SESSION}\` beside \`${ASSUME}\`.`,
      ]
    : []
  const undecided = undecidedReason(known)
  if (undecided !== undefined) return [undecided, ...tags, ...otherReasons(known)].slice(0, MOST)
  const own = isGitHub(token.claims)
    ? [...twoSubjects(token, known), ...otherJobs(token, known), ...githubReasons(token)]
    : otherIssuerReasons()
  return [...tags, ...own, spellingReason(token), ...otherReasons(known)].slice(0, MOST)
}

/** A policy was given whose condition on `sub` holds: no guess at another `sub` stands against that. */
function undecidedReason({ trust, token }: Known): string | undefined {
  const key = `${issuerName(token?.issuer ?? '')}:sub`.toLowerCase()
  const [open] = (trust?.statements ?? []).filter(
    ({ effect, matched, flaws, conditions }) =>
      effect === 'Allow' &&
      matched === 'undecided' &&
      flaws.length === 0 &&
      conditions.some((one) => one.key.toLowerCase() === key && one.holds === true),
  )
  if (!open) return undefined
  const parts = [
    ...(open.principal === true ? [] : ['Principal']),
    ...(open.action === true ? [] : ['Action']),
    ...open.conditions.filter(({ holds }) => holds !== true).map((one) => keyName(one.key)),
  ]
  return `In the policy given, \`sub\` fits; ${list(parts.slice(0, 3))} cannot be decided here.`
}

/** The file has this very step ask for one role under two subjects: a policy that allows the one need not allow the other. */
function twoSubjects({ subject }: TokenFacts, { workflow }: Known): string[] {
  const own = repositoryPart(subject)
  if (!workflow || own === undefined || !isDefaultForm(subject)) return []
  if (environmentOf(subject) !== undefined) return []
  if (workflow.job?.environment)
    return [
      `The file gives the job an \`environment:\`, which has no value in this run. With one, \`sub\` is ${quote(`${own}:environment:NAME`, 120)}: the policy needs both.`,
    ]
  // A job with an `if:` may run for one of them only.
  if (workflow.job?.condition || workflow.step?.condition) return []
  const others = workflow.events.filter((event) => OF_A_REF.includes(event))
  const pulls = workflow.events.filter((event) =>
    /^pull_request(_review|_review_comment)?$/.test(event),
  )
  const [other] = others
  if (pulls.length === 0 || other === undefined || !isOneOfTwo(subject)) return []
  return [
    `The workflow runs for pull requests and on ${quote(other, 40)}: \`sub\` is ${quote(`${own}:pull_request`, 120)} for the former, ${quote(`${own}:ref:…`, 120)} for the latter. Each needs a statement, or a role, of its own.`,
  ]
}

/** Another job of the file gives the same role, and has another subject: a policy for the one does not match the other. */
function otherJobs({ subject }: TokenFacts, { workflow }: Known): string[] {
  const start = repositoryPart(subject)
  if (start === undefined || !isDefaultForm(subject)) return []
  const own = environmentOf(subject) ?? ''
  const other = workflow?.sameRole?.find(({ environment }) => environment !== own)
  if (!other) return []
  const { job, environment } = other
  const [having, end] =
    environment === ''
      ? ['without an `environment:`', isOfPullRequest(subject) ? 'pull_request' : 'ref:…']
      : [`with \`environment: ${quote(environment, 60).slice(1)}`, `environment:${environment}`]
  return [
    `The job ${quote(job, 60)} gives the same role ${having}: its \`sub\` is ${quote(`${start}:${end}`, 160)}, and a policy for that one does not match this job. Each needs a statement, or a role, of its own.`,
  ]
}

/** Events whose `sub` names the ref that they run on. */
const OF_A_REF: readonly string[] = ['push', 'workflow_dispatch', 'schedule', 'release', 'create']

function isOneOfTwo(subject: string): boolean {
  return isOfPullRequest(subject) || /:ref:refs\/[^:]+$/.test(subject)
}

function githubReasons(token: TokenFacts): string[] {
  const { subject } = token
  const found = [
    environmentReason(subject),
    idsReason(subject),
    subject.endsWith(':pull_request')
      ? 'The run is for a pull request, so `sub` ends in `:pull_request` and names no branch.'
      : '',
    reusableReason(token),
    tagReason(subject),
    isDefaultForm(subject)
      ? ''
      : '`sub` is not in the default form of GitHub, for a template of the repository or organisation makes it: a policy for `repo:OWNER/REPO:ref:…` does not match.',
    pathReason(token),
  ].filter((reason) => reason !== '')
  return found.length > 0 ? found.slice(0, 3) : branchReasons(subject)
}

function environmentReason(subject: string): string {
  const name = environmentOf(subject)
  if (name === undefined || !isDefaultForm(subject)) return ''
  return `The job has \`environment: ${quote(name).slice(1)}, so \`sub\` ends in ${quote(`:environment:${name}`)}: a policy for \`:ref:refs/heads/…\` does not match.`
}

function idsReason(subject: string): string {
  const { owner, name } = subjectOf(subject) ?? {}
  if (!hasIds(subject)) return ''
  return `\`sub\` carries the ids of owner and repository, as for repositories created, renamed or transferred after 2026-07-15: a policy for ${quote(`repo:${owner}/${name}:…`)} or ${quote(`repo:${owner}/*`)} does not match.`
}

function reusableReason({ claims }: TokenFacts): string {
  const called = plainText(claims['job_workflow_ref'])
  const repository = plainText(claims['repository'])
  if (called === '' || called.toLowerCase().startsWith(`${repository.toLowerCase()}/`)) return ''
  return `The job runs in the reusable workflow ${quote(called)}, but \`sub\` is that of the calling repository ${quote(repository)}: a policy for the other repository does not match.`
}

function tagReason(subject: string): string {
  const tag = /:ref:refs\/tags\/(.+)$/.exec(subject)?.[1]
  return tag === undefined
    ? ''
    : `The run is for the tag ${quote(tag)}, so \`sub\` has \`:ref:refs/tags/\`, not \`:ref:refs/heads/\`.`
}

/** An enterprise's own issuer. */
function pathReason({ issuer }: TokenFacts): string {
  const name = issuerName(issuer)
  return name.includes('/')
    ? `The issuer has a path, which belongs into Principal and the condition keys of the policy: ${quote(`${name}:sub`)}.`
    : ''
}

function branchReasons(subject: string): string[] {
  const branch = /:ref:refs\/heads\/(.+)$/.exec(subject)?.[1]
  const others = 'another branch, for an `environment` or for another repository does not match.'
  return [
    branch === undefined
      ? `A policy for ${others}`
      : `The run is for the branch ${quote(branch)}: a policy for ${others}`,
  ]
}

function otherIssuerReasons(): string[] {
  return ['The policy wants another `sub`, or another `aud`.']
}

function spellingReason({ subject }: TokenFacts): string {
  const start = repositoryPart(subject) ?? subject
  return `The policy spells it differently: ${quote(start)} must have the same capitals there, and \`*\` is a wildcard only under StringLike, not under StringEquals.`
}

function otherReasons(known: Known): string[] {
  const { name = '', account = '' } = known.inputs?.role ?? {}
  const aws = answererOf(known) === 'AWS'
  return [
    aws
      ? `There is no role ${quote(name)} (its path included) in account ${quote(account)}: AWS answers the same.`
      : `There is no role ${quote(name)} (its path included) at that STS.`,
    ...(aws
      ? [
          'Role, policy or provider were created or changed seconds ago: it takes about 10 s until all of AWS knows.',
        ]
      : []),
  ]
}
