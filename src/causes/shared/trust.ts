// What the causes of the trust policy share: the two values side by side, and what else does not hold.

import { isMultivalued } from '../../aws/condition-keys.js'
import { ownMember } from '../../model/own-member.js'
import type { Block, ConditionResult, Fold, Known, Step, TrustDenial } from '../../model.js'
import { capitalised, commonLength, list, quote, sanitise } from '../../text.js'
import { answererOf } from '../../words.js'
import { isOneOfRoles, policyFile, policySetting } from './role-input.js'
import { savePolicy, withCredentials } from './sts.js'
import { statementText } from './trust-policy.js'

/** What the policy wants and what this job has; two values that have nothing in common are shown whole. */
export function difference({
  nearest,
  condition,
}: Pick<TrustDenial, 'nearest' | 'condition'>): Block[] {
  if (!nearest) return []
  const { wanted, actual, wantedAt, actualAt } = nearest
  const also = (condition?.wanted ?? []).filter((one) => one !== wanted)
  return [
    {
      show: 'difference',
      wanted: { label: 'policy', value: wanted, at: wantedAt, also },
      actual: { label: 'job', value: actual, at: actualAt },
    },
  ]
}

/** The same of a value that stands in the policy and the one that has to stand there. */
export function needed(has: string, needs: string): Block {
  const at = commonLength(has, needs)
  return {
    show: 'difference',
    wanted: { label: 'policy', value: has, at },
    actual: { label: 'needs', value: needs, at },
  }
}

/** ``Trust policy, statement `Deploy`: `sub` ``. */
export function stopOf({
  statement,
  condition,
}: Pick<TrustDenial, 'statement' | 'condition'>): string {
  const name = statement?.sid ? quote(statement.sid, 40) : (statement?.index ?? 0) + 1
  return `Trust policy${statement ? `, statement ${name}` : ''}${condition ? `: ${quote(keyName(condition.key), 60)}` : ''}`
}

/** A key without its prefix: `sub` of `token.actions.githubusercontent.com:sub`. */
export function claimOf(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1)
}

/** A claim of a token is called by its name; a key of AWS's own only with its prefix. */
export function keyName(key: string): string {
  return /^(sts|aws):/i.test(key) ? key : claimOf(key)
}

/** The role by the last part of its name. */
export function roleInWords({ inputs }: Known): string {
  const name = inputs?.role?.name.split('/').at(-1) ?? ''
  return name === '' ? 'the role' : quote(name, 64)
}

/** The same in a headline that may be told of several roles. */
export function roleInHeadline(known: Known): string {
  return isOneOfRoles(known) ? 'the role' : roleInWords(known)
}

/** ``the trust policy of `deploy` ``, for a headline. */
export function policyOfRole(known: Known): string {
  return `the trust policy of ${roleInHeadline(known)}`
}

/** Where the policy is that counts. */
export function inForce(known: Known): 'in AWS' | 'at that STS' {
  return answererOf(known) === 'AWS' ? 'in AWS' : 'at that STS'
}

/** The repository whose run this is; as the token has it, since `sub` is made of that. */
export function repositoryOf({ token, run }: Known): string {
  const claim = token?.claims['repository']
  return typeof claim === 'string' ? claim : run.repository
}

export function ownerOf(known: Known): string {
  return repositoryOf(known).split('/')[0] ?? ''
}

/** A condition as it stands in the policy, and what it meets. */
export function conditionText({ operator, key, wanted, actual, state }: ConditionResult): string {
  const has =
    actual !== undefined
      ? `this job has ${list(actual)}`
      : state === 'not-offered'
        ? 'STS has no such key'
        : 'this job does not have it'
  return `${quote(operator)} on ${quote(key)} wants ${list(wanted.slice(0, 5), 'or')}, ${has}`
}

/** One line to paste into a block that may have others: a second block of the same name would take the place of the first. */
export function conditionLine(key: string, value: string): string {
  return sanitise(`${JSON.stringify(key)}: ${JSON.stringify(value)}`)
}

/** Whether the change puts this very value into the policy. */
export function isAdded({ suggestion }: TrustDenial, value: string): boolean {
  if (!suggestion) return false
  const { diff, statement } = suggestion
  const added = diff === '' ? [statement] : addedLines(diff)
  return added.some((text) => text.includes(JSON.stringify(value)))
}

/** The lines that are new; one that has but a comma more or less, or another place, was there before. */
export function addedLines(diff: string): string[] {
  const of = (sign: string): string[] =>
    diff.split('\n').flatMap((line) => (line.startsWith(sign) ? [line.slice(1)] : []))
  const bare = (line: string): string => line.trim().replace(/,$/, '')
  const gone = new Set(of('-').map(bare))
  return of('+').filter((line) => !gone.has(bare(line)))
}

/** What this job has of the keys that keep it out, and `sub`, which comes into what is suggested in any case. */
export function ownValues(
  { condition, more }: TrustDenial,
  { token }: Known,
): { key: string; value: string }[] {
  const failing = [...(condition ? [condition] : []), ...more].flatMap(({ key, actual = [] }) =>
    actual.map((value) => ({ key: keyName(key), value })),
  )
  return [...failing, ...(token ? [{ key: 'sub', value: token.subject }] : [])]
}

/** What else keeps the job out: whoever takes another way out than the change to the policy has to know. */
export function furtherReasons({ problem, more, denied }: TrustDenial): Block[] {
  // Of a Deny, the further conditions hold.
  const names = problem === 'denied' ? [] : more.map(({ key }) => keyName(key))
  const also =
    names.length === 0
      ? []
      : [`${list(names.slice(0, 3))} ${names.length === 1 ? 'does' : 'do'} not fit either.`]
  const deny = denied
    ? [`${capitalised(statementText(denied))} has the effect Deny and matches this job too.`]
    : []
  return [...also, ...deny].map((say) => ({ show: 'sentence', say }))
}

export function furtherConditions({ problem, more }: TrustDenial): Fold[] {
  if (problem === 'denied' || more.length === 0) return []
  const points = more.slice(0, 8).map(conditionText)
  return [{ title: 'What else does not fit', blocks: [{ show: 'list', points }] }]
}

/** The part of a subject or pattern after the repository, as a person calls it: ``branch `main` ``. */
export function contextWords(subject: string): string {
  const context = /^repo:[^:]*:(.*)$/s.exec(subject)?.[1] ?? ''
  const queue = /^ref:refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d/s.exec(context)?.[1]
  if (queue !== undefined) return `the merge queue of ${quote(queue, 60)}`
  const [, kind = '', name = ''] =
    /^(environment:|ref:refs\/heads\/|ref:refs\/tags\/)(.+)$/s.exec(context) ?? []
  const words = ownMember(CONTEXTS, kind)
  if (words !== undefined) return name === '*' ? `any ${words}` : `${words} ${quote(name, 60)}`
  if (context === 'pull_request') return 'pull requests'
  return quote(context === '' ? subject : context, 60)
}

const CONTEXTS: Readonly<Record<string, string>> = {
  'environment:': 'environment',
  'ref:refs/heads/': 'branch',
  'ref:refs/tags/': 'tag',
}

/** How `trust-policy` is given the policy as it is in AWS; this step has no credentials for that yet. */
export function givePolicy(known: Known): Step {
  return {
    say: `Save the policy ${answererOf(known) === 'AWS' ? 'from AWS' : 'as that STS has it'}, ${withCredentials(known)}, commit the file, check it out before this step (\`actions/checkout\`), and set ${policySetting(known, policyFile(known))}`,
    code: savePolicy(known),
    language: 'sh',
  }
}

/** The set operator that a key of several values requires, if the condition has none: the one that keeps the meaning. */
export function lackingSet({ operator, key, actual = [] }: ConditionResult): string | undefined {
  if (operator.includes(':') || (actual.length < 2 && !isMultivalued(key))) return undefined
  return /not/i.test(operator) ? 'ForAllValues' : 'ForAnyValue'
}
