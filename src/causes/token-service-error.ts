// token-service-error: the token service failed, or answered with something that holds no token.
import { isHtml, isRedirect } from '../aws/http-answers.js'
import { authorityOf } from '../aws/url.js'
import type { FailureOf, Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import {
  describeRetries,
  describeTokenAnswer,
  GITHUB_STATUS,
  pastTheProxy,
} from './shared/token-service.js'

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
    const headers =
      failure.kind === 'http' ? failure.headers : { 'content-type': failure.contentType }
    const said = `The token service ${quote(authorityOf(failure.url))} answered HTTP ${failure.status}, ${failure.kind === 'http' ? 'and no ID token' : whatCame(failure)}. ${describeTokenAnswer(headers, failure.excerpt)}`
    const page = isHtml(failure.excerpt, headers['content-type'])
    const between = page || isRedirect(failure)
    return between ? fromBetween(said, failure.url, known) : fromGitHub(said, known)
  },
  page: {
    meaning:
      'The service that makes ID tokens has a fault, or somebody between the runner and GitHub (a proxy, a captive portal, a load balancer) answered in its place.',
    tell: 'A status of 5xx, 408 or 3xx, or a 200 without a token in it. A plain refusal (400, 401, 403, 404) is token-service-denied. The content type and the `server` header tell whose answer it is: the service itself answers in JSON.',
  },
})

/** Neither a token, nor a refusal, nor a plea for patience: those are the neighbours'. */
function isFault(status: number): boolean {
  return status < 400 || status >= 500 || status === 408 || status === 425
}

function whatCame({ problem }: FailureOf<'document'>): string {
  return problem === 'too-large'
    ? 'but far more than a token is large'
    : 'but its answer has no `value`, where the token should be'
}

function fromGitHub(said: string, known: Known): Explanation {
  return {
    why: `${said} This is a fault on the side of the service.${describeRetries(known)}`,
    fix: ['Run the job again in a few minutes.', GITHUB_STATUS],
  }
}

function fromBetween(said: string, url: string, { run }: Known): Explanation {
  return {
    why: `${said} The service itself answers in JSON: a proxy, a captive portal or a gateway on the way may have answered in its place; a gateway of GitHub's own does so in an incident.`,
    fix: [...pastTheProxy(authorityOf(url), run), GITHUB_STATUS],
  }
}
