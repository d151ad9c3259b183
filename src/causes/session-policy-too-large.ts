// session-policy-too-large: session policies and tags together do not fit into the session token.
import { IN_WORDS } from '../aws/limits.js'

import { isCode } from '../aws/sts-answers.js'
import { TAGS_CLAIM } from '../aws/token-rules.js'
import { count, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { accountOf } from './shared/sts.js'

export const sessionPolicyTooLarge = causeOf('aws', {
  id: 'session-policy-too-large',
  section: 'sts',
  title: 'session policies and tags are too big together',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['repostPackedPolicy', 'iamSessionPolicies', 'iamSessionTags'],
  matches: (failure) => isCode(failure, 'PackedPolicyTooLarge'),
  explain: ({ message }, known) => {
    const { inputs } = known
    const percent = /(\d+)\s*%/.exec(message)?.[1]
    const ofTags = /session tags/i.test(message)
    const policy = inputs?.inlineSessionPolicy ?? ''
    const arns = inputs?.managedSessionPolicies.length ?? 0
    const partition = inputs?.role?.partition ?? inputs?.partition ?? 'aws'
    return {
      why: `${ofTags ? 'The session tags' : 'The session policies'} do not fit into the session token${percent === undefined ? '' : `: packed they take ${percent} % of the room that AWS has for policies and tags together`}. STS said: ${quote(message.replace(/[,.]?\s*please.*$/i, ''))}. Sent were an inline policy of ${count(policy.length, 'character')}, ${count(arns, 'managed policy').replace(/policys$/, 'policies')}, and the tags that the token carries, if any.`,
      fix: [
        'Leave out of `inline-session-policy` what the policies of the role limit already; leave out Sid and blanks; join actions with one beginning (`s3:Get*`) only where all of them are meant.',
        `Put the policy into IAM as a managed policy of the account of the role, and name it here:\nmanaged-session-policies: ${oneLine(`arn:${partition}:iam::${accountOf(known)}:policy/<name>`)}`,
        ...(ofTags
          ? [
              `Let the issuer put fewer or shorter tags into the claim \`${TAGS_CLAIM}\`. GitHub puts none.`,
            ]
          : []),
      ],
      where: {
        input: policy === '' && arns > 0 ? 'managed-session-policies' : 'inline-session-policy',
      },
    }
  },
  page: {
    meaning: `AWS packs session policies, their ARNs and session tags into the session token, and the room for them is small. How well a text can be packed cannot be told beforehand: one within ${IN_WORDS.longestSessionPolicy} characters can be too big all the same. STS names the percentage.`,
    tell: `A text of more than ${IN_WORDS.longestSessionPolicy} characters is refused by its length, as request-invalid.`,
  },
})
