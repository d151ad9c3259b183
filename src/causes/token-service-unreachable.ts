// token-service-unreachable: the service that issues the job's ID token could not be reached from this runner.
import { PROXY_LOGIN } from '../aws/http-answers.js'
import { isCertificateCode } from '../aws/tls-codes.js'
import { authorityOf } from '../aws/url.js'
import type { HttpFailure, Known, NetworkFailure, Step } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { connectionClause } from './shared/connection.js'
import {
  IF_SET,
  isProxy,
  isRefusedByProxy,
  networkValues,
  proxySource,
  wantsLogin,
} from './shared/network.js'
import { answerValues, askService, STATUS_STEP } from './shared/token-service.js'

export const tokenServiceUnreachable = causeOf(['network', 'http'], {
  id: 'token-service-unreachable',
  section: 'token',
  title: 'this runner cannot reach the token service',
  severity: 'error',
  retry: (failure) =>
    failure.kind === 'http' || isCertificateCode(failure.code) || isRefusedByProxy(failure)
      ? 'never'
      : 'transient',
  certainty: 'certain',
  docs: ['githubSelfHosted', 'githubProxy', 'githubStatus', 'nodeExtraCa'],
  // Of all statuses, the one that only a proxy gives: it reads what is not encrypted, or opens TLS.
  matches: (failure) =>
    failure.peer === 'token-service' &&
    (failure.kind === 'network' || failure.status === PROXY_LOGIN),
  explain: (failure, known) => ({
    ...(failure.kind === 'http' ? ofProxy(failure, known) : ofConnection(failure, known)),
    stop: 'No token: token service not reached',
  }),
  page: {
    meaning:
      'The runner gives a job that may ask for an ID token the URL of a service of GitHub (ACTIONS_ID_TOKEN_REQUEST_URL). So the permission is there, and AWS was not asked yet. A name that does not resolve, a firewall, a proxy, an untrusted certificate or an incident at GitHub keeps the job from that service. On a self-hosted runner, its own network, proxy and certificates are the first places to look.',
    tell: 'No answer came at all, or it broke off half-way. 407 comes from a proxy in any case. An answer with another status of 400 or above is token-service-denied, token-service-throttled or token-service-error.',
  },
})

function ofConnection(failure: NetworkFailure, known: Known): Explanation {
  return {
    headline: `no token: ${connectionClause(failure)}`,
    shown: [networkValues(failure)],
    ...stepsFor(failure, known),
  }
}

function ofProxy({ url, status, headers, excerpt }: HttpFailure, known: Known): Explanation {
  const host = authorityOf(url)
  return {
    headline: `no token: a proxy wants user name and password (HTTP ${status})`,
    shown: answerValues(headers, excerpt),
    steps: known.inputs?.proxy
      ? [loginStep(known), aroundProxy(host)]
      : [
          {
            say: `Let this runner reach ${quote(host, 60)} without a login: no proxy is set, so one stands in the way of its network`,
          },
        ],
    confirm: [askService(host)],
  }
}

interface Steps {
  steps: readonly Step[]
  otherwise?: readonly Step[]
  confirm?: readonly Step[]
}

function stepsFor(failure: NetworkFailure, known: Known): Steps {
  if (isProxy(failure))
    return { steps: proxySteps(failure, known), confirm: [askService(failure.host)] }
  if (isCertificateCode(failure.code))
    return { steps: CERTIFICATE, confirm: [askService(failure.host)] }
  const again: Step[] = [{ say: 'Run the job again: the fault may have passed' }, STATUS_STEP]
  if (!known.run.selfHosted) return { steps: again }
  return {
    steps: [
      askService(failure.host),
      {
        when: 'If it prints 000',
        say: `Let this self-hosted runner reach ${quote(failure.host, 60)} and \`*.actions.githubusercontent.com\` on port 443: look at its DNS, firewall and proxy`,
      },
    ],
    otherwise: again,
  }
}

function proxySteps(failure: NetworkFailure, known: Known): Step[] {
  const { host } = failure
  const correct = loginStep(known)
  // A proxy that answers, and asks for no login, was found, and goes no further.
  const passes = failure.proxyStatus !== undefined && !wantsLogin(failure)
  return [
    ...(passes
      ? [
          {
            say: `Let the proxy reach ${quote(`${host}:443`, 60)}: look at its rules, DNS and network`,
          },
          { when: 'If this is the wrong proxy', ...correct },
        ]
      : [correct]),
    aroundProxy(host),
  ]
}

function loginStep(known: Known): Step {
  return { say: `Correct ${proxySource(known)}: host, port, user name and password` }
}

function aroundProxy(host: string): Step {
  return {
    when: 'If the service can be reached without the proxy',
    say: `Exclude it from the proxy, in the environment of the runner, ${IF_SET}`,
    code: `NO_PROXY=${withoutProxy(host)}`,
    language: 'sh',
  }
}

/** GitHub's own service has several hosts under one name; another server has one. */
function withoutProxy(host: string): string {
  const own = '.actions.githubusercontent.com'
  return host.endsWith(own) ? own : shellWord(host)
}

const CERTIFICATE: readonly Step[] = [
  {
    when: 'If the certificate belongs to your own network (TLS inspection, a server of your own)',
    say: 'Give Node its CA with this line in the `.env` file of the runner, and restart the runner',
    code: 'NODE_EXTRA_CA_CERTS=/path/to/ca.pem',
    language: 'sh',
  },
  {
    when: 'If it does not',
    say: 'Do not trust it, and ask whoever runs the network: somebody answers in place of the service',
  },
]
