// issuer-proxy-failure: the proxy of this runner did not let the connection to the issuer through.

import { isIssuer } from '../aws/discovery.js'
import type { Known, NetworkFailure } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { documentName, fromOutside, urlAsked } from './shared/issuer.js'
import {
  describeNetworkFailure,
  isProxy,
  isRefusedByProxy,
  proxySource,
  wantsLogin,
} from './shared/network.js'

export const issuerProxyFailure = causeOf('network', {
  id: 'issuer-proxy-failure',
  section: 'issuer',
  title: 'the proxy does not let the runner through to the issuer',
  severity: 'error',
  retry: (failure) => (isRefusedByProxy(failure) ? 'never' : 'transient'),
  certainty: 'certain',
  docs: ['githubProxy', 'githubSelfHosted'],
  // Explains nothing of STS's: STS does not pass through the runner's proxy.
  matches: (failure) => isIssuer(failure.peer) && isProxy(failure),
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    return {
      why: `The issuer's ${documentName(failure.peer)} could not be looked at through the proxy of this runner: ${describeNetworkFailure(failure)}. STS fetches the issuer's documents without this proxy, so the sign-in may work all the same; but nothing could be checked here.`,
      fix: [...proxySteps(failure, known), fromOutside(url)],
    }
  },
  page: {
    meaning:
      'The runner is told to use a proxy (HTTPS_PROXY), and asks it to connect to the issuer. The proxy refused, could not connect itself, or is not there.',
    tell: '403: a rule of the proxy forbids the host. 407: the proxy wants user and password. 502, 503, 504: the proxy could not reach the issuer. A connect error: the proxy itself is not reached. Where the proxy lets the connection through but opens it, see issuer-tls-untrusted.',
  },
})

function proxySteps(failure: NetworkFailure, known: Known): string[] {
  const from = proxySource(known)
  const around = `Or go around the proxy, where the network allows it. In the environment of the runner: NO_PROXY=${oneLine(failure.host)}`
  if (wantsLogin(failure))
    return [
      `Put user and password into ${from}, special characters percent-encoded: http://USER:PASSWORD@PROXY:PORT`,
      around,
    ]
  if (failure.proxyStatus === 403)
    return [`Let the rules of the proxy allow CONNECT to ${quote(`${failure.host}:443`)}.`, around]
  if (failure.proxyStatus !== undefined)
    return ['Look in the log of the proxy why it could not connect, and run the job again.', around]
  return [`Correct host and port in ${from}, or start the proxy.`, around]
}
