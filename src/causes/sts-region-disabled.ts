// sts-region-disabled: this region, or STS in it, is not activated for the account of the role.

import { isCode } from '../aws/sts-answers.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { isOneOfRoles, regionWhere } from './shared/role-input.js'
import { accountOf } from './shared/sts.js'
import { fallbackStep } from './shared/sts-steps.js'

export const stsRegionDisabled = causeOf('aws', {
  id: 'sts-region-disabled',
  section: 'sts',
  title: 'AWS STS is not activated in this region',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamRegions', 'accountRegions', 'awsRegions'],
  ofRegion: true,
  matches: (failure) => isCode(failure, 'RegionDisabled'),
  explain: (failure, known) => {
    const region = known.inputs?.region ?? '<region>'
    const account = /for account:\s*(\d{12})/i.exec(failure.message)?.[1] ?? accountOf(known)
    return {
      headline: `STS is not activated in ${isOneOfRoles(known) ? 'the region' : quote(region)} for account ${quote(account)}`,
      shown: [
        {
          show: 'sentence',
          say: 'STS in that region signs nobody in to this account. It did not judge the token.',
        },
      ],
      steps: [
        {
          when: 'If accounts must opt in to this region',
          say: `Enable it, with credentials of account ${account}`,
          code: `aws account enable-region --region-name ${shellWord(region)}`,
          language: 'sh',
          then: 'That takes minutes.',
        },
        {
          when: 'If the region needs no opt-in',
          say: 'Activate its STS in the IAM console of that account: Account settings, Security Token Service (STS), Endpoints',
        },
        ...fallbackStep(known, {
          when: 'If the region is enabled and only its STS is not',
          say: 'Keep the region for the job, and sign in through another one',
        }),
      ],
      stop: `STS: not activated in ${quote(region)}`,
      ...regionWhere(known),
    }
  },
  page: {
    meaning:
      'Newer regions of AWS (opt-in regions) are off until an account enables them. In the other regions an administrator can deactivate STS. In both cases STS there signs nobody in to that account.',
    tell: 'STS names the account. For a region that does not exist, see region-unknown.',
  },
})
