// trust-action-missing: the trust policy does not allow the action that a sign-in with a web identity is.
import { ASSUME, isAssumeRole, SET_SOURCE_IDENTITY, TAG_SESSION } from '../aws/statement.js'
import type { TrustDenial } from '../model.js'
import { list, quote } from '../text.js'
import { policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustActionMissing = trustCause('action-missing', {
  title: 'the trust policy does not allow the action',
  docs: ['iamRoleTrust', 'assumeRole', 'iamSessionTags'],
  headline: ({ actions }, known) =>
    `${policyOfRole(known)} does not allow ${quote(actions?.needs ?? ASSUME)}`,
  shown: (denial) => [{ show: 'sentence', say: describeActions(denial) }],
  page: {
    meaning: `Signing in with a token of an identity provider is the action \`${ASSUME}\`. A statement that allows \`sts:AssumeRole\` does not cover it. A token with session tags needs \`${TAG_SESSION}\` as well, one with a source identity \`${SET_SOURCE_IDENTITY}\`.`,
    tell: 'The statement names the right provider, and no statement for it allows the action. AWS gives the same answer as for conditions that do not hold.',
  },
})

function describeActions({ actions }: TrustDenial): string {
  const { has, needs } = actions ?? { has: [], needs: ASSUME }
  if (needs === TAG_SESSION)
    return 'The token carries session tags (the claim `https://aws.amazon.com/tags`), which need this action too.'
  if (needs === SET_SOURCE_IDENTITY)
    return 'The token carries a source identity, which needs this action too.'
  if (has.length === 0) return 'It allows other actions.'
  const slip = has.some(isAssumeRole)
    ? '; `sts:AssumeRole` is for callers with AWS credentials'
    : ''
  return has.length === 1 && slip !== ''
    ? `It allows ${list(has)}, which is for callers with AWS credentials.`
    : `It allows ${list(has.slice(0, 3))}${slip}.`
}
