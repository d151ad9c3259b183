// trust-too-open: the trust policy lets in more than this job.

import { isMultivalued } from '../aws/condition-keys.js'
import { issuerName } from '../aws/provider.js'
import type { Known, TrustOpening } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { expectedAudience } from './shared/sts.js'
import { conditionLine, ownerOf, repositoryOf } from './shared/trust.js'
import { statementText } from './shared/trust-policy.js'

type Who = TrustOpening['who']

export const trustTooOpen = causeOf('trust-open', {
  id: 'trust-too-open',
  section: 'trust',
  title: 'the trust policy lets in more than this job',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamSharedProviders', 'githubOidc', 'githubOidcAws', 'iamSetOperators'],
  matches: () => true,
  explain: ({ openings }, known) => {
    const lines = openings.map(
      ({ who, statement, example }) =>
        `\n- ${WORDS[who](ownerOf(known), repositoryOf(known), example)} (${statementText(statement)})`,
    )
    return {
      why: `The trust policy lets in more than this job. What else would get in:${lines.join('')}`,
      fix: openingFixes(new Set(openings.map(({ who }) => who)), openings, known),
      where: { input: 'trust-policy' },
    }
  },
  page: {
    meaning:
      'All of GitHub shares one issuer: what keeps other repositories out of a role is the condition on `sub` (or on job_workflow_ref, repository_id and the like) alone. A pattern that is too wide, a missing condition, or `ForAllValues:`, which holds where the key is missing, lets in runs that nobody thought of. `repo:OWNER/REPO:*` lets in every branch, and pull requests.',
    tell: 'Other runs were put before the given policy: a repository of nobody, others of the same owner, another branch, a pull request, another audience. Those that it lets in beyond doubt are listed. Pull requests from forks get no token unless a private repository sends them write tokens.',
  },
})

const WORDS: Readonly<Record<Who, (owner: string, repository: string, example: string) => string>> =
  {
    'any-subject': () => 'every token of this issuer, whatever its `sub`',
    'any-repository': (_owner, _repository, example) =>
      `every repository on GitHub, of anybody, for example ${quote(example)}`,
    'similar-owners': (_owner, _repository, example) =>
      `other owners whose name begins or ends in the same way, for example ${quote(example)}`,
    organisation: (owner) => `every repository of ${quote(owner)}, also one that is made tomorrow`,
    'similar-repositories': (_owner, _repository, example) =>
      `other repositories whose name begins in the same way, for example ${quote(example)}`,
    'any-branch': (_owner, repository) =>
      `any branch of ${quote(repository)}, also one that nobody has reviewed`,
    'pull-requests': (_owner, repository) =>
      `pull requests of ${quote(repository)}, before anybody has merged them (from forks too, where a private repository sends those write tokens)`,
    'any-audience': () =>
      'tokens for any other audience that the OIDC provider lists: there is no condition on `aud`',
    'for-all-values': (_owner, _repository, example) =>
      `a token that lacks ${quote(example)}: \`ForAllValues:\` holds, too, where the key is not there`,
  }

function openingFixes(
  who: ReadonlySet<Who>,
  openings: readonly TrustOpening[],
  known: Known,
): string[] {
  const { token } = known
  const name = issuerName(token?.issuer ?? '')
  const subject = [...who].some((one) => one !== 'any-audience' && one !== 'for-all-values')
  const key = openings.find((one) => one.who === 'for-all-values')?.example ?? ''
  return [
    ...(subject
      ? [
          `Name the runs that may sign in, one value each, without a wildcard. For this run, put this line into the "StringEquals" of the statement (make one where there is none), and take the wide pattern out, if there is one:\n${conditionLine(`${name}:sub`, token?.subject ?? '')}`,
        ]
      : []),
    ...(who.has('for-all-values')
      ? [
          isMultivalued(key)
            ? `Ask for the key itself as well, as a line of the "Null" of the statement (make one where there is none):\n${conditionLine(key, 'false')}`
            : `Write the plain operator, without \`ForAllValues:\`, on ${quote(key)}: it has one value, and a set operator is not for such keys.`,
        ]
      : []),
    ...(who.has('any-audience')
      ? [
          `Add the audience, as a line of ${subject ? 'the same "StringEquals"' : 'the "StringEquals" of the statement (make one where there is none)'}:\n${conditionLine(`${name}:aud`, expectedAudience(known))}`,
        ]
      : []),
    ...(who.has('pull-requests')
      ? [
          'Give pull requests a role of their own that may only read, or an environment with reviewers.',
        ]
      : []),
  ]
}
