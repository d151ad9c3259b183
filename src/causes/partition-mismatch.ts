// partition-mismatch: the role lives in another AWS partition (the public one, China, GovCloud …) than the region.

import { isRoleName } from '../aws/role-arn.js'
import { ownMember } from '../model/own-member.js'
import type { InputProblem, Step } from '../model.js'
import { list, oneLine, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { areAll, givenText, inputLine } from './shared/input-wants.js'

export const partitionMismatch = causeOf('input', {
  id: 'partition-mismatch',
  section: 'inputs',
  title: 'role and region are in different AWS partitions',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsPartitions', 'iamArns', 'awsRegions'],
  matches: ({ problems }) => areAll(problems, ['same-partition']),
  explain: ({ problems: [problem] }) => ({
    headline: problem ? inputLine(problem) : 'role and region are in different AWS partitions',
    shown: [
      {
        show: 'sentence',
        say: 'Each partition has its own accounts, roles and STS. The second part of an ARN names it.',
      },
      { show: 'values', values: [{ name: 'role', value: givenText(problem?.given ?? '') }] },
    ],
    steps: problem ? stepsFor(problem) : [],
    stop: 'Role and region',
    where: { input: 'aws-region' },
  }),
  page: {
    meaning:
      'Each partition (`aws` is the public one, `aws-cn` China, `aws-us-gov` GovCloud; there are also `aws-eusc`, `aws-iso`…) has its own accounts and its own STS. A role can only be assumed through the STS of its partition. AWS itself answers a mismatch with `Request ARN is invalid` or `No OpenIDConnect provider found in your account`, which do not mention it.',
    tell: 'Each is right by itself: the ARN has the form of a role, and the region fits a partition. Only together they cannot work.',
  },
})

function stepsFor({ given, want }: InputProblem): Step[] {
  if (want.form !== 'same-partition') return []
  const { rolePartition, partition } = want
  const [example, ...more] = ownMember(EXAMPLES, rolePartition) ?? []
  const role = givenText(given).split('/').at(-1) ?? ''
  return [
    {
      when: 'If the role is right',
      say: `Set a region of ${quote(rolePartition)}`,
      ...(example === undefined
        ? {}
        : { code: `aws-region: ${example}`, language: 'yaml' as const }),
      ...(more.length === 0 ? {} : { then: `Others of it: ${list(more)}.` }),
    },
    {
      when: 'If the region is right',
      say: `Set \`role-to-assume\` to a role in an account of ${quote(partition)}. Print its ARN there`,
      code: `aws iam get-role --role-name ${shellWord(isRoleName(role) ? oneLine(role) : '<name>')} --query Role.Arn --output text`,
      language: 'sh',
    },
  ]
}

/** Regions of a partition, the usual one first. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  aws: ['eu-west-1', 'us-east-1'],
  'aws-cn': ['cn-north-1', 'cn-northwest-1'],
  'aws-us-gov': ['us-gov-west-1', 'us-gov-east-1'],
  'aws-eusc': ['eusc-de-east-1'],
}
