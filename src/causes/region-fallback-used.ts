// region-fallback-used: signed in, but through another region than the one asked for.
import type { CauseId, Failure } from '../model.js'
import { quote } from '../text.js'
import { answerText } from '../words.js'
import { causeOf } from './cause.js'
import { DOC_URLS } from './shared/doc-urls.js'
import { isProxy } from './shared/network.js'

export const regionFallbackUsed = causeOf('region-fallback', {
  id: 'region-fallback-used',
  section: 'sts',
  title: 'signed in through a fallback region',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamRegions', 'awsStatus'],
  matches: () => true,
  explain: ({ region, used, cause, failure }) => ({
    why: `STS in ${quote(region)} could not sign the job in (${quote(cause)}: ${quote(answerText(failure), 300)}), so STS in ${quote(used)} did, the next of ${quote('fallback-regions')}. The session is good in every region that the account has switched on.`,
    fix: [
      ...regionSteps(region, cause, failure),
      `If it stays so, leave it as it is. Do not change \`aws-region\` for it: later steps get it as AWS_REGION, and would then work in ${quote(used)}.`,
    ],
    where: { input: 'aws-region' },
  }),
  page: {
    meaning:
      'The STS of the region that was asked for was down, could not be reached, or is not switched on for the account. One of `fallback-regions` signed the job in, so that the job could go on.',
    tell: 'It stands beside a green job only. The finding names the cause for which the first region was given up; the log has each attempt that failed there.',
  },
})

/** What to see to in the region that was given up, by why it was. */
function regionSteps(region: string, cause: CauseId, failure: Failure): string[] {
  if (cause === 'sts-region-disabled')
    return [
      `See whether the account has that region switched on, with credentials of the account:\naws account get-region-opt-status --region-name ${region}`,
      `If it has not, later steps that work in that region fail too. Switch it on (it takes minutes):\naws account enable-region --region-name ${region}`,
    ]
  if (failure.kind === 'network' && isProxy(failure))
    return [`Let the proxy pass the host of STS in ${quote(region)}, port 443, through unopened.`]
  return [
    `See whether STS in ${quote(region)} is down: ${DOC_URLS.awsStatus}`,
    `See whether this runner may reach it: a firewall must let the host of STS in ${quote(region)}, port 443, pass.`,
  ]
}
