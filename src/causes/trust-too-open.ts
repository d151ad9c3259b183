// trust-too-open: the trust policy allows more than this job.

import { isMultivalued } from '../aws/condition-keys.js'
import { issuerName } from '../aws/provider.js'
import type { Fold, Known, Step, TrustOpening } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { expectedAudience } from './shared/sts.js'
import { doubtBlocks, parameterSteps, settlingSteps } from './shared/template-doubt.js'
import { claimOf, conditionLine, ownerOf, policyOfRole, repositoryOf } from './shared/trust.js'
import { statementText } from './shared/trust-policy.js'

type Who = TrustOpening['who']

export const trustTooOpen = causeOf('trust-open', {
  id: 'trust-too-open',
  section: 'trust',
  title: 'the trust policy allows more than this job',
  severity: 'warning',
  retry: 'never',
  certainty: ({ doubt }) => (doubt ? 'likely' : 'certain'),
  docs: ['iamSharedProviders', 'githubOidc', 'githubOidcAws', 'iamSetOperators'],
  matches: () => true,
  explain: ({ openings, doubt }, known) => {
    const [first, ...others] = openings
    return {
      headline: `${policyOfRole(known)} allows ${first ? shortWords(first, known) : 'more than this job'}`,
      shown: [
        ...(others.length === 0
          ? []
          : [
              {
                show: 'list' as const,
                points: others.slice(0, 3).map((one) => `also ${shortWords(one, known)}`),
              },
            ]),
        ...doubtBlocks(doubt, known),
      ],
      steps: [
        ...settlingSteps(doubt, known),
        ...closingSteps(new Set(openings.map(({ who }) => who)), openings, known),
      ],
      otherwise: doubt ? parameterSteps(known) : [],
      folded: [whoElse(openings, known)],
      where: { input: 'trust-policy' },
    }
  },
  page: {
    meaning:
      'All of GitHub shares one issuer: what keeps other repositories out of a role is the condition on `sub` (or on job_workflow_ref, repository_id and the like) alone. A pattern that is too wide, a missing condition, or `ForAllValues:`, which holds where the key is missing, allows runs that nobody thought of. `repo:OWNER/REPO:*` allows every branch, and pull requests.',
    tell: 'The given policy was evaluated for other runs: a repository that does not exist, others of the same owner, another branch, a pull request, another audience. Those that it allows beyond doubt are listed. Pull requests from forks get no token unless a private repository sends them write tokens.',
  },
})

/** In a headline. */
function shortWords({ who, example }: TrustOpening, known: Known): string {
  const repository = quote(repositoryOf(known), 60)
  switch (who) {
    case 'any-subject':
      return 'every token of this issuer'
    case 'any-repository':
      return 'every repository on GitHub'
    case 'similar-owners':
      return 'other owners with a similar name'
    case 'organisation':
      return `every repository of ${quote(ownerOf(known), 40)}`
    case 'similar-repositories':
      return 'other repositories with a similar name'
    case 'any-branch':
      return `every branch of ${repository}`
    case 'pull-requests':
      return `pull requests of ${repository}`
    case 'any-audience':
      return 'any audience'
    case 'for-all-values':
      return `tokens without ${quote(claimOf(example), 40)}`
  }
}

function whoElse(openings: readonly TrustOpening[], known: Known): Fold {
  const points = openings.map(
    ({ who, statement, example }) =>
      `${WORDS[who](ownerOf(known), repositoryOf(known), example)} (${statementText(statement)})`,
  )
  return { title: 'What else it allows', blocks: [{ show: 'list', points }] }
}

const WORDS: Readonly<Record<Who, (owner: string, repository: string, example: string) => string>> =
  {
    'any-subject': () => 'every token of this issuer, whatever its `sub`',
    'any-repository': (_owner, _repository, example) =>
      `every repository on GitHub, of anybody, for example ${quote(example)}`,
    'similar-owners': (_owner, _repository, example) =>
      `other owners whose name begins or ends in the same way, for example ${quote(example)}`,
    organisation: (owner) => `every repository of ${quote(owner)}, also one created tomorrow`,
    'similar-repositories': (_owner, _repository, example) =>
      `other repositories whose name begins in the same way, for example ${quote(example)}`,
    'any-branch': (_owner, repository) =>
      `any branch of ${quote(repository)}, also one that nobody has reviewed`,
    'pull-requests': (_owner, repository) =>
      `pull requests of ${quote(repository)}, before anybody has merged them (from forks too, where a private repository sends those write tokens)`,
    'any-audience': () =>
      'tokens for any other audience that the OIDC provider lists: there is no condition on `aud`',
    'for-all-values': (_owner, _repository, example) =>
      `a token that lacks ${quote(example)}: \`ForAllValues:\` holds, too, where the key is missing`,
  }

const IN_EQUALS = 'the "StringEquals" of the statement (add one if there is none)'

function closingSteps(
  who: ReadonlySet<Who>,
  openings: readonly TrustOpening[],
  known: Known,
): Step[] {
  const { token } = known
  const name = issuerName(token?.issuer ?? '')
  const subject = [...who].some((one) => one !== 'any-audience' && one !== 'for-all-values')
  const key = openings.find((one) => one.who === 'for-all-values')?.example
  const lines = [
    ...(who.has('any-audience') ? [conditionLine(`${name}:aud`, expectedAudience(known))] : []),
    ...(subject ? [conditionLine(`${name}:sub`, token?.subject ?? '')] : []),
  ]
  return [
    ...(lines.length === 0
      ? []
      : [
          {
            say: `Put ${lines.length === 1 ? 'this line' : 'these lines'} into ${IN_EQUALS}${subject ? ', and remove the wide pattern, if there is one' : ''}`,
            code: lines.join(',\n'),
            language: 'json' as const,
            ...(subject
              ? {
                  then: 'That allows this run alone: list every other run that may sign in beside it, one value each, without a wildcard.',
                }
              : {}),
          },
        ]),
    ...(key === undefined ? [] : [plainOperator(key)]),
    ...(who.has('pull-requests')
      ? [
          {
            when: 'If pull requests need AWS',
            say: 'Give them a role of their own that may only read, or an environment with reviewers',
          },
        ]
      : []),
  ]
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
