// claim-not-expected: a claim of the token is not what `expected-claims` wants; STS was not asked.
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'

/** A longer value is not offered: a line that was cut would not fit. */
const MOST = 1000

export const claimNotExpected = causeOf('claim', {
  id: 'claim-not-expected',
  section: 'sts',
  title: 'the token does not have the claims that the step expects',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubOidc', 'iamConditionKeys'],
  matches: ({ problem }) => problem === 'expected',
  explain: (failure, { token }) => {
    const { claim, pattern, got } = ofProblem(failure, 'expected')
    const value = token ? token.claims[claim] : got
    return {
      why: `The claim ${quote(claim)} of the token is not what the step expects: ${got === undefined ? 'the token does not have it' : `it is ${quote(got)}${formOf(value)}`}, and ${quote('expected-claims')} wants ${quote(pattern)}. STS was not asked, and nothing was exported.`,
      fix: [
        got === undefined
          ? `Correct the name of the claim: ${quote(claim)}. The job summary lists the claims of this token.`
          : lineToPaste(claim, got, value),
        'If this run is not meant to sign in, keep the job from running then, with an `if:` or another trigger in the workflow.',
      ],
      where: { input: 'expected-claims' },
    }
  },
  page: {
    meaning:
      'IAM cannot test all claims of a GitHub token: not the event, not the branch a pull request comes from, not the workflow file. `expected-claims` tests them in the job, before STS is asked. A pattern knows `*` (any text) and `?` (any one character). A claim that is a list fits where one of its elements does; null and objects fit no pattern.',
    tell: 'No answer of AWS is behind this: it is the check of the step itself. A token that AWS refuses has another cause.',
  },
})

/** Why a value that is no text does not fit, though it looks as if it did. */
function formOf(value: unknown): string {
  if (Array.isArray(value)) return ' (a list, of which no element fits)'
  return typeof value === 'object' ? ' (no text, so that no pattern fits)' : ''
}

function lineToPaste(claim: string, got: string, value: unknown): string {
  const line = oneLine(got, MOST)
  // Only what the input takes, and what then fits.
  if (typeof value !== 'object' && got !== '' && line === got)
    return `If this run is meant to sign in, put this line in place of the one for ${quote(claim)}; the other lines stay. Every run of the step must then have this value:\n${oneLine(claim)}: ${line}`
  const texts = [value].flat().some((one) => one !== null && typeof one !== 'object')
  return `If this run is meant to sign in, take the line for ${quote(claim)} out of ${quote('expected-claims')}${texts ? ', or give it a pattern that fits every run of the step' : ''}; the other lines stay.`
}
