// trust-condition-mismatch: a condition on something else than subject and audience does not hold.

import { repositoryPart } from '../aws/github-subject.js'
import { isSessionName } from '../aws/role-arn.js'
import { isWild, matchesWildcard } from '../aws/wildcard.js'
import type { Known, Step, TrustDenial } from '../model.js'
import { oneLine, quote } from '../text.js'
import { runInEnvironment } from './shared/environment.js'
import { claimOf, conditionText, keyName, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustConditionMismatch = trustCause('condition-mismatch', {
  title: 'a condition of the trust policy does not hold',
  docs: ['iamConditionOperators', 'iamConditionKeys', 'iamSetOperators'],
  headline: ({ condition }, known) => {
    const key = quote(keyName(condition?.key ?? ''), 60)
    return condition?.actual === undefined
      ? `${policyOfRole(known)} wants ${key}, which this job does not have`
      : `${policyOfRole(known)} wants another ${key}`
  },
  shown: ({ condition, nearest }) => [
    ...(condition && !nearest
      ? [{ show: 'sentence' as const, say: `${conditionText(condition)}.` }]
      : []),
    ...(/not/i.test(condition?.operator ?? '')
      ? [
          {
            show: 'sentence' as const,
            say: 'This operator holds only where none of its values matches.',
          },
        ]
      : []),
  ],
  first: (denial, known) => {
    const name = sessionName(denial)
    return name === undefined
      ? [...ownEnvironment(denial, known), ...callWanted(denial, known)]
      : [
          {
            when: 'If this job may use the role',
            say: 'Give the session the name that the policy wants',
            code: `role-session-name: ${name}`,
            language: 'yaml',
          },
        ]
  },
  // Somebody wrote it to keep jobs out.
  noFirst: ({ condition }) =>
    /not/i.test(condition?.operator ?? '')
      ? 'If the condition is meant for jobs like this one'
      : undefined,
  change: (denial, known) => {
    if (/not/i.test(denial.condition?.operator ?? ''))
      return { when: 'If this job may use the role all the same' }
    if (sessionName(denial) !== undefined) return { when: 'If its own session name may stay' }
    if (callWanted(denial, known).length > 0)
      return { when: 'If this job may use the role without it' }
    return ownEnvironment(denial, known).length === 0
      ? {}
      : { when: 'If it may use the role without that environment' }
  },
  where: (denial, known) => {
    if (sessionName(denial)) return { input: 'role-session-name' }
    return ownEnvironment(denial, known).length > 0 ? 'environment' : undefined
  },
  page: {
    meaning:
      'Every condition of a statement must hold. Beside subject and audience a policy may test further claims (ref, repository_id, job_workflow_ref, …), the name of the session (`sts:RoleSessionName`, the input `role-session-name`), session tags and more. A positive operator does not hold where the key is missing; a negated one does.',
    tell: 'Subject and audience match, or their conditions have no part in it: then the finding would be trust-subject-… or trust-audience-mismatch. A key that STS does not have at all is trust-claim-not-a-key.',
  },
})

/** The job has no environment, the policy asks for one, and lets the job in that has it: the job's `sub` names it then. */
function ownEnvironment(
  { condition, more, statement }: TrustDenial,
  { token, trust }: Known,
): Step[] {
  const name = oneValue(condition, 'environment')
  const own = repositoryPart(token?.subject ?? '')
  if (name === undefined || own === undefined || condition?.actual || more.length > 0) return []
  const subject = `${own}:environment:${name}`
  const others = trust?.statements.find(({ index }) => index === statement?.index)?.conditions ?? []
  const fits = others
    .filter((one) => /:sub$/i.test(one.key))
    .every(
      (one) =>
        !one.open &&
        /^(ForAnyValue:)?String(Equals|Like)$/i.test(one.operator) &&
        one.wanted.some((value) =>
          /like$/i.test(one.operator) ? matchesWildcard(value, subject) : value === subject,
        ),
    )
  return fits ? [runInEnvironment(name)] : []
}

/** The only value that a condition on this claim asks for, where it means itself. */
function oneValue(condition: TrustDenial['condition'], claim: string): string | undefined {
  const { key = '', operator = '', wanted: [value, another] = [], open } = condition ?? {}
  const asks = claimOf(key).toLowerCase() === claim && /^String(Equals|Like)$/i.test(operator)
  const isOne = value !== undefined && another === undefined && !isWild(value) && !open
  return asks && isOne ? value : undefined
}

/** The policy asks for a workflow that is called: the job can call it, at the very ref. */
function callWanted({ condition, more }: TrustDenial, { token }: Known): Step[] {
  const value = oneValue(condition, 'job_workflow_ref') ?? ''
  const { repository, path, ref } = CALLED.exec(value)?.groups ?? {}
  if (!repository || !path || !ref || more.length > 0) return []
  const actual = condition?.actual
  const { workflow_ref: own } = token?.claims ?? {}
  // A workflow that runs by itself is at the ref of the run.
  const isCalled = actual?.[0] !== undefined && actual[0] !== own
  const isAnother = repository !== token?.claims['repository']
  return isCalled || isAnother
    ? [
        {
          when: 'If the job can call that workflow',
          say: 'Call it at the ref that the policy wants',
          code: `uses: ${oneLine(`${repository}/${path}@${ref}`)}`,
          language: 'yaml',
        },
      ]
    : []
}

/** `uses:` takes a branch or a tag by its name (GitHub docs, "Reuse workflows"). */
const CALLED =
  /^(?<repository>[\w.-]+\/[\w.-]+)\/(?<path>\.github\/workflows\/[\w.-]+)@(?:refs\/(?:heads|tags)\/)?(?<ref>(?!refs\/)[\w./-]+)$/

/** The name of the session is this step's to choose: the first one wanted that is a name, and no pattern. */
function sessionName({ condition, nearest }: TrustDenial): string | undefined {
  if (condition?.key.toLowerCase() !== 'sts:rolesessionname') return undefined
  // An operator that negates says what the name must not be.
  if (
    !/^(For(AnyValue|AllValues):)?String(Equals|EqualsIgnoreCase|Like)(IfExists)?$/i.test(
      condition.operator,
    )
  )
    return undefined
  const wanted = [...(nearest ? [nearest.wanted] : []), ...condition.wanted]
  return wanted.find((name) => isSessionName(name) && /^\w/.test(name))
}
