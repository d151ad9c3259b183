// token-service-throttled: the token service throttled the requests for ID tokens.
import { authorityOf } from '../aws/url.js'
import type { Block } from '../model.js'
import { duration, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { describeRetries, STATUS_STEP } from './shared/token-service.js'

export const tokenServiceThrottled = causeOf('http', {
  id: 'token-service-throttled',
  section: 'token',
  title: 'the token service throttled the request',
  severity: 'error',
  retry: 'throttled',
  certainty: 'certain',
  docs: ['githubStatus', 'githubOidc'],
  matches: ({ peer, status }) => peer === 'token-service' && status === 429,
  explain: ({ url, headers }, known) => {
    const wait = headers['retry-after']
    return {
      headline: `the token service ${quote(authorityOf(url), 60)} throttled this job: HTTP 429, too many requests`,
      shown: shownOf(wait, describeRetries(known)),
      steps: [
        { say: `Run the failed jobs again after ${waitText(wait)}` },
        {
          say: 'Let fewer jobs of a matrix run at once',
          code: 'strategy:\n  max-parallel: 4',
          language: 'yaml',
        },
        { say: 'Sign in once for each job, and use in the later steps what this step exports' },
      ],
      otherwise: [STATUS_STEP],
      stop: 'No token: throttled by the token service',
    }
  },
  page: {
    meaning:
      'GitHub limits how often ID tokens can be requested; the limit is not published. Many jobs that start at once, or a loop that asks again and again, reach it. The action waits, longer each time and at least as long as the service asks, before it gives up.',
    tell: 'Status 429 of the token service. When STS throttles, it is sts-throttled; when the issuer does, discovery-unavailable or jwks-unavailable.',
  },
})

function shownOf(wait: string | undefined, retries: string): Block[] {
  if (wait === undefined)
    return [{ show: 'sentence', say: `It did not say how long to wait.${retries}` }]
  return [
    { show: 'code', code: `Retry-After: ${oneLine(wait)}`, language: 'http' },
    ...(retries === '' ? [] : [{ show: 'sentence' as const, say: retries.trim() }]),
  ]
}

/** The header may have a date, too. */
function waitText(wait = ''): string {
  if (wait === '') return 'a minute'
  return /^\d{1,6}$/.test(wait) ? duration(Number(wait)) : 'that time'
}
