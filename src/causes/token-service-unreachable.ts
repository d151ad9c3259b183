// token-service-unreachable: the service that makes the job's ID token could not be reached from this runner.
import { isCertificateCode } from '../aws/tls-codes.js'
import type { Known, NetworkFailure, RunContext } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { describeNetworkFailure, isProxy, isRefusedByProxy, proxySource } from './shared/network.js'
import { GITHUB_STATUS } from './shared/token-service.js'

export const tokenServiceUnreachable = causeOf('network', {
  id: 'token-service-unreachable',
  section: 'token',
  title: 'the token service cannot be reached from this runner',
  severity: 'error',
  retry: (failure) =>
    isCertificateCode(failure.code) || isRefusedByProxy(failure) ? 'never' : 'transient',
  certainty: 'certain',
  docs: ['githubSelfHosted', 'githubProxy', 'githubStatus', 'nodeExtraCa'],
  matches: ({ peer }) => peer === 'token-service',
  explain: (failure, known) => ({
    why: `The service that makes this job's ID token, ${quote(failure.host)}, could not be reached: ${describeNetworkFailure(failure)}. The job has the permission to ask (the runner named the service); AWS was not asked yet.${placeWord(known.run)}`,
    fix: connectionSteps(failure, known),
  }),
  page: {
    meaning:
      'The runner names a URL of GitHub (ACTIONS_ID_TOKEN_REQUEST_URL) where a job gets its ID token. A name that cannot be resolved, a firewall, a proxy, an untrusted certificate or an incident at GitHub keeps the job from it.',
    tell: 'No answer came at all, or it broke off half-way. An answer with a status of 400 or above is token-service-denied, token-service-throttled or token-service-error.',
  },
})

function placeWord({ selfHosted }: RunContext): string {
  return selfHosted
    ? ' This runner is self-hosted, so its own network, proxy and certificates come into question first.'
    : ''
}

function connectionSteps(failure: NetworkFailure, known: Known): string[] {
  const { selfHosted } = known.run
  const host = shellWord(failure.host)
  const look = `Look from the same machine: curl -sS -o /dev/null -w '%{http_code}\\n' https://${host} (401 means that it can be reached)`
  if (isProxy(failure))
    return [
      `Correct ${proxySource(known)} (host, port, user and password), or take the service out of the proxy: NO_PROXY=.actions.githubusercontent.com`,
      look,
    ]
  if (isCertificateCode(failure.code))
    return [
      'If a proxy inspects TLS here, give Node its CA: write NODE_EXTRA_CA_CERTS=/path/to/ca.pem into the `.env` file of the runner and restart the runner.',
      look,
    ]
  return [
    'Run the job again: a passing fault may be gone.',
    GITHUB_STATUS,
    ...(selfHosted
      ? [`Let the runner reach ${host} and *.actions.githubusercontent.com on port 443.`, look]
      : []),
  ]
}
