// token-service-throttled: the token service was asked too often and wants patience.
import { authorityOf } from '../aws/url.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { describeRetries, GITHUB_STATUS } from './shared/token-service.js'

export const tokenServiceThrottled = causeOf('http', {
  id: 'token-service-throttled',
  section: 'token',
  title: 'the token service was asked too often',
  severity: 'error',
  retry: 'throttled',
  certainty: 'certain',
  docs: ['githubStatus', 'githubOidc'],
  matches: ({ peer, status }) => peer === 'token-service' && status === 429,
  explain: ({ url, headers }, known) => {
    const wait = headers['retry-after']
    return {
      why: `The token service ${quote(authorityOf(url))} makes no more ID tokens for now: HTTP 429, too many requests. ${wait === undefined ? 'It did not say how long to wait.' : `It asked to wait (Retry-After: ${quote(wait)}).`}${describeRetries(known)} Many jobs that start at once, or a loop that asks again and again, bring this about.`,
      fix: [
        'Run the failed jobs again, a minute later.',
        'Let fewer jobs of a matrix run at once:\nstrategy:\n  max-parallel: 4',
        'Ask once for each job: sign in in one step, and use what it exports in the others.',
        GITHUB_STATUS,
      ],
    }
  },
  page: {
    meaning:
      'GitHub limits how often ID tokens can be asked for; the limit is not published. The action waits, longer each time and at least as long as the service asks, before it gives up.',
    tell: 'Status 429 of the token service. When STS throttles, it is sts-throttled; when the issuer does, discovery-unavailable or jwks-unavailable.',
  },
})
