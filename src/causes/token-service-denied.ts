// token-service-denied: the token service answered, and refused to issue an ID token for this job.
import { isHtml, refusedBy } from '../aws/http-answers.js'
import { authorityOf } from '../aws/url.js'
import type { HttpFailure, Known, Step } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { answerValues, describeRetries, pastTheProxy } from './shared/token-service.js'

export const tokenServiceDenied = causeOf('http', {
  id: 'token-service-denied',
  section: 'token',
  title: 'the token service refused to issue an ID token',
  severity: 'error',
  retry: ({ status }) => {
    if (status === 404) return 'eventual-consistency'
    return status === 401 ? 'once' : 'never'
  },
  certainty: 'certain',
  docs: ['githubOidc', 'githubPermissions', 'githubProxy'],
  matches: (failure) => failure.peer === 'token-service' && refusedBy(failure) !== undefined,
  explain: (failure, known) => {
    const { url, status, headers, excerpt } = failure
    const { shown, ...rest } = reasonFor(failure, known)
    return {
      headline: `the token service ${quote(authorityOf(url), 60)} refused to issue an ID token: HTTP ${status}`,
      stop: `No token: HTTP ${status} of the token service`,
      ...rest,
      shown: [...answerValues(headers, excerpt), ...shown],
    }
  },
  page: {
    meaning:
      'The job may ask for an ID token (the runner named the service), but the service said no. 401: the request token is not, or no longer, valid; it ends with its job, or when that is cancelled. 404: the job is not yet marked as running, which takes about a second, or the URL is wrong. 400, 414, 422: the request itself, mostly the audience. 403: the job is not allowed to have one; with a page in HTML, a proxy on the way.',
    tell: '429 is token-service-throttled; 5xx, any other 4xx, and a 200 without a token in it, are token-service-error; no answer at all, or 407 of a proxy, is token-service-unreachable.',
  },
})

type Reason = Omit<Explanation, 'headline'> & { headline?: string }

function reasonFor(failure: HttpFailure, known: Known): Reason {
  const { status, headers, excerpt } = failure
  if (isHtml(excerpt, headers['content-type'])) return explainPage(failure, known)
  if (status === 401) return EXPLAIN_401
  const refused = refusedBy(failure)
  if (refused === 'place') return explain404(known)
  return refused === 'request' ? explainRequest(known) : EXPLAIN_403
}

function explainRequest({ inputs }: Known): Reason {
  return {
    shown: [
      { show: 'sentence', say: `The audience asked for was ${quote(inputs?.audience ?? '', 60)}.` },
    ],
    steps: [
      {
        when: 'If the step sets `audience`',
        say: 'Delete it, so that the usual audience is requested',
      },
      {
        when: 'If it does not',
        ...OVERWRITTEN,
      },
    ],
    where: { input: 'audience' },
  }
}

const OVERWRITTEN: Step = {
  say: 'Search the workflow for `ACTIONS_ID_TOKEN_REQUEST_URL`, and delete what overwrites it: the URL may be wrong',
}

const EXPLAIN_403: Reason = {
  shown: [],
  steps: [
    {
      say: 'Ask an administrator whether a policy of the organisation or enterprise restricts Actions or OIDC',
    },
  ],
}

function explainPage({ url, status }: HttpFailure, { run }: Known): Reason {
  const host = authorityOf(url)
  return {
    headline: `a proxy or firewall answered HTTP ${status} in place of the token service ${quote(host, 60)}`,
    shown: [{ show: 'sentence', say: 'The service itself answers in JSON.' }],
    steps: [pastTheProxy(host, run)],
    stop: 'No token',
  }
}

const EXPLAIN_401: Reason = {
  shown: [
    {
      show: 'sentence',
      say: '`ACTIONS_ID_TOKEN_REQUEST_TOKEN` is not valid: it works only for its own job, and only while that runs.',
    },
  ],
  steps: [
    { say: 'Run the job again' },
    {
      say: 'Pass neither `ACTIONS_ID_TOKEN_REQUEST_URL` nor `ACTIONS_ID_TOKEN_REQUEST_TOKEN` from one job to another',
      then: 'They can come by `env:`, outputs, caches, or a container that outlives its job.',
    },
  ],
  where: 'step',
}

function explain404(known: Known): Reason {
  return {
    shown: [
      {
        show: 'sentence',
        say: `GitHub issues tokens only for jobs that it has marked as running.${describeRetries(known)}`,
      },
    ],
    steps: [
      { say: 'Run the job again' },
      {
        when: 'If this is the first step of a short job',
        say: 'Put another step before it, such as `actions/checkout`',
      },
    ],
    otherwise: [OVERWRITTEN],
    where: 'step',
  }
}
