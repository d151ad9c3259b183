// token-service-error: the token service failed, or answered with something that holds no token.
import {
  isHtml,
  isPassing,
  isRedirect,
  NETWORK_LOGIN,
  PROXY_LOGIN,
  refusedBy,
} from '../aws/http-answers.js'
import { authorityOf } from '../aws/url.js'
import type { FailureOf, Headers, Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import {
  answerValues,
  askService,
  describeRetries,
  pastTheProxy,
  STATUS_STEP,
} from './shared/token-service.js'

type Answer = FailureOf<'http'> | FailureOf<'document'>

export const tokenServiceError = causeOf(['http', 'document'], {
  id: 'token-service-error',
  section: 'token',
  title: 'the token service answered without a token',
  severity: 'error',
  retry: (failure) => (isUnsaid(failure) ? 'once' : 'transient'),
  certainty: (failure, { run }) =>
    isUnsaid(failure) && !isBetween(failure) && run.selfHosted ? 'likely' : 'certain',
  docs: ['githubStatus', 'githubProxy', 'githubOidc'],
  matches: (failure) =>
    failure.peer === 'token-service' && (failure.kind === 'document' || isFault(failure.status)),
  explain: (failure, known) => {
    const { url, status, excerpt } = failure
    const headers = headersOf(failure)
    const host = authorityOf(url)
    return {
      headline: `the token service ${quote(host, 60)} answered HTTP ${status} without an ID token`,
      shown: [
        ...answerValues(headers, excerpt),
        { show: 'sentence', say: isBetween(failure) ? BETWEEN : faultText(failure, known) },
      ],
      ...stepsFor(failure, host, known),
      stop: 'No token',
    }
  },
  page: {
    meaning:
      'The service that issues ID tokens has a fault, or something between the runner and GitHub (a proxy, a captive portal, a load balancer) answered in its place.',
    tell: 'A status of 5xx, 408 or 3xx, another 4xx that refuses nothing of its own (such as 413 or 421), or a 200 without a token in it. A plain refusal (400, 401, 403, 404, 414, 422) is token-service-denied; 407 is token-service-unreachable. The content type and the `server` header tell whose answer it is: the service itself answers in JSON.',
  },
})

const BETWEEN =
  'The service itself answers in JSON: a proxy or captive portal may have answered in its place.'

function headersOf(failure: Answer): Headers {
  return failure.kind === 'http' ? failure.headers : { 'content-type': failure.contentType }
}

/** Not the service itself has answered. */
function isBetween(failure: Answer): boolean {
  const { excerpt, status } = failure
  const isPage = isHtml(excerpt, headersOf(failure)['content-type'])
  return isPage || isRedirect(failure) || status === NETWORK_LOGIN
}

/** Neither a token, nor a refusal, nor a plea for patience, nor a proxy's own: those are the neighbours'. */
function isFault(status: number): boolean {
  return status !== 429 && status !== PROXY_LOGIN && refusedBy({ status }) === undefined
}

/** A status that blames the request, but for nothing that this job could change, and that may not be the service's. */
function isUnsaid({ kind, status }: Answer): boolean {
  return kind === 'http' && status >= 400 && status < 500 && !isPassing({ status })
}

function stepsFor(
  failure: Answer,
  host: string,
  { run }: Known,
): Pick<Explanation, 'steps' | 'otherwise'> {
  if (isBetween(failure))
    return {
      steps: [pastTheProxy(host, run)],
      otherwise: [
        { ...STATUS_STEP, then: 'In an incident, a gateway of GitHub may answer like this.' },
      ],
    }
  const again = [{ say: 'Run the job again in a few minutes' }, STATUS_STEP]
  if (!isUnsaid(failure) || !run.selfHosted) return { steps: again }
  return {
    steps: [askService(host), { when: 'If it prints anything else', ...pastTheProxy(host, run) }],
    otherwise: again,
  }
}

function faultText(failure: Answer, known: Known): string {
  const blamed = isUnsaid(failure)
    ? 'This status says nothing of the job or its audience: a gateway may have answered.'
    : 'The service is at fault.'
  return `${whatCame(failure)}${blamed}${describeRetries(known)}`
}

function whatCame(failure: Answer): string {
  if (failure.kind === 'http') return ''
  return failure.problem === 'too-large'
    ? 'Its answer is far larger than a token. '
    : 'Its answer has no `value`, which should hold the token. '
}
