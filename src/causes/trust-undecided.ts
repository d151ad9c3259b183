// trust-undecided: something in the trust policy can be decided by AWS only.
import { ownMember } from '../model/own-member.js'
import type { Block, ConditionResult, Known, Step, TrustUndecided } from '../model.js'
import { list, oneLine, quote } from '../text.js'
import { answererOf, flawText } from '../words.js'
import { causeOf } from './cause.js'
import { principalLine } from './shared/sts-steps.js'
import { parameterSteps } from './shared/template-doubt.js'
import { builtIn } from './shared/token.js'
import { givePolicy, keyName, lackingSet, policyOfRole, stopOf } from './shared/trust.js'
import { statementText } from './shared/trust-policy.js'

type Element = Extract<TrustUndecided, { what: 'principal' | 'action' }>

const MOST_SHOWN = 3

export const trustUndecided = causeOf('trust-undecided', {
  id: 'trust-undecided',
  section: 'trust',
  title: 'a part of the trust policy cannot be decided here',
  severity: ({ undecided }, { session, inputs }) =>
    undecided.every(isOfDeployment) && (session || !inputs?.role) ? 'notice' : 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamConditionKeys', 'iamConditionOperators', 'iamPolicyVariables'],
  matches: () => true,
  explain: ({ source, undecided }, known) => {
    const ofTemplate = source.address?.in === 'template' && undecided.some(isOfDeployment)
    const steps = [
      ...(ofTemplate ? parameterSteps(known) : []),
      ...undecided.map((one) => undecidedStep(one, known)),
    ]
    return {
      headline: `${policyOfRole(known)} ${doubt(undecided, known)}`,
      shown: [
        { show: 'values', values: undecided.slice(0, MOST_SHOWN).map(shownPart) },
        ...restText(undecided, known),
      ],
      steps: [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()],
      folded: [
        {
          title: 'What cannot be decided, and why',
          blocks: [
            {
              show: 'list',
              points: undecided
                .slice(0, 12)
                .map((one) => `${statementText(one.statement)}: ${describeUndecided(one, known)}`),
            },
          ],
        },
      ],
      ...stopOfFirst(undecided),
      where: { input: 'trust-policy' },
    }
  },
  page: {
    meaning:
      'Some conditions depend on what only AWS knows (`aws:SourceIp` as AWS sees it, `aws:SourceVpce`, the organisation), and some values are known only after deployment (functions of CloudFormation, variables of Serverless, placeholders of a template). Of some principals no source says whether they mean a web identity: a Deny of the whole account, Google named by an ARN. They are not guessed: the result is then neither allowed nor denied, unless the rest settles it anyway.',
    tell: 'It is no error by itself, and a notice if STS signed in and only the deployment knows the rest. If STS refused the job, this stands beside role-not-assumable: it may be the reason, and so may all that AWS does not tell apart.',
  },
})

/** What can be said of the rest: of a statement with a flaw, nothing. */
function restText(undecided: readonly TrustUndecided[], { session }: Known): Block[] {
  if (session) return [{ show: 'sentence', say: 'STS signed in all the same.' }]
  const flawed = undecided.some(({ what }) => what === 'flaw')
  return flawed ? [] : [{ show: 'sentence', say: 'All else in it fits.' }]
}

function stopOfFirst([first]: readonly TrustUndecided[]): { stop?: string } {
  if (first === undefined) return {}
  const condition = first.what === 'condition' ? { condition: first.condition } : {}
  return { stop: stopOf({ statement: first.statement, ...condition }) }
}

/** Of the first part; the others are shown. */
function doubt([first]: readonly TrustUndecided[], known: Known): string {
  if (first === undefined) return 'cannot be decided here'
  if (isOfDeployment(first)) return 'depends on a value known only after deployment'
  if (first.what === 'flaw') return 'has a form that IAM may not accept'
  if (first.what !== 'condition')
    return lacksRole(first, known)
      ? 'cannot be decided here without `role-to-assume`'
      : `has ${first.what === 'action' ? 'an action' : 'a principal'} whose meaning is not documented`
  const key = quote(keyName(first.condition.key), 60)
  if (first.condition.state === 'unknown') return `depends on ${key}, which only AWS knows`
  return first.condition.state === 'disputed'
    ? `tests ${key}, a key that STS may not have`
    : `tests ${key} in a way that is not documented`
}

/** As it stands in the policy, and nothing of ours. */
function shownPart(undecided: TrustUndecided) {
  const { index, sid } = undecided.statement
  return { name: `statement ${sid || index + 1}`, value: partText(undecided) }
}

function partText(undecided: TrustUndecided): string {
  if (undecided.what === 'flaw') return flawText(undecided.flaw)
  if (undecided.what !== 'condition') return `${undecided.what} ${undecided.json}`
  const { operator, key, wanted } = undecided.condition
  return `${operator} ${keyName(key)} ${wanted.slice(0, 3).join(', ')}`
}

function describeUndecided(undecided: TrustUndecided, known: Known): string {
  if (undecided.what === 'condition') return describeCondition(undecided.condition)
  if (undecided.what === 'flaw') return oneLine(flawText(undecided.flaw))
  const element = `its ${undecided.what} ${quote(undecided.json)}`
  if (undecided.unresolved) return `${element}, and a value is known only after deployment`
  return lacksRole(undecided, known)
    ? `${element}, and without \`role-to-assume\` the account of the provider is not known`
    : `${element}, and no source says whether that means this token`
}

function describeCondition({ operator, key, wanted, state }: ConditionResult): string {
  const wants = `${quote(operator)} on ${quote(key)} wants ${list(wanted.slice(0, 3), 'or')}`
  if (state === 'unresolved') return `${wants}, and a value is known only after deployment`
  if (state === 'unknown') return `${wants}, and only AWS knows the value of this key`
  if (state === 'disputed') return `${wants}, and sources differ on whether STS has this key`
  return `${wants}, and IAM's documentation does not say how that is compared`
}

function undecidedStep(undecided: TrustUndecided, known: Known): Step {
  if (isOfDeployment(undecided))
    return {
      ...givePolicy(known),
      then: 'If a placeholder stands in that policy too, replace it there: IAM compares it as it is.',
    }
  if (undecided.what === 'flaw')
    return {
      say: `Correct the form of ${statementText(undecided.statement)}: IAM would refuse it, or read it in another way than it looks`,
    }
  if (undecided.what !== 'condition') return principalStep(undecided, known)
  const { key, state } = undecided.condition
  if (state === 'unknown') return lookUpKey(key, known)
  const set = lackingSet(undecided.condition)
  return set !== undefined
    ? {
        say: `Write ${quote(`${set}:${undecided.condition.operator}`)} on ${quote(key)}, which may have several values`,
      }
    : {
        say: `Write the condition on ${quote(key)} in a form that leaves no doubt: a plain operator of the key's own type`,
      }
}

/** Only the deployment knows a part of it. */
function isOfDeployment(undecided: TrustUndecided): boolean {
  if (undecided.what === 'condition') return undecided.condition.state === 'unresolved'
  if (undecided.what === 'flaw') return undecided.flaw.kind === 'deployment'
  return undecided.unresolved === true
}

/** What stands in the policy is all that there is to see, so the policy is to say it more plainly. */
function principalStep(undecided: Element, known: Known): Step {
  const statement = statementText(undecided.statement)
  if (lacksRole(undecided, known))
    return { say: 'Give `role-to-assume`: the provider has to be in the account of the role' }
  return undecided.denies
    ? {
        say: `Name the principals that ${statement} is meant to deny, users and roles by their own ARNs`,
        then: 'No source says whether web identities are among those that stand there now.',
      }
    : {
        when: 'If this job may use the role',
        say: `Name the provider of this token in ${statement}`,
        code: principalLine(known),
        language: 'json',
      }
}

/** Without a role, an ARN of this very issuer may be of any account. */
function lacksRole({ namesProvider }: Element, known: Known): boolean {
  return !known.inputs?.role && !builtIn(known) && namesProvider === true
}

/** CloudTrail has names of its own for what IAM's keys hold, and not for all of them. */
const IN_CLOUDTRAIL: Readonly<Record<string, string>> = {
  'aws:sourceip': 'sourceIPAddress',
  'aws:vpcsourceip': 'sourceIPAddress',
  'aws:sourcevpce': 'vpcEndpointId',
  'aws:useragent': 'userAgent',
  'aws:requestedregion': 'awsRegion',
}

function lookUpKey(key: string, known: Known): Step {
  const field =
    answererOf(known) === 'AWS' ? ownMember(IN_CLOUDTRAIL, key.toLowerCase()) : undefined
  const say =
    field === undefined
      ? `Look up in IAM's list of condition keys what ${quote(key)} holds and when it is there, and compare that with the policy`
      : `Look up ${quote(field)} (that is ${quote(key)}) in CloudTrail, in the event AssumeRoleWithWebIdentity of this run, and compare it with the policy`
  return { say }
}
