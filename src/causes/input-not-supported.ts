// input-not-supported: inputs of the key-based modes of aws-actions/configure-aws-credentials, which mean nothing here.
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { areAll, wantText } from './shared/input-wants.js'

export const inputNotSupported = causeOf('input', {
  id: 'input-not-supported',
  section: 'inputs',
  title: 'this action does not have all the inputs that were given',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['githubOidcAws', 'iamSessionTags'],
  matches: ({ problems }) => areAll(problems, ['unsupported']),
  explain: ({ problems }) => {
    const names = problems.map(({ input }) => input)
    return {
      why: `This step was given ${list(names)}, and this action does not have such inputs: it signs in by OIDC (a short-lived token of the job) and nothing else. Nothing was asked of GitHub or AWS, so that the job does not go on with other rights than you meant. What to use instead:\n${problems
        .map(({ input, want }) => `- ${quote(input)}: ${wantText(want)}`)
        .join('\n')}`,
      fix: [
        `Delete from the \`with:\` block of the step: ${list(names)}`,
        'Where the job needs what such an input did, use aws-actions/configure-aws-credentials in a step of its own for that; it has these modes.',
      ],
      where: { input: names[0] ?? '' },
    }
  },
  page: {
    meaning:
      'The inputs of aws-actions/configure-aws-credentials that belong to access keys, role chaining and session tags make no sense when a job signs in by OIDC: AssumeRoleWithWebIdentity takes neither keys nor an external id nor tags. They are refused instead of ignored, because a job that relies on them would otherwise run with other rights than intended.',
    tell: 'Only inputs that this action does not have are wrong. Where others are wrong too, those stand in a finding of their own.',
  },
})
