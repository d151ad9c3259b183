// sts-endpoint-unusable: something answered in the place of STS, or an STS that does not know this call.

import { isRedirect } from '../aws/http-answers.js'
import { isForeign } from '../aws/sts-answers.js'
import type { FailureOf, Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { pathToSts, requestId, stsUrl } from './shared/sts.js'

export const stsEndpointUnusable = causeOf(['aws', 'not-sts'], {
  id: 'sts-endpoint-unusable',
  section: 'sts',
  title: 'what answered is not an AWS STS',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsRegions', 'awsVpcEndpoint', 'githubProxy', 'assumeRole'],
  matches: (failure) => isForeign(failure),
  explain: (failure, known) => ({
    why: `What answered at ${quote(stsUrl(known))} is not an STS that can sign in by OIDC: ${failure.kind === 'aws' ? describeCode(failure) : describeAnswer(failure)} The token was not judged.${describeSuspect(failure.kind, known)}`,
    fix: pathToSts(known),
    ...(known.inputs?.customEndpoint ? { where: { input: 'sts-endpoint' } } : {}),
  }),
  page: {
    meaning:
      'The request was sent to the STS endpoint, and something else answered: the block page or login page of a proxy, a wrong URL in `sts-endpoint`, or a service that is not an STS, or an STS look-alike that wants a signed request. AssumeRoleWithWebIdentity is sent unsigned, as AWS documents it.',
    tell: 'An answer of STS is XML and has the header `x-amzn-RequestId`. Here it is HTML, JSON, empty or a redirect, or its code says that the call is not known or not signed. Where nothing answered at all, see sts-unreachable; from status 500 on, see sts-unavailable.',
  },
})

function describeCode(failure: FailureOf<'aws'>): string {
  return `it answered HTTP ${failure.status}, code ${quote(failure.code)}, message ${quote(failure.message)}${requestId(failure)}.`
}

function describeAnswer({ status, contentType, server, excerpt }: FailureOf<'not-sts'>): string {
  const parts = [
    `HTTP ${status}`,
    contentType === '' ? 'no content type' : `content type ${quote(contentType)}`,
    ...(server === '' ? [] : [`server ${quote(server)}`]),
    ...(excerpt === '' ? [] : [`beginning with ${quote(excerpt)}`]),
  ]
  const redirect = isRedirect({ status }) ? ' STS does not redirect such a request.' : ''
  return `it answered ${parts.join(', ')}.${redirect}`
}

function describeSuspect(kind: string, { inputs }: Known): string {
  if (inputs?.customEndpoint) return ' The URL is the one in the input `sts-endpoint`.'
  return kind === 'aws'
    ? ' AWS takes this call unsigned, so something in between changes it, or another service answers.'
    : ' A proxy or firewall of this network is the first suspect: its block page or login page answers in the place of STS.'
}
