// sts-endpoint-unusable: something answered in place of STS, or an STS that does not know this call.

import { isRedirect } from '../aws/http-answers.js'
import { isForeign } from '../aws/sts-answers.js'
import type { Block, FailureOf, Known } from '../model.js'
import { oneLine } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { endpointInHeadline, stsUrl } from './shared/sts.js'
import {
  answerFold,
  askSts,
  endpointPlace,
  endpointSource,
  networkSteps,
} from './shared/sts-steps.js'

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
    headline:
      failure.kind === 'aws'
        ? `what answered at ${endpointInHeadline(known, stsUrl(known))} cannot sign in by OIDC`
        : `something other than ${answererOf(known) === 'AWS' ? 'AWS STS' : 'an STS'} answered at ${endpointInHeadline(known, stsUrl(known))}`,
    shown: failure.kind === 'aws' ? describeCode(failure, known) : describeAnswer(failure, known),
    steps: [...askSts(known), ...networkSteps(known)],
    folded: [answerFold(failure)],
    stop: 'STS: another service answered',
    ...endpointPlace(known),
  }),
  page: {
    meaning:
      'The request was sent to the STS endpoint, and something else answered: the block page or login page of a proxy or firewall, a service that is not an STS (a wrong URL in `sts-endpoint`), or an STS look-alike that wants a signed request. AssumeRoleWithWebIdentity is sent unsigned, as AWS documents it. The token was not judged.',
    tell: 'An answer of STS is XML and has the header `x-amzn-RequestId`. Here it is HTML, JSON, empty or a redirect, or its code says that the call is not known or not signed. If nothing answered at all, see sts-unreachable; if its status is 408 or from 500 on, see sts-unavailable.',
  },
})

function describeCode({ status, code, message }: FailureOf<'aws'>, known: Known): Block[] {
  const said = message === '' ? code : `${code}: ${message}`
  return [
    { show: 'values', values: [{ name: `HTTP ${status}`, value: said }] },
    {
      show: 'sentence',
      say: known.inputs?.customEndpoint
        ? `The URL is the one of ${endpointSource(known)}.`
        : 'AWS accepts this call unsigned: something in between changes it, or another service answers.',
    },
  ]
}

function describeAnswer(answer: FailureOf<'not-sts'>, known: Known): Block[] {
  const { status, contentType, server, excerpt } = answer
  const parts = [contentType || 'no content type', ...(server === '' ? [] : [`server ${server}`])]
  const begins = excerpt === '' ? [] : [{ name: 'begins with', value: oneLine(excerpt, 80) }]
  return [
    {
      show: 'values',
      values: [{ name: `HTTP ${status}`, value: parts.join(', ') }, ...begins],
    },
    { show: 'sentence', say: describeSuspect(answer, known) },
  ]
}

function describeSuspect(answer: FailureOf<'not-sts'>, known: Known): string {
  if (known.inputs?.customEndpoint) return `The URL is the one of ${endpointSource(known)}.`
  return isRedirect(answer)
    ? 'STS does not redirect such a request: a login page of this network is the first suspect.'
    : 'A block page or login page of this network is the first suspect.'
}
