// session-policy-too-large: session policies and tags together do not fit into the session token.
import { IN_WORDS } from '../aws/limits.js'
import { isCode } from '../aws/sts-answers.js'
import { TAGS_CLAIM } from '../aws/token-rules.js'
import type { Block, Known, Step } from '../model.js'
import { count, oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { policyInput } from './session-policy-malformed.js'
import { accountOf } from './shared/sts.js'

export const sessionPolicyTooLarge = causeOf('aws', {
  id: 'session-policy-too-large',
  section: 'sts',
  title: 'session policies and tags are too large together',
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
    const what = ofTags ? 'the session tags' : 'the session policies'
    return {
      headline:
        percent === undefined
          ? `${what} do not fit into the session token`
          : `${what} need ${percent} % of the space in the session token`,
      shown: ofTags && policy === '' && arns === 0 ? [] : [sizes(policy, arns)],
      steps: [
        ...(ofTags ? [TAGS] : []),
        ...(policy !== '' || (!ofTags && arns === 0) ? policySteps(known) : []),
        ...(arns > 1 ? [FEWER] : []),
        ...(policy === '' && !ofTags ? [TAGS] : []),
      ],
      where: { input: policyInput(inputs) },
    }
  },
  page: {
    meaning: `AWS packs session policies, their ARNs and session tags into the session token, and the room for them is small. How well a policy packs cannot be told beforehand: one within ${IN_WORDS.longestSessionPolicy} characters can still be too large. STS names the percentage.`,
    tell: `A policy of more than ${IN_WORDS.longestSessionPolicy} characters is refused for its length: see request-invalid.`,
  },
})

/** What competes for the space. */
function sizes(policy: string, arns: number): Block {
  const inline = { name: 'inline policy', value: count(policy.length, 'character') }
  const managed = { name: 'managed policies', value: String(arns) }
  const tags = { name: 'session tags', value: 'those of the token, if any' }
  return {
    show: 'values',
    values: [...(policy === '' ? [] : [inline]), ...(arns === 0 ? [] : [managed]), tags],
  }
}

const TAGS: Step = {
  say: `Let the issuer put fewer or shorter tags into the claim ${quote(TAGS_CLAIM)}; GitHub puts none`,
}

const FEWER: Step = { say: 'Name fewer policies in `managed-session-policies`' }

function policySteps(known: Known): Step[] {
  const { inputs } = known
  const partition = inputs?.role?.partition ?? inputs?.partition ?? 'aws'
  return [
    {
      say: "Remove from `inline-session-policy` each `Sid`, spaces, and what the role's own policies limit already",
      then: 'Join actions by a common beginning (`s3:Get*`) only if all of them are meant.',
    },
    {
      say: 'Create the policy as a managed policy in the account of the role, and name it here',
      code: `managed-session-policies: ${oneLine(`arn:${partition}:iam::${accountOf(known)}:policy/<name>`)}`,
      language: 'yaml',
    },
  ]
}
