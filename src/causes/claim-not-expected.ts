// claim-not-expected: a claim of the token is not what `expected-claims` wants; STS was not asked.

import { isWild } from '../aws/wildcard.js'
import { ownMember } from '../model/own-member.js'
import type { Block, Known, Step } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { jobCondition } from './shared/condition.js'
import { ofProblem } from './shared/of-problem.js'

/** A longer value is not offered: a line that was cut would not fit. */
const MOST = 1000

/** A headline shows so much of a value. */
const MOST_IN_HEADLINE = 60

interface Mismatch {
  claim: string
  pattern: string
  got: string | undefined
  /** As it is in the token. */
  value: unknown
}

export const claimNotExpected = causeOf('claim', {
  id: 'claim-not-expected',
  section: 'sts',
  link: 'token',
  title: 'the token does not have the claims that the step expects',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubOidc', 'iamConditionKeys'],
  matches: ({ problem }) => problem === 'expected',
  explain: (failure, known) => {
    const { token } = known
    const { claim, pattern, got } = ofProblem(failure, 'expected')
    const mismatch = { claim, pattern, got, value: token ? ownMember(token.claims, claim) : got }
    return {
      headline: headlineOf(mismatch),
      shown: shownOf(mismatch),
      steps:
        got === undefined
          ? [...missingSteps(mismatch), skipStep(mismatch, known)]
          : [skipStep(mismatch, known), changeStep(mismatch, got)],
      folded:
        got === undefined && token
          ? [
              {
                title: 'Claims that this token has',
                blocks: [
                  {
                    show: 'list',
                    points: Object.keys(token.claims)
                      .slice(0, 60)
                      .map((name) => quote(name)),
                  },
                ],
              },
            ]
          : [],
      stop: `Token: ${quote(claim, MOST_IN_HEADLINE)}`,
      where: { input: 'expected-claims' },
    }
  },
  page: {
    meaning:
      'IAM cannot test all claims of a GitHub token: not the event, not the branch a pull request comes from, not the workflow file. `expected-claims` tests them in the job, before STS is asked. In a pattern `*` stands for any text and `?` for any one character. A claim that is a list matches if one of its elements does; null and objects match no pattern.',
    tell: 'No answer of AWS is behind this: it is the check of the step itself. A token that AWS refuses has another cause.',
  },
})

function headlineOf({ claim, pattern, got, value }: Mismatch): string {
  const name = quote(claim, MOST_IN_HEADLINE)
  const wanted = quote(pattern, MOST_IN_HEADLINE)
  if (got === undefined)
    return `the token has no claim ${name}; \`expected-claims\` wants ${wanted}`
  if (Array.isArray(value))
    return `no element of the claim ${name} matches ${wanted} of \`expected-claims\``
  if (typeof value === 'object') return `the claim ${name} is not text, so no pattern matches it`
  return `the claim ${name} is ${quote(got, MOST_IN_HEADLINE)}; \`expected-claims\` wants ${wanted}`
}

/** Only what the headline has not shown whole. */
function shownOf({ claim, pattern, got, value }: Mismatch): Block[] {
  if (got === undefined) return []
  const isCut = got.length > MOST_IN_HEADLINE || pattern.length > MOST_IN_HEADLINE
  if (!isCut && typeof value !== 'object') return []
  return [
    {
      show: 'values',
      values: [
        { name: 'wanted', value: pattern },
        { name: claim, value: got },
      ],
    },
  ]
}

/** Claims that the context `github` has under the same name, with the same value. */
const OF_GITHUB = ['actor', 'base_ref', 'event_name', 'head_ref', 'ref', 'ref_type', 'repository']

/** The check has done its work, so what keeps it comes first. */
function skipStep({ claim, pattern }: Mismatch, known: Known): Step {
  const isPlain = OF_GITHUB.includes(claim) && !isWild(pattern)
  return {
    when: 'If this run may not sign in',
    say: 'Keep the job from running, with another trigger or an `if:`',
    ...(isPlain
      ? jobCondition(known, `github.${claim} == '${oneLine(pattern, MOST).replaceAll("'", "''")}'`)
      : {}),
  }
}

function missingSteps({ claim, pattern }: Mismatch): Step[] {
  const correct: Step = {
    say: `Correct the name of the claim ${quote(claim)} in \`expected-claims\``,
  }
  if (claim !== 'environment' || isWild(pattern)) return [correct]
  return [
    {
      when: 'If the job belongs to that environment',
      say: 'Name it in the job: without `environment:` the token has no such claim',
      code: `environment: ${oneLine(pattern, MOST)}`,
      language: 'yaml',
    },
    correct,
  ]
}

function changeStep({ claim, value }: Mismatch, got: string): Step {
  const when = 'If it may'
  const line = oneLine(got, MOST)
  // Only what the input takes, and what then fits.
  if (typeof value !== 'object' && got !== '' && line === got)
    return {
      when,
      say: `Replace the line for ${quote(claim)} in \`expected-claims\`, and keep the others`,
      code: `${oneLine(claim)}: ${line}`,
      language: 'yaml',
      then: 'Every run of the step must then have this value.',
    }
  const texts = [value].flat().some((one) => one !== null && typeof one !== 'object')
  return {
    when,
    say: `Remove the line for ${quote(claim)} from \`expected-claims\`${texts ? ', or give it a pattern that matches every run of the step' : ''}; keep the others`,
  }
}
