// trust-subject-environment: the job has an environment and the policy is for a branch, or the other way round.
import { environmentOf, repositoryPart } from '../aws/github-subject.js'
import { isWild, matchesWildcard } from '../aws/wildcard.js'
import type { Nearest, Step } from '../model.js'
import { runInEnvironment } from './shared/environment.js'
import { contextWords, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectEnvironment = trustCause('subject-environment', {
  title: 'the environment of the job is not the one that the policy is for',
  docs: ['githubOidc', 'githubOidcAws', 'iamRoleTrust'],
  headline: ({ nearest }, known) => {
    const { wanted = '', actual = '' } = nearest ?? {}
    return `${policyOfRole(known)} allows ${contextWords(wanted)}, not ${contextWords(actual)}`
  },
  shown: ({ nearest }) =>
    losesEnvironment(nearest)
      ? []
      : [
          {
            show: 'sentence',
            say:
              environmentOf(nearest?.actual ?? '') === undefined
                ? 'Without `environment:` in the job, `sub` names no environment.'
                : '`environment:` replaces the branch in `sub`.',
          },
        ],
  first: ({ nearest }) => ownEnvironment(nearest),
  change: ({ nearest }) =>
    ownEnvironment(nearest).length === 0
      ? {}
      : { when: 'If it may use the role without that environment' },
  others: ({ nearest }) =>
    losesEnvironment(nearest)
      ? [
          {
            when: 'If the job needs no environment',
            say: 'Remove `environment:` from it, which replaces the branch in `sub`',
          },
        ]
      : [],
  where: () => 'environment',
  page: {
    meaning:
      'A job with `environment:` gets a token whose `sub` ends in `:environment:NAME`, whatever branch or event it runs for; without it, `sub` names the branch, the tag or `pull_request`. Adding or removing an environment changes `sub`, and a policy for the other form no longer matches.',
    tell: 'The repository in both values is the same, and one of them has `environment:` where the other has `ref:` or `pull_request`. Two environments of different names are trust-subject-mismatch.',
  },
})

/** With the policy as it is: the job in the one environment that it names. */
function ownEnvironment(nearest: Nearest | undefined): Step[] {
  const [has, wants] = [environmentOf(nearest?.actual ?? ''), environmentOf(nearest?.wanted ?? '')]
  if (!isSameRepository(nearest) || has !== undefined) return []
  return wants === undefined || isWild(wants) ? [] : [runInEnvironment(wants)]
}

/** With other ids or capitals in it, the subject would not match without the environment either. */
function isSameRepository(nearest: Nearest | undefined): boolean {
  const { wanted = '', actual = '' } = nearest ?? {}
  return matchesWildcard(repositoryPart(wanted) ?? '', repositoryPart(actual) ?? '')
}

/** Without its environment the job would have the branch in its subject. */
function losesEnvironment(nearest: Nearest | undefined): boolean {
  return isSameRepository(nearest) && environmentOf(nearest?.actual ?? '') !== undefined
}
