// sts-retried: signed in, but not at the first attempt: a job that is slow or fails now and then, explained.
import type { Attempt } from '../model.js'
import { count, duration, quote } from '../text.js'
import { answerText } from '../words.js'
import { causeOf } from './cause.js'
import { causePage } from './shared/doc-urls.js'

/** Lines for causes in an annotation. */
const MOST = 3

export const stsRetried = causeOf('retried', {
  id: 'sts-retried',
  section: 'sts',
  title: 'signed in, but not at the first attempt',
  severity: 'notice',
  retry: 'never',
  certainty: 'certain',
  docs: ['repostThrottling', 'awsStatus'],
  matches: () => true,
  explain: ({ attempts, totalMs, roles }, { run }) => ({
    headline: roles
      ? `the sign-ins to ${count(roles, 'role')} took ${attempts.length + roles} attempts, with waits of up to ${waitText(totalMs)}`
      : `the sign-in took ${attempts.length + 1} attempts and ${waitText(totalMs)} of waiting`,
    shown: [{ show: 'list', points: attemptPoints(attempts) }],
    steps: [
      {
        when: 'If this happens often',
        say: `Do what the page of ${quote(worstOf(attempts))} says`,
        code: causePage(worstOf(attempts), run),
        language: 'url',
        then: 'Nothing is broken now.',
      },
      {
        when: 'If it should fail at the first attempt instead',
        say: 'Turn retries off',
        code: 'disable-retry: true',
        language: 'yaml',
      },
    ],
  }),
  page: {
    meaning:
      'STS refused the first attempts and accepted a later one. The job goes on; the notice says how often, why and how long, so that a flaky sign-in is seen before it fails for good.',
    tell: 'It is found only beside a successful sign-in. If all attempts failed, the cause of the last one is the finding.',
  },
})

/** The cause of most attempts; the first of several. */
function worstOf(attempts: readonly Attempt[]): Attempt['cause'] {
  const groups = [...Map.groupBy(attempts, ({ cause }) => cause)]
  const [most] = groups.sort(([, one], [, other]) => other.length - one.length)
  return most?.[0] ?? 'sts-throttled'
}

/** One for each cause, in the order in which they came, with what was said last. */
function attemptPoints(attempts: readonly Attempt[]): string[] {
  const points = [...Map.groupBy(attempts, ({ cause }) => cause)].map(([id, same]) => {
    const last = same.at(-1)?.failure
    return `${count(same.length, 'time')} ${quote(id)}: ${quote(last ? answerText(last) : '')}`
  })
  const more = points.length - MOST
  return more > 1 ? [...points.slice(0, MOST), `${more} other causes`] : points
}

function waitText(ms: number): string {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : duration(ms / 1000)
}
