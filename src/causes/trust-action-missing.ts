// trust-action-missing: the trust policy does not allow the action that a sign-in with a web identity is.
import { ASSUME, isAssumeRole } from '../aws/statement.js'
import { list, quote } from '../text.js'
import { placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustActionMissing = trustCause('action-missing', {
  title: 'the trust policy does not allow the action',
  docs: ['iamRoleTrust', 'assumeRole', 'iamSessionTags'],
  why: (denial) => {
    const { has, needs } = denial.actions ?? { has: [], needs: ASSUME }
    const slip = has.some(isAssumeRole)
    const hint =
      needs === 'sts:TagSession'
        ? ' The token carries session tags (the claim `https://aws.amazon.com/tags`), and they need this action too.'
        : slip
          ? ' `sts:AssumeRole` is for callers with AWS credentials; a web identity needs the longer name.'
          : ''
    return `The trust policy does not allow ${quote(needs)}: ${placeOf(denial)} allows ${has.length === 0 ? 'other actions' : list(has)}.${hint}`
  },
  page: {
    meaning:
      'Signing in with a token of an identity provider is the action `sts:AssumeRoleWithWebIdentity`. A statement that allows `sts:AssumeRole` does not cover it. A token with session tags needs `sts:TagSession` as well, one with a source identity `sts:SetSourceIdentity`.',
    tell: 'The statement names the right provider, and no statement for it allows the action. AWS gives the same answer as for conditions that do not hold.',
  },
})
