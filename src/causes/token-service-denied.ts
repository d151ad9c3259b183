// token-service-denied: the token service answered, and refused to make an ID token for this job.
import { isHtml } from '../aws/http-answers.js'
import { authorityOf } from '../aws/url.js'
import type { HttpFailure, Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { describeRetries, describeTokenAnswer, pastTheProxy } from './shared/token-service.js'

/** 408 and 425 ask for another try, 429 for patience: they are no refusal. */
const NO_REFUSAL = [408, 425, 429]

export const tokenServiceDenied = causeOf('http', {
  id: 'token-service-denied',
  section: 'token',
  title: 'the token service refused to make an ID token',
  severity: 'error',
  retry: ({ status }) => {
    if (status === 404) return 'eventual-consistency'
    return status === 401 ? 'once' : 'never'
  },
  certainty: 'certain',
  docs: ['githubOidc', 'githubPermissions', 'githubProxy'],
  matches: ({ peer, status }) =>
    peer === 'token-service' && status >= 400 && status < 500 && !NO_REFUSAL.includes(status),
  explain: (failure, known) => {
    const { url, status, headers, excerpt } = failure
    const { why, ...rest } = reasonFor(failure, known)
    return {
      ...rest,
      why: `The token service ${quote(authorityOf(url))} refused to make an ID token: HTTP ${status}. ${why} ${describeTokenAnswer(headers, excerpt)}`,
    }
  },
  page: {
    meaning:
      'The job may ask for an ID token (the runner named the service), but the service said no. 401: the request token is not, or no longer, valid. 404: the job is not yet marked as running, or the URL is wrong. 400: the request itself, mostly the audience. 403 with a page in HTML: a proxy on the way.',
    tell: '429 is token-service-throttled; 5xx, and a 200 without a token in it, are token-service-error; no answer at all is token-service-unreachable.',
  },
})

function reasonFor({ url, status, headers, excerpt }: HttpFailure, known: Known): Explanation {
  if (isHtml(excerpt, headers['content-type']))
    return {
      why: 'The answer is a page in HTML, and the service answers in JSON: a proxy or firewall on the way has answered in its place.',
      fix: pastTheProxy(authorityOf(url), known.run),
    }
  if (status === 401)
    return {
      why: "The request token of this job (ACTIONS_ID_TOKEN_REQUEST_TOKEN) is not valid: it lives only as long as its job, so it ends when the job is cancelled or over, and another job's does not work.",
      fix: [
        'Run the job again.',
        'Let nothing pass ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN from one job to another, by `env:`, outputs, caches, or a container that outlives its job.',
      ],
      where: 'step',
    }
  if (status === 404)
    return {
      why: `GitHub makes tokens only for jobs that it has marked as running, which takes about a second at the start of a job; else ACTIONS_ID_TOKEN_REQUEST_URL is wrong.${describeRetries(known)}`,
      fix: [
        'Run the job again; where this is the first step of a short job, let another step (actions/checkout) go before it.',
        'Let nothing overwrite ACTIONS_ID_TOKEN_REQUEST_URL in this job.',
      ],
      where: 'step',
    }
  return {
    why: `The audience asked for was ${quote(known.inputs?.audience ?? '')}.`,
    fix: [
      'Delete `audience` from the step, so that the usual one is asked for.',
      'Ask an administrator whether a policy of the organisation or enterprise restricts Actions or OIDC.',
    ],
    where: { input: 'audience' },
  }
}
