// token-service-unreachable: the service that issues the job's ID token could not be reached from this runner.
import { isCertificateCode } from '../aws/tls-codes.js'
import type { Known, NetworkFailure, Step } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { connectionClause } from './shared/connection.js'
import {
  IF_SET,
  isProxy,
  isRefusedByProxy,
  networkValues,
  proxySource,
  wantsLogin,
} from './shared/network.js'
import { STATUS_STEP } from './shared/token-service.js'

export const tokenServiceUnreachable = causeOf('network', {
  id: 'token-service-unreachable',
  section: 'token',
  title: 'this runner cannot reach the token service',
  severity: 'error',
  retry: (failure) =>
    isCertificateCode(failure.code) || isRefusedByProxy(failure) ? 'never' : 'transient',
  certainty: 'certain',
  docs: ['githubSelfHosted', 'githubProxy', 'githubStatus', 'nodeExtraCa'],
  matches: ({ peer }) => peer === 'token-service',
  explain: (failure, known) => ({
    headline: `no token: ${connectionClause(failure)}`,
    shown: [networkValues(failure)],
    ...stepsFor(failure, known),
    stop: 'No token: token service not reached',
  }),
  page: {
    meaning:
      'The runner gives a job that may ask for an ID token the URL of a service of GitHub (ACTIONS_ID_TOKEN_REQUEST_URL). So the permission is there, and AWS was not asked yet. A name that does not resolve, a firewall, a proxy, an untrusted certificate or an incident at GitHub keeps the job from that service. On a self-hosted runner, its own network, proxy and certificates are the first places to look.',
    tell: 'No answer came at all, or it broke off half-way. An answer with a status of 400 or above is token-service-denied, token-service-throttled or token-service-error.',
  },
})

function look({ host }: NetworkFailure): Step {
  return {
    say: 'Ask the service from the same machine',
    code: `curl -sS -o /dev/null -w '%{http_code}\\n' https://${shellWord(host)}`,
    language: 'sh',
    then: 'If it prints 401, the machine can reach the service: run the job again.',
  }
}

interface Steps {
  steps: readonly Step[]
  otherwise?: readonly Step[]
  confirm?: readonly Step[]
}

function stepsFor(failure: NetworkFailure, known: Known): Steps {
  if (isProxy(failure)) return { steps: proxySteps(failure, known), confirm: [look(failure)] }
  if (isCertificateCode(failure.code)) return { steps: CERTIFICATE, confirm: [look(failure)] }
  const again: Step[] = [{ say: 'Run the job again: the fault may have passed' }, STATUS_STEP]
  if (!known.run.selfHosted) return { steps: again }
  return {
    steps: [
      look(failure),
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
  const correct = `Correct ${proxySource(known)}: host, port, user name and password`
  // A proxy that answers, and asks for no login, was found, and goes no further.
  const passes = failure.proxyStatus !== undefined && !wantsLogin(failure)
  return [
    ...(passes
      ? [
          {
            say: `Let the proxy reach ${quote(`${host}:443`, 60)}: look at its rules, DNS and network`,
          },
          { when: 'If this is the wrong proxy', say: correct },
        ]
      : [{ say: correct }]),
    {
      when: 'If the service can be reached without the proxy',
      say: `Exclude it from the proxy, in the environment of the runner, ${IF_SET}`,
      code: `NO_PROXY=${withoutProxy(host)}`,
      language: 'sh',
    },
  ]
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
