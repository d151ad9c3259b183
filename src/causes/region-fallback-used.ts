// region-fallback-used: signed in, but through another region than the one asked for.
import type { Block, FailureOf, Step } from '../model.js'
import { quote, shellWord } from '../text.js'
import { answerText } from '../words.js'
import { causeOf } from './cause.js'
import { DOC_URLS } from './shared/doc-urls.js'
import { isProxy } from './shared/network.js'
import { isOneOfRoles, regionWhere } from './shared/role-input.js'

export const regionFallbackUsed = causeOf('region-fallback', {
  id: 'region-fallback-used',
  section: 'sts',
  title: 'signed in through a fallback region',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamRegions', 'awsStatus'],
  matches: () => true,
  explain: (fallback, known) => {
    const { region, used } = fallback
    return {
      headline: `STS in ${quote(region)} failed, so STS in ${quote(used)} was used`,
      shown: reason(fallback),
      steps: [
        ...regionSteps(fallback),
        {
          when: 'If it stays like this',
          say: `Keep ${known.inputs?.lineOfRoles?.region === undefined ? '`aws-region`' : 'the region of this role'} as it is`,
          then: `Later steps get it ${isOneOfRoles(known) ? 'from the profile' : 'as AWS_REGION'}: with another value they would work in ${quote(used)}. The session works in every region that the account has enabled.`,
        },
      ],
      ...regionWhere(known),
    }
  },
  page: {
    meaning:
      'The STS of the region that was asked for was down, could not be reached, or is not activated for the account. One of `fallback-regions` signed the job in, so that the job could go on.',
    tell: 'It is found only beside a successful sign-in. It names the cause for which the first region was given up; the log has each attempt that failed there.',
  },
})

function reason({ region, cause, failure }: FailureOf<'region-fallback'>): Block[] {
  const said =
    failure.kind === 'aws'
      ? { by: `STS in ${region}`, text: firstSentence(failure.message) }
      : undefined
  return [
    ...(said === undefined ? [] : [{ show: 'answer' as const, ...said }]),
    {
      show: 'sentence',
      say: `The cause there is ${quote(cause)}${said === undefined ? `: ${quote(answerText(failure), 100)}` : ''}.`,
    },
  ]
}

/** What AWS says after it is for its administrators. */
function firstSentence(text: string): string {
  return /^.{20,}?\.(?=\s)/s.exec(text)?.[0] ?? text
}

/** What to do about the region that was given up, by why it was. */
function regionSteps({ region, cause, failure }: FailureOf<'region-fallback'>): Step[] {
  if (cause === 'sts-region-disabled') return activateSteps(region)
  const host =
    failure.kind === 'network' ? quote(failure.host) : `the host of STS in ${quote(region)}`
  if (failure.kind === 'network' && isProxy(failure))
    return [{ say: `Let the proxy pass ${host}, port 443, through without TLS inspection` }]
  return [
    { say: `Check whether STS in ${quote(region)} is down (${DOC_URLS.awsStatus})` },
    { say: `Check that the firewall allows ${host}, port 443, from this runner` },
  ]
}

function activateSteps(region: string): Step[] {
  const name = shellWord(region)
  return [
    {
      say: 'Check whether the account has this region enabled, with credentials of the account',
      code: `aws account get-region-opt-status --region-name ${name}`,
      language: 'sh',
    },
    {
      when: 'If it is not enabled, and the job works in this region',
      say: 'Enable it',
      code: `aws account enable-region --region-name ${name}`,
      language: 'sh',
      then: 'This takes minutes. Until then, later steps that work in this region fail too.',
    },
  ]
}
