// token-service-error: the token service failed, or answered with something that holds no token.
import { isHtml, isPassing, isRedirect, NETWORK_LOGIN } from '../aws/http-answers.js'
import { authorityOf } from '../aws/url.js'
import type { FailureOf, Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { answerValues, describeRetries, pastTheProxy, STATUS_STEP } from './shared/token-service.js'

export const tokenServiceError = causeOf(['http', 'document'], {
  id: 'token-service-error',
  section: 'token',
  title: 'the token service answered without a token',
  severity: 'error',
  retry: 'transient',
  certainty: 'certain',
  docs: ['githubStatus', 'githubProxy', 'githubOidc'],
  matches: (failure) =>
    failure.peer === 'token-service' && (failure.kind === 'document' || isFault(failure.status)),
  explain: (failure, known) => {
    const { url, status, excerpt } = failure
    const headers =
      failure.kind === 'http' ? failure.headers : { 'content-type': failure.contentType }
    const between =
      isHtml(excerpt, headers['content-type']) || isRedirect(failure) || status === NETWORK_LOGIN
    const host = authorityOf(url)
    return {
      headline: `the token service ${quote(host, 60)} answered HTTP ${status} without an ID token`,
      shown: [
        ...answerValues(headers, excerpt),
        { show: 'sentence', say: between ? BETWEEN : faultText(failure, known) },
      ],
      steps: between
        ? [pastTheProxy(host, known.run)]
        : [{ say: 'Run the job again in a few minutes' }, STATUS_STEP],
      otherwise: between
        ? [{ ...STATUS_STEP, then: 'In an incident, a gateway of GitHub may answer like this.' }]
        : [],
      stop: 'No token',
    }
  },
  page: {
    meaning:
      'The service that issues ID tokens has a fault, or something between the runner and GitHub (a proxy, a captive portal, a load balancer) answered in its place.',
    tell: 'A status of 5xx, 408 or 3xx, or a 200 without a token in it. A plain refusal (400, 401, 403, 404) is token-service-denied. The content type and the `server` header tell whose answer it is: the service itself answers in JSON.',
  },
})

const BETWEEN =
  'The service itself answers in JSON: a proxy or captive portal may have answered in its place.'

/** Neither a token, nor a refusal, nor a plea for patience: those are the neighbours'. */
function isFault(status: number): boolean {
  return status < 400 || status >= 500 || (isPassing({ status }) && status !== 429)
}

function faultText(failure: FailureOf<'http'> | FailureOf<'document'>, known: Known): string {
  return `${whatCame(failure)}The service is at fault.${describeRetries(known)}`
}

function whatCame(failure: FailureOf<'http'> | FailureOf<'document'>): string {
  if (failure.kind === 'http') return ''
  return failure.problem === 'too-large'
    ? 'Its answer is far larger than a token. '
    : 'Its answer has no `value`, which should hold the token. '
}
