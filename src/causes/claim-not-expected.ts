// claim-not-expected: a claim of the token is not what `expected-claims` wants; STS was not asked.
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'

export const claimNotExpected = causeOf('claim', {
  id: 'claim-not-expected',
  section: 'sts',
  title: 'the token does not have the claims that the step expects',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubOidc', 'iamConditionKeys'],
  matches: ({ problem }) => problem === 'expected',
  explain: ({ claim, want, got }, { token }) => {
    const there = token === undefined || claim in token.claims
    return {
      why: `The claim ${quote(claim)} of the token is not what the step expects: ${there ? `it is ${quote(got)}` : 'the token does not have it'}, and ${quote('expected-claims')} wants ${quote(want)}. STS was not asked, and nothing was exported.`,
      fix: [
        there
          ? `If this run is meant to sign in, allow its value:\nexpected-claims: |\n  ${oneLine(claim)}: ${oneLine(got)}`
          : `Correct the name of the claim: ${quote(claim)}. The job summary lists the claims of this token.`,
        'If it is not meant to, keep the job from running then, with an `if:` or another trigger in the workflow.',
      ],
      where: { input: 'expected-claims' },
    }
  },
  page: {
    meaning:
      'IAM cannot test all claims of a GitHub token: not the event, not the branch a pull request comes from, not the workflow file. `expected-claims` tests them in the job, before STS is asked. A pattern knows `*` (any text) and `?` (any one character).',
    tell: 'No answer of AWS is behind this: it is the check of the step itself. A token that AWS refuses has another cause.',
  },
})
