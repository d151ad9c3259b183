// issuer-proxy-failure: the proxy of this runner did not let the connection to the issuer through.
import type { NetworkFailure } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { documentName, fromOutside, isIssuer, urlAsked } from './phrases-issuer.js'
import { isProxy } from './phrases-network.js'

export const issuerProxyFailure = causeOf('network', {
  id: 'issuer-proxy-failure',
  section: 'issuer',
  title: 'the proxy does not let the runner through to the issuer',
  severity: 'error',
  retry: (failure) => (/^4/.test(statusOf(failure as NetworkFailure)) ? 'never' : 'transient'),
  certainty: 'certain',
  docs: ['githubProxy', 'githubSelfHosted'],
  // Explains nothing of STS's: STS does not pass through the runner's proxy.
  matches: (failure) => isIssuer(failure.peer) && isProxy(failure),
  explain: (failure, known) => {
    const url = urlAsked(failure, known)
    const name = proxyName(failure)
    return {
      why: `The proxy${name} did not open a connection to ${quote(failure.host)}, so the issuer's ${documentName(failure.peer)} could not be looked at: ${said(failure)}. STS fetches the issuer's documents without this proxy, so the sign-in may work all the same; but nothing could be checked here.`,
      fix: [...advice(failure), fromOutside(url)],
    }
  },
  page: {
    meaning:
      'The runner is told to use a proxy (HTTPS_PROXY), and asks it to connect to the issuer. The proxy refused, could not connect itself, or is not there.',
    tell: '403: a rule of the proxy forbids the host. 407: the proxy wants user and password. 502, 503, 504: the proxy could not reach the issuer. A connect error: the proxy itself is not reached. Where the proxy lets the connection through but opens it, see issuer-tls-untrusted.',
  },
})

/** Host and port only: a proxy's URL may hold a password. */
function proxyName({ proxy }: NetworkFailure): string {
  const bare = proxy?.replace(/^[a-z]+:\/\//i, '').replace(/^.*@/, '') ?? ''
  return bare === '' ? ' of this runner' : ` ${quote(bare)}`
}

/** The status that the proxy answered to CONNECT; empty where it was not reached. */
function statusOf({ code, detail }: NetworkFailure): string {
  return /statusCode=(\d{3})/.exec(detail)?.[1] ?? /\b([345]\d\d)$/.exec(code)?.[1] ?? ''
}

function said(failure: NetworkFailure): string {
  const status = statusOf(failure)
  if (status === '407') return 'it answered 407 and wants user name and password'
  if (status === '403') return 'it answered 403, a rule of the proxy forbids this host'
  if (status !== '') return `it answered ${status}, it could not reach the issuer itself`
  const cause = /cause=(.*)/s.exec(failure.detail)?.[1] ?? (failure.detail || failure.code)
  return `the proxy itself was not reached (${oneLine(cause.replace(/\/\/[^@\s]*@/g, '//'))})`
}

function advice(failure: NetworkFailure): string[] {
  const around = `Or go around the proxy, where the network allows it. In the environment of the runner: NO_PROXY=${oneLine(failure.host)}`
  const status = statusOf(failure)
  if (status === '407')
    return [
      'Put user and password into the setting of the runner, special characters percent-encoded: HTTPS_PROXY=http://USER:PASSWORD@PROXY:PORT',
      around,
    ]
  if (status === '403')
    return [`Let the rules of the proxy allow CONNECT to ${quote(`${failure.host}:443`)}.`, around]
  if (status !== '')
    return ['Look in the log of the proxy why it could not connect, and run the job again.', around]
  return ['Correct host and port in HTTPS_PROXY of the runner, or start the proxy.', around]
}
