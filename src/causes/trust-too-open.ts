// trust-too-open: the trust policy allows more than this job.

import { isMultivalued } from '../aws/condition-keys.js'
import { issuerName } from '../aws/provider.js'
import { isWild } from '../aws/wildcard.js'
import type { Fold, Known, Step, TrustOpening } from '../model.js'
import { list, quote, sanitise } from '../text.js'
import { causeOf } from './cause.js'
import { closedValue, missingValue, wideValues } from './shared/closing.js'
import { openingAtLength, openingWords } from './shared/openings.js'
import { placeToChange } from './shared/policy-source.js'
import { expectedAudience } from './shared/sts.js'
import { doubtBlocks, parameterSteps, settlingSteps } from './shared/template-doubt.js'
import { conditionLine, policyOfRole } from './shared/trust.js'
import { statementText } from './shared/trust-policy.js'

const MOST_SHOWN = 2

export const trustTooOpen = causeOf('trust-open', {
  id: 'trust-too-open',
  section: 'trust',
  title: 'the trust policy allows more than this job',
  severity: 'warning',
  retry: 'never',
  certainty: ({ doubt }) => (doubt ? 'likely' : 'certain'),
  docs: ['iamSharedProviders', 'githubOidc', 'githubOidcAws', 'iamSetOperators'],
  matches: () => true,
  explain: ({ openings, doubt, made = [] }, known) => {
    const [first, ...others] = openings
    return {
      headline: `${policyOfRole(known)} allows ${first ? openingWords(first) : 'more than this job'}`,
      shown: [
        ...(others.length === 0
          ? []
          : [
              {
                show: 'list' as const,
                points: others.slice(0, MOST_SHOWN).map((one) => `also ${openingWords(one)}`),
              },
            ]),
        ...doubtBlocks(doubt, known),
      ],
      steps: [...settlingSteps(doubt, known), ...closingSteps(openings, known, made)],
      otherwise: doubt ? parameterSteps(known) : [],
      folded: [whoElse(openings)],
      where: { input: 'trust-policy' },
    }
  },
  page: {
    meaning:
      'Many issuers (GitHub, GitLab, HCP Terraform, Buildkite) are shared by everybody: what keeps others out of a role is the condition on `sub` (or on job_workflow_ref, repository_id and the like) alone. A pattern that is too wide, a missing condition, or `ForAllValues:`, which holds where the key is missing, allows runs that nobody thought of. `repo:OWNER/REPO:*` allows every branch, and pull requests. It need not be the pattern that this job fits: all of the policy is looked at.',
    tell: 'The given policy was evaluated for other runs: a repository that does not exist, others of the same owner, another branch, a pull request, another audience. Those that it allows beyond doubt are listed, as the policy names them. Pull requests from forks get no token unless a private repository sends them write tokens.',
  },
})

function whoElse(openings: readonly TrustOpening[]): Fold {
  const points = openings.map((one) => `${openingAtLength(one)} (${statementText(one.statement)})`)
  return { title: 'What else it allows', blocks: [{ show: 'list', points }] }
}

/** Openings that a condition on `sub` closes. */
function isOfSubject({ who }: TrustOpening): boolean {
  return who !== 'any-audience' && who !== 'for-all-values'
}

function closingSteps(
  openings: readonly TrustOpening[],
  known: Known,
  made: readonly string[],
): Step[] {
  const all = wideValues(openings.filter(isOfSubject))
  const wide = all.filter((one) => !made.includes(one))
  const ofFunctions = all.filter((one) => made.includes(one))
  const keys = openings.filter(({ who }) => who === 'for-all-values').map(({ example }) => example)
  const byStatement = Map.groupBy(openings, ({ statement }) => statement.index)
  return [
    ...(wide.length > 0 ? [replaceStep(wide, known)] : []),
    ...(ofFunctions.length > 0 ? [functionStep(ofFunctions, known)] : []),
    ...[...byStatement.values()].flatMap((all) => lineSteps(all, known)),
    ...[...new Set(keys)].map(plainOperator),
    ...(openings.some(({ who }) => who === 'pull-requests')
      ? [
          {
            when: 'If pull requests need AWS',
            say: 'Give them a role of their own that may only read, or an environment with reviewers',
          },
        ]
      : []),
  ]
}

/** Conditions that one statement lacks. */
function lineSteps(openings: readonly TrustOpening[], known: Known): Step[] {
  const name = issuerName(known.token?.issuer ?? '')
  // No value of `sub` is why they may: there is no condition on it.
  const missing = openings.find((one) => isOfSubject(one) && one.patterns.length === 0)
  const value = missing && missingValue(missing, known)
  const audience = openings.some(({ who }) => who === 'any-audience')
  const lines = (like: boolean): string[] => [
    ...(audience && !like ? [conditionLine(`${name}:aud`, expectedAudience(known))] : []),
    ...(value !== undefined && isWild(value) === like ? [conditionLine(`${name}:sub`, value)] : []),
  ]
  return ([false, true] as const)
    .filter((like) => lines(like).length > 0)
    .map((like) => ({
      say: `Put ${lines(like).length === 1 ? 'this line' : 'these lines'} into ${blockWords(like, openings, known)}`,
      code: lines(like).join(',\n'),
      language: 'json' as const,
      ...(value !== undefined && isWild(value) === like ? { then: listOthers([value]) } : {}),
    }))
}

function blockWords(like: boolean, [first]: readonly TrustOpening[], { trust }: Known): string {
  const several = (trust?.statements.length ?? 0) > 1 && first
  const where = several ? statementText(first.statement) : 'the statement'
  return `the "${like ? 'StringLike' : 'StringEquals'}" of ${where} (add one if there is none)`
}

/** Each wide value by what closes it; all others stay. */
function replaceStep(wide: readonly string[], known: Known): Step {
  const values = wide.map((one) => closedValue(one, known))
  const code = wide.flatMap((pattern, at) => [
    `- ${JSON.stringify(pattern)}`,
    `+ ${JSON.stringify(values[at])}`,
  ])
  return {
    say: `Replace ${wide.length === 1 ? 'the wide value' : 'the wide values'} of \`sub\`, and keep its other values`,
    code: sanitise(code.join('\n')),
    language: 'diff',
    then: listOthers(values),
  }
}

/** The text of one stack in the place of a function would be that of all others, too. */
function functionStep(wide: readonly string[], known: Known): Step {
  const values = wide.map((one) => closedValue(one, known))
  return {
    say: `Let ${placeToChange(known.trust?.source ?? { inline: true })} make ${wide.length === 1 ? 'this value' : 'these values'} of \`sub\`, in place of ${list(wide.slice(0, 3))}`,
    code: sanitise(values.join('\n')),
    then: `Keep its functions for owner and repository. ${listOthers(values)}`,
  }
}

/** What is pasted fits one run of each: all others that are meant have to be there, too. */
function listOthers(values: readonly string[]): string {
  const blank = values.some((value) => /<\w+>/.test(value))
    ? 'Write the real names in place of `<…>`. '
    : ''
  return values.every((value) => value.startsWith('repo:'))
    ? `${blank}List every other run that may sign in beside it, one value each, without a wildcard; for a job with an environment, \`repo:OWNER/REPO:environment:NAME\`.`
    : `${blank}List every other run that may sign in beside it, one value each, without a wildcard.`
}

function plainOperator(key: string): Step {
  return isMultivalued(key)
    ? {
        say: 'Require the key itself as well, in the "Null" of the statement (add one if there is none)',
        code: conditionLine(key, 'false'),
        language: 'json',
      }
    : {
        say: `Write the plain operator, without \`ForAllValues:\`, on ${quote(key)}: it has one value`,
      }
}
