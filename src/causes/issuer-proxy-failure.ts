// issuer-proxy-failure: the proxy of this runner did not let the connection to the issuer through.

import { isIssuer } from '../aws/discovery.js'
import { isCertificateCode } from '../aws/tls-codes.js'
import type { Block, Known, NetworkFailure, Step } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { proxyClause } from './shared/connection.js'
import { hostAndPort, lookFromOutside, urlAsked } from './shared/issuer.js'
import {
  aroundProxy,
  errorValue,
  isProxy,
  isRefusedByProxy,
  proxySource,
  wantsLogin,
} from './shared/network.js'

export const issuerProxyFailure = causeOf('network', {
  id: 'issuer-proxy-failure',
  section: 'issuer',
  title: 'the proxy of the runner does not connect to the issuer',
  severity: 'error',
  retry: (failure) => (isRefusedByProxy(failure) ? 'never' : 'transient'),
  certainty: 'certain',
  docs: ['githubProxy', 'githubSelfHosted'],
  // Explains nothing of STS's: STS does not pass through the runner's proxy.
  matches: (failure) => isIssuer(failure.peer) && isProxy(failure),
  explain: (failure, known) => {
    const answered = failure.proxyStatus !== undefined
    const errorBlocks: Block[] = [{ show: 'values', values: [errorValue(failure)] }]
    return {
      headline: proxyClause(failure, `the issuer's host ${quote(failure.host, 60)}`),
      shown: [
        // What the proxy answered stands in the headline.
        ...(answered ? [] : errorBlocks),
        {
          show: 'sentence',
          say: 'STS does not use this proxy: the sign-in may work all the same.',
        },
      ],
      steps: proxySteps(failure, known),
      confirm: [lookFromOutside(urlAsked(failure, known), known)],
      folded: answered ? [{ title: 'The error in full', blocks: errorBlocks }] : [],
      stop: 'Issuer not checked: proxy of the runner',
    }
  },
  page: {
    meaning:
      'The runner is told to use a proxy (HTTPS_PROXY), and asks it to connect to the issuer. The proxy refused, could not connect itself, or is not there. STS does not use that proxy.',
    tell: '403: a rule of the proxy forbids the host. 407: the proxy wants a user name and password. 502, 503, 504: the proxy could not reach the issuer. A connect error: the proxy itself is not reached. If the proxy connects but inspects TLS, see issuer-tls-untrusted.',
  },
})

function proxySteps(failure: NetworkFailure, known: Known): Step[] {
  const around = aroundProxy(failure.host, 'the issuer')
  if (failure.proxyStatus === 403)
    return [
      around,
      {
        when: 'If this runner may connect to the issuer through it',
        say: `Allow CONNECT to ${quote(hostAndPort(urlAsked(failure, known), failure.host))} in the rules of the proxy`,
      },
      {
        when: 'If it may not',
        say: "Keep the rule: only this action's checks of the issuer need the connection, not STS",
      },
    ]
  return [proxyStep(failure, known), around]
}

function proxyStep(failure: NetworkFailure, known: Known): Step {
  const from = proxySource(known)
  if (wantsLogin(failure))
    return {
      say: `Put user name and password into ${from}, special characters percent-encoded`,
      code: 'http://USER:PASSWORD@PROXY:PORT',
      language: 'text',
    }
  if (failure.proxyStatus !== undefined)
    return {
      say: 'Look in the log of the proxy for why it could not connect, and run the job again',
    }
  if (isCertificateCode(failure.code))
    return { say: `Fix the certificate of the proxy, or correct ${from}` }
  return { say: `Correct host and port in ${from}, or start the proxy` }
}
