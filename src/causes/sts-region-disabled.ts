// sts-region-disabled: the account of the role has not switched this region, or STS in it, on.

import { isCode } from '../aws/sts-answers.js'
import type { Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { accountOf, otherRegion, requestId } from './shared/sts.js'

export const stsRegionDisabled = causeOf('aws', {
  id: 'sts-region-disabled',
  section: 'sts',
  title: 'AWS STS is switched off in this region',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamRegions', 'accountRegions', 'awsRegions'],
  ofRegion: true,
  matches: (failure) => isCode(failure, 'RegionDisabled'),
  explain: (failure, known) => {
    const region = known.inputs?.region ?? '<region>'
    const fallbacks = fallbacksWithOther(known)
    const account = /for account:\s*(\d{12})/i.exec(failure.message)?.[1] ?? accountOf(known)
    return {
      why: `STS is not switched on in the region ${quote(region)} for the account ${quote(account)}, so nobody can sign in to that account there. STS said: ${quote(failure.message, 400)}${requestId(failure)}. The token was not judged.`,
      fix: [
        `If accounts must opt in to this region, switch it on with credentials of account ${account} (it takes minutes):\naws account enable-region --region-name ${region}`,
        'If it is one of the others, switch its STS on in the IAM console of that account: Account settings, Security Token Service (STS), Endpoints.',
        ...(fallbacks === ''
          ? []
          : [
              `If the region itself is on and only its STS is off, keep the region for the job, and let another region sign it in:\nfallback-regions: ${fallbacks}`,
            ]),
      ],
      where: { input: 'aws-region' },
    }
  },
  page: {
    meaning:
      'Newer regions of AWS (opt-in regions) are off until an account switches them on, and in the other regions an administrator can switch STS off. In both cases STS signs nobody in to that account there.',
    tell: 'STS names the account. A region that does not exist at all has region-unknown.',
  },
})

/** What `fallback-regions` is to be; empty where there is no region to add. */
function fallbacksWithOther(known: Known): string {
  const given = known.inputs?.fallbackRegions ?? []
  const other = otherRegion(known)
  return other === undefined || given.includes(other) ? '' : [...given, other].join(', ')
}
