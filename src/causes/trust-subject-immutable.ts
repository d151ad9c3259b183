// trust-subject-immutable: the token names owner and repository with their ids and the policy without, or the other way round.
import { hasIds, repositoryPart } from '../aws/github-subject.js'
import { quote } from '../text.js'
import { placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

const WITHOUT = /^(repo:[^/@:]+)(?:@[^/:]+)?(\/[^@:]+)(?:@[^:]+)?/

export const trustSubjectImmutable = trustCause('subject-immutable', {
  title: 'subject with ids in one place and without in the other',
  docs: ['githubOidc', 'iamRoleTrust'],
  why: (denial) => {
    const { actual = '' } = denial.nearest ?? {}
    return hasIds(actual)
      ? `The token names owner and repository together with their ids (\`@\` and digits), and the trust policy names them without: ${placeOf(denial)} fits no such \`sub\`. GitHub does so for repositories made, renamed or transferred after 2026-07-15, and for those that asked for it; it cannot be taken back for new ones.`
      : `The trust policy names owner and repository together with their ids (\`@\` and digits), and this token names them without: ${placeOf(denial)} fits no such \`sub\`. The repository, or this GitHub server, still uses the classic form.`
  },
  others: ({ nearest }) => {
    const { wanted = '', actual = '' } = nearest ?? {}
    const own = repositoryPart(actual)
    const rest = wanted.replace(WITHOUT, '')
    const kept = own !== undefined && rest.startsWith(':') && /[*?]/.test(rest)
    return [
      ...(kept
        ? [
            `To let in all that the policy lets in today, in the form of this token, take this value instead: ${quote(`${own}${rest}`)}`,
          ]
        : []),
      'Keep both forms until no job uses the old one any more, then take the old one out: a name can be registered again by somebody else, an id cannot.',
    ]
  },
  page: {
    meaning:
      'GitHub now writes `repo:OWNER@OWNER_ID/REPO@REPO_ID:…` in place of `repo:OWNER/REPO:…`, so that nobody gets in who registers a name that has become free. Repositories made, renamed or transferred after 2026-07-15 have the new form, older ones when they ask for it, GitHub Enterprise Server has not. Patterns of the old form do not match the new one, not even `repo:OWNER/*`.',
    tell: 'Without the ids the two values fit. The ids of the token are those of `GITHUB_REPOSITORY_OWNER_ID` and `GITHUB_REPOSITORY_ID`.',
  },
})
