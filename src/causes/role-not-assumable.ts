// role-not-assumable: STS accepted the token, but not for this role; AWS says no more, so the claims must rank the reasons.

import { CLOUD_ISSUER } from '../aws/github.js'
import { isOfPullRequest } from '../aws/github-subject.js'
import { statementFor } from '../aws/statement.js'
import { isRefusal } from '../aws/sts-answers.js'
import type { Block, Known, Step, TokenFacts } from '../model.js'
import { shellWord } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { emptiedSteps } from './shared/emptied-role.js'
import {
  ifThisPullRequest,
  lastingSteps,
  type PassingValue,
  passingBlocks,
  passingValues,
} from './shared/passing.js'
import { inRoleInput, roleWhere } from './shared/role-input.js'
import { accountOf, expectedAudience, showPolicy, withCredentials } from './shared/sts.js'
import { denyStep, WAIT_FOR_IAM } from './shared/sts-steps.js'
import { reasonsFor } from './shared/subject.js'
import { providerPlace } from './shared/token.js'
import { givePolicy, roleInHeadline, roleInWords } from './shared/trust.js'
import {
  IF_ALL_PULL_REQUESTS,
  IF_NO_CODE_OF_IT,
  isHiddenPullRequest,
  noteOfEvent,
  SKIP_JOB,
  skipPullRequests,
} from './shared/trust-change.js'

export const roleNotAssumable = causeOf('aws', {
  id: 'role-not-assumable',
  section: 'sts',
  title: 'AWS did not let this job assume the role',
  link: 'role',
  severity: 'error',
  retry: 'never',
  eventualConsistency: true,
  certainty: 'likely',
  docs: ['iamRoleTrust', 'githubOidcAws', 'githubOidc', 'iamConditionOperators'],
  // A policy that was given, and allows the job, makes it another finding.
  matches: (failure, { trust }) => isRefusal(failure) && trust?.allowed !== true,
  explain: (_failure, known) => {
    const { token } = known
    const [likeliest, ...others] = token ? reasonsFor(token, known) : []
    return {
      headline: `${answererOf(known)} did not let this job assume ${roleInHeadline(known)}`,
      shown: [
        {
          show: 'sentence',
          say: `${answererOf(known)} does not say why.${token ? ' The token of this job says:' : ''}`,
        },
        ...(token ? [tokenValues(token, known)] : []),
        ...passingBlocks(passing(known)),
      ],
      steps: [
        ...emptiedSteps(known),
        {
          say: `See what the role allows, ${withCredentials(known)}`,
          code: showPolicy(known),
          language: 'sh',
        },
        {
          say: token
            ? 'Compare its conditions with the values above, character by character'
            : 'Compare its conditions with the claims of the token, character by character',
          ...(likeliest === undefined ? {} : { then: likeliest }),
        },
        ...(token ? allowSteps(token, known) : []),
      ],
      otherwise: [
        ...(others.length === 0
          ? []
          : [
              {
                say: 'Check the other usual reasons, the most likely first',
                then: others.join(' '),
              },
            ]),
        ...noSuchRole(known),
        ...(known.trust ? [] : [givePolicyStep(known)]),
        ...lookUpRefusal(known),
        {
          when: 'If the role was created or changed a moment ago',
          ...WAIT_FOR_IAM,
        },
        denyStep(known, 'If the policy is right'),
      ],
      ...roleWhere(known),
    }
  },
  page: {
    meaning:
      'STS verified the token and then looked at the role. It gives this one answer where the role does not exist, where no statement of its trust policy matches the claims of the token, and where a policy of the organisation denies it. AWS does so on purpose, so that nobody can probe for roles.',
    tell: 'The issuer, the audience and the signature are right: otherwise STS would have answered InvalidIdentityToken. The reasons are ranked by the claims of the token of this very run; only the policy itself settles it.',
  },
})

/** What the conditions of a policy are about. The condition key `…:aud` stands for `azp`, where the token has one. */
function tokenValues({ issuer, subject, audiences, claims }: TokenFacts, known: Known): Block {
  const party = 'azp' in claims ? [{ name: 'azp', value: expectedAudience(known) }] : []
  return {
    show: 'values',
    values: [
      { name: 'sub', value: subject },
      { name: 'aud', value: audiences.join(', ') },
      ...party,
      ...(issuer === CLOUD_ISSUER ? [] : [{ name: 'iss', value: issuer }]),
    ],
  }
}

function noSuchRole(known: Known): Step[] {
  const account = accountOf(known)
  if (answererOf(known) === 'STS')
    return [
      {
        when: 'If the first command fails',
        say: `Correct the role's name ${inRoleInput(known)}: that STS has no such role`,
      },
    ]
  return [
    {
      when: 'If the first command says `NoSuchEntity`',
      say: `Correct the role's name and account ${inRoleInput(known)}: account ${account} has no such role`,
    },
    {
      when: 'To change the policy by hand',
      say: `Open it in the IAM console of account ${account} (Roles, ${roleInWords(known)}, Trust relationships), and run the job again afterwards`,
    },
  ]
}

/** CloudTrail, of failed AssumeRoleWithWebIdentity events: `userName` is the refused subject (CloudTrail User Guide, "Example events"). */
function lookUpRefusal(known: Known): Step[] {
  if (answererOf(known) === 'STS') return []
  const region = shellWord(known.inputs?.region || '<region>')
  return [
    {
      say: 'Look for this refusal in CloudTrail: its `userName` is the `sub` that AWS compared',
      code: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity --region ${region}`,
      language: 'sh',
      then: 'It takes some minutes to appear.',
    },
  ]
}

/** With the policy in hand this action says which condition fails, and where. */
function givePolicyStep(known: Known): Step {
  return {
    ...givePolicy(known),
    when: 'To let this step do the comparison',
    then: 'A template, or what `terraform show -json` prints, will do too.',
  }
}

/** For pull requests the "no" comes first: whoever pastes the statement must know whom it allows. */
function allowSteps(token: TokenFacts, known: Known): Step[] {
  const code = ownStatement(token, known)
  const statement = { code, language: 'json' } as const
  const values = passing(known)
  const lasting = lastingSteps(values, code)
  if (isOfPullRequest(token.subject))
    return [
      skipPullRequests(known),
      {
        when: ifThisPullRequest(values, IF_ALL_PULL_REQUESTS),
        say: 'Add this statement to the list `Statement` of its policy',
        ...statement,
      },
      ...lasting,
    ]
  const hidden = isHiddenPullRequest(known)
  return [
    ...(hidden ? [skipPullRequests(known)] : []),
    {
      when: hidden ? IF_NO_CODE_OF_IT : 'If this job may use the role',
      say: 'Add this statement, which allows this `sub` alone, to the list `Statement` of its policy',
      ...statement,
      ...noteOfEvent(known),
    },
    ...lasting,
    ...(hidden ? [] : [SKIP_JOB]),
  ]
}

function passing({ token }: Known): readonly PassingValue[] {
  return passingValues(token ? [{ key: 'sub', value: token.subject }] : [])
}

function ownStatement(token: TokenFacts, known: Known): string {
  const { partition, account } = providerPlace(known)
  return statementFor(token, { partition, account, audience: expectedAudience(known) })
}
