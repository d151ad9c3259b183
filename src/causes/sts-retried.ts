// sts-retried: signed in, but not at the first attempt: a job that is slow or fails now and then, explained.
import type { Attempt } from '../model.js'
import { count, duration, quote } from '../text.js'
import { answerText } from '../words.js'
import { causeOf } from './cause.js'

export const stsRetried = causeOf('retried', {
  id: 'sts-retried',
  section: 'sts',
  title: 'signed in, but not at the first attempt',
  severity: 'notice',
  retry: 'never',
  certainty: 'certain',
  docs: ['repostThrottling', 'awsStatus'],
  matches: () => true,
  explain: ({ attempts, totalMs }) => ({
    why: `The sign-in succeeded at attempt ${attempts.length + 1}: ${count(attempts.length, 'attempt')} before it failed, and ${waitText(totalMs)} went to waiting.\n${attemptLines(attempts).join('\n')}`,
    fix: [
      'Nothing is broken now. When it comes again and again, look at the page of the cause that is named above.',
      'To see it fail at once instead, set:\ndisable-retry: true',
    ],
  }),
  page: {
    meaning:
      'STS refused the first attempts and took a later one. The job goes on; the notice says how often, why and how long, so that a flaky sign-in is seen before it fails for good.',
    tell: 'It stands beside a green job only. Where all attempts failed, the cause of the last one is the finding.',
  },
})

/** One line for each cause, in the order in which they came, with what was said last. */
function attemptLines(attempts: readonly Attempt[]): string[] {
  const causes = [...new Set(attempts.map(({ cause }) => cause))]
  return causes.map((id) => {
    const same = attempts.filter(({ cause }) => cause === id)
    const last = same.at(-1)?.failure
    return `- ${count(same.length, 'time')} ${quote(id)}: ${quote(last ? answerText(last) : '')}`
  })
}

function waitText(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : duration(ms / 1000)
}
