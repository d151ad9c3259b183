// partition-mismatch: the role lives in another AWS partition (the public one, China, GovCloud …) than the region.
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { areAll, givenText, wantText } from './shared/input-wants.js'

export const partitionMismatch = causeOf('input', {
  id: 'partition-mismatch',
  section: 'inputs',
  title: 'role and region belong to different AWS partitions',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsPartitions', 'iamArns', 'awsRegions'],
  matches: ({ problems }) => areAll(problems, ['same-partition']),
  explain: ({ problems }) => {
    const { input = 'role-to-assume', given = '', want } = problems[0] ?? {}
    const partition = want?.form === 'same-partition' ? want.rolePartition : ''
    return {
      why: `The role and the region belong to different AWS partitions. A partition is a separate AWS with its own accounts, roles and STS (\`aws\` is the public one, \`aws-cn\` China, \`aws-us-gov\` GovCloud), and the second part of an ARN names it. Given was ${quote(input)} ${quote(givenText(given))}; wanted is ${want ? wantText(want) : ''}. STS of one partition cannot find a role of another.`,
      fix: [
        `Set \`aws-region\` to a region of the role's partition: ${exampleOf(partition)}`,
        "Or set `role-to-assume` to a role in an account of the region's partition; print its ARN there: aws iam get-role --role-name '<name>' --query Role.Arn --output text",
      ],
      where: { input: 'aws-region' },
    }
  },
  page: {
    meaning:
      'Each partition (aws, aws-cn, aws-us-gov, aws-eusc, aws-iso…) has its own accounts and its own STS. A role can only be assumed through the STS of its partition. AWS itself answers a mismatch with `Request ARN is invalid` or `No OpenIDConnect provider found in your account`, which say nothing of it.',
    tell: 'Both are right by themselves: the ARN has the form of a role, and the region fits a partition. Only together they cannot work.',
  },
})

const EXAMPLES: Readonly<Record<string, string>> = {
  aws: 'eu-west-1, us-east-1 …',
  'aws-cn': 'cn-north-1 or cn-northwest-1',
  'aws-us-gov': 'us-gov-west-1 or us-gov-east-1',
  'aws-eusc': 'eusc-de-east-1',
}

function exampleOf(partition: string): string {
  return EXAMPLES[partition] ?? `a region of ${quote(partition)}`
}
