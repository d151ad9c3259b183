// trust-policy-differs: what STS answered contradicts the evaluation of the policy that was given.

import { isRefusal } from '../aws/sts-answers.js'
import type { Explanation, FailureOf, Known, Step } from '../model.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { bringTogether } from './shared/policy-source.js'
import { ifMissing, showPolicy, withCredentials } from './shared/sts.js'
import { denyStep, WAIT_FOR_IAM } from './shared/sts-steps.js'
import { doubtBlocks, parameterSteps } from './shared/template-doubt.js'
import { conditionText, difference, inForce, roleInHeadline, stopOf } from './shared/trust.js'
import { sourceOf } from './shared/trust-policy.js'

export const trustPolicyDiffers = causeOf(['aws', 'trust-differs'], {
  id: 'trust-policy-differs',
  section: 'trust',
  title: 'STS and the trust policy that was given do not agree',
  severity: ({ kind }) => (kind === 'aws' ? 'error' : 'warning'),
  retry: 'never',
  eventualConsistency: true,
  certainty: ({ kind }) => (kind === 'aws' ? 'likely' : 'certain'),
  docs: ['iamRoleTrust', 'iamEvaluation', 'iamEventualConsistency', 'awsVpcEndpoint'],
  matches: (failure, { trust }) =>
    failure.kind === 'trust-differs' || (isRefusal(failure) && trust?.allowed === true),
  explain: (failure, known) => ({
    ...(failure.kind === 'aws'
      ? explainRefusal(failure, known)
      : explainAcceptance(failure, known)),
    where: { input: 'trust-policy' },
  }),
  page: {
    meaning:
      'The policy given as `trust-policy` was evaluated against the token, and STS said the opposite. STS is the judge: the role in AWS has another policy than the file (not deployed yet, or changed by hand), or something beside the policy denies, or it was changed seconds ago, or there is no such role.',
    tell: 'If STS refused, the given policy would have allowed the job, and nothing else explains the answer. If STS signed in, the given policy would not have allowed it: then it is a warning of what happens when the file is deployed.',
  },
})

function explainRefusal(failure: FailureOf<'aws'>, known: Known): Explanation {
  const given = known.trust?.source ?? { inline: true }
  const source = sourceOf(given)
  return {
    headline: `${answererOf(known)} did not let this job assume ${roleInHeadline(known)}, though ${source} allows it`,
    shown: [answer(failure, known), ...doubtBlocks(known.trust?.doubt, known)],
    steps: [
      {
        ...compareStep(known),
        then: `Most likely it has another policy than the one given. ${noSuchRole(known)}`,
      },
      { when: 'If the two differ', ...bringTogether(given) },
      denyStep(known, 'If they are the same'),
    ],
    otherwise: [
      ...(known.trust?.doubt ? parameterSteps(known) : []),
      {
        when: 'If the role, its policy or the provider was changed a moment ago',
        ...WAIT_FOR_IAM,
      },
    ],
  }
}

function noSuchRole(known: Known): string {
  const there = answererOf(known) === 'AWS' ? 'in this account' : 'there'
  return `${ifMissing(known)}, there is no such role ${there}.`
}

function explainAcceptance(
  { source, denial }: FailureOf<'trust-differs'>,
  known: Known,
): Explanation {
  const given = sourceOf(source)
  return {
    headline: `${given} would not allow this job: ${roleInHeadline(known)} has another trust policy ${inForce(known)}`,
    shown: [
      ...difference(denial),
      ...(denial.condition && !denial.nearest
        ? [{ show: 'sentence' as const, say: `${conditionText(denial.condition)}.` }]
        : []),
      { show: 'sentence', say: 'Deploying it would lock this job out.' },
    ],
    steps: [
      compareStep(known),
      {
        when: `If the policy ${inForce(known)} is right`,
        say: `Update ${given} before the next deployment`,
      },
      {
        when: `If ${given} is right`,
        say: 'Deploy it',
        then: 'Then this job can no longer assume the role.',
      },
    ],
    stop: stopOf(denial),
  }
}

function compareStep(known: Known): Step {
  return {
    say: `Compare with the policy that the role has, ${withCredentials(known)}`,
    code: showPolicy(known),
    language: 'sh',
  }
}
