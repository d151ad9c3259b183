// trust-subject-immutable: the token names owner and repository with their ids and the policy without, or the other way round.
import { hasIds, repositoryPart } from '../aws/github-subject.js'
import { sanitise } from '../text.js'
import { policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

const WITHOUT = /^(repo:[^/@:]+)(?:@[^/:]+)?(\/[^@:]+)(?:@[^:]+)?/

export const trustSubjectImmutable = trustCause('subject-immutable', {
  title: 'immutable ids in `sub` or in the trust policy, but not in both',
  docs: ['githubOidc', 'iamRoleTrust'],
  headline: ({ nearest }, known) =>
    hasIds(nearest?.actual ?? '')
      ? `\`sub\` uses immutable ids, ${policyOfRole(known)} does not`
      : `${policyOfRole(known)} uses immutable ids, \`sub\` does not`,
  shown: ({ nearest }) => [
    {
      show: 'sentence',
      say: hasIds(nearest?.actual ?? '')
        ? 'GitHub adds them to new and renamed repositories.'
        : 'This repository, or this GitHub server, still uses the classic form.',
    },
  ],
  change: () => ({
    then: 'Remove the form without ids once no job uses it: a name can be registered again by somebody else, an id cannot.',
  }),
  others: ({ nearest }) => {
    const { wanted = '', actual = '' } = nearest ?? {}
    const own = repositoryPart(actual)
    const rest = wanted.replace(WITHOUT, '')
    return own !== undefined && rest.startsWith(':') && /[*?]/.test(rest)
      ? [
          {
            when: 'If all runs that the policy was written for may use the role',
            say: 'Add this value instead',
            code: sanitise(JSON.stringify(`${own}${rest}`)),
            language: 'json',
          },
        ]
      : []
  },
  page: {
    meaning:
      'GitHub now writes `repo:OWNER@OWNER_ID/REPO@REPO_ID:…` in place of `repo:OWNER/REPO:…`, so that nobody gets access by registering a name that has become free. Repositories created, renamed or transferred after 2026-07-15 have the new form and cannot go back, older ones have it when they opt in, GitHub Enterprise Server does not have it. Patterns of the old form do not match the new one, not even `repo:OWNER/*`.',
    tell: 'Without the ids the two values match. The ids of the token are those of `GITHUB_REPOSITORY_OWNER_ID` and `GITHUB_REPOSITORY_ID`.',
  },
})
