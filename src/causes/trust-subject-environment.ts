// trust-subject-environment: the job has an environment and the policy is for a branch, or the other way round.
import { environmentOf, repositoryPart } from '../aws/github-subject.js'
import { matchesWildcard } from '../aws/wildcard.js'
import { oneLine, quote } from '../text.js'
import { contextWords, placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectEnvironment = trustCause('subject-environment', {
  title: 'the environment of the job is not the one the policy is for',
  docs: ['githubOidc', 'githubOidcAws', 'iamRoleTrust'],
  why: (denial) => {
    const { wanted = '', actual = '' } = denial.nearest ?? {}
    const name = environmentOf(actual)
    return name === undefined
      ? `The trust policy is for ${contextWords(wanted)}, and this job names no environment: then GitHub puts ${contextWords(actual)} into \`sub\`. So ${placeOf(denial)} does not let this token in.`
      : `The trust policy is for ${contextWords(wanted)}, and this job runs in the environment ${quote(name)}: then GitHub puts the environment into \`sub\` in place of the branch. So ${placeOf(denial)} does not let this token in.`
  },
  others: ({ nearest }) => {
    const { wanted = '', actual = '' } = nearest ?? {}
    const [has, wants] = [environmentOf(actual), environmentOf(wanted)]
    // With other ids or capitals in it, the subject would not match without the environment either.
    if (!matchesWildcard(repositoryPart(wanted) ?? '', repositoryPart(actual) ?? '')) return []
    if (has !== undefined)
      return [
        'Or, if the job needs no environment, take `environment:` out of it: `sub` then names the branch.',
      ]
    return wants === undefined || /[*?]/.test(wants)
      ? []
      : [`Or let the job run in the environment of the policy:\nenvironment: ${oneLine(wants)}`]
  },
  where: () => 'environment',
  page: {
    meaning:
      'A job with `environment:` gets a token whose `sub` ends in `:environment:NAME`, whatever branch or event it runs for; without it, `sub` names the branch, the tag or `pull_request`. Adding or taking away an environment changes `sub`, and a policy for the other form does not match any more.',
    tell: 'The repository in both values is the same, and one of them has `environment:` where the other has `ref:` or `pull_request`. Two environments of different names are trust-subject-mismatch.',
  },
})
