// trust-subject-mismatch: no pattern of the trust policy fits the token's subject.
import { list, quote } from '../text.js'
import { placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectMismatch = trustCause('subject-mismatch', {
  title: 'no subject of the trust policy is that of the token',
  docs: ['githubOidc', 'iamRoleTrust', 'iamConditionOperators'],
  why: (denial) => {
    const { wanted = [], actual = [], operator = '' } = denial.condition ?? {}
    const others = wanted.length > 1 ? ' Of all its values this one comes nearest:' : ''
    return `The trust policy is for another subject than that of this token: ${placeOf(denial)} wants ${list(wanted.slice(0, 3), 'or')} (${quote(operator)}), and \`sub\` is ${list(actual)}.${others}`
  },
  others: () => [
    'If this job is not meant to sign in, keep it from running with an `if:` in the workflow.',
  ],
  page: {
    meaning:
      'GitHub writes repository and branch, tag, environment or event of the run into the claim `sub`. A statement of the trust policy lets the token in only where one of its values for `sub` fits to the last letter: IAM compares the whole, and letter case counts.',
    tell: 'The policy that was given has been evaluated against the token of this run. The usual slips have ids of their own: environment, pull request, ids in the subject, letter case, a wildcard under StringEquals, a subject template. This one is the rest: another branch, tag, environment or repository.',
  },
})
