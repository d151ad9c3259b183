// profile-unwritable: a file that the profile needs cannot be read or written.
import type { FailureOf, Step } from '../model.js'
import { shellWord } from '../text.js'
import { causeOf } from './cause.js'
import {
  FILE_NAMES,
  fileReason,
  fileValues,
  isOfProfile,
  lookAtFolder,
  OWN_FILES,
} from './shared/files.js'
import { profileWhere } from './shared/role-input.js'

export const profileUnwritable = causeOf('file', {
  id: 'profile-unwritable',
  section: 'sts',
  link: 'export',
  title: 'the files of AWS profiles cannot be used',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsFileLocation', 'githubSelfHosted'],
  matches: isOfProfile,
  explain: (failure, known) => ({
    headline: `${FILE_NAMES[failure.file]} cannot be used, since ${fileReason(failure)}`,
    shown: failure.reason === 'not-set' ? [] : [fileValues(failure)],
    ...stepsFor(failure),
    stop: `File: ${FILE_NAMES[failure.file]}`,
    ...profileWhere(known),
  }),
  page: {
    meaning:
      'The profile goes into two files, or into none: one of them, its folder, or its lock could not be read or written. The disk is full, the home directory is read-only or belongs to another user, or the file is a link: links are not followed, because whoever made the link would decide which file is overwritten with credentials. The sign-in succeeded, but nothing was written or exported.',
    tell: 'The finding names the file and the code of the operating system. If the file can be read but holds something odd, the cause is `profile-file-odd`; if it holds a profile of that name, `profile-exists`; the environment file of the job is `runner-file-unwritable`.',
  },
})

function stepsFor({ path, reason }: FailureOf<'file'>): { steps: Step[]; otherwise?: Step[] } {
  if (reason === 'not-set')
    return {
      steps: [
        {
          say: 'Run the step on a runner of GitHub Actions, or point RUNNER_TEMP at a folder',
          code: 'export RUNNER_TEMP=$(mktemp -d)',
          language: 'sh',
        },
      ],
    }
  if (reason === 'link')
    return {
      steps: [
        {
          say: 'Name the real file in AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE, for this step and for the tools. It is',
          code: `readlink -f ${shellWord(path)}`,
          language: 'sh',
        },
      ],
      otherwise: [OWN_FILES],
    }
  if (reason === 'locked')
    return {
      steps: [
        {
          when: 'If no other job is at work on this machine',
          say: 'Remove the lock',
          code: `rm ${shellWord(`${path}.lock`)} ${shellWord(`${path}.lock.clear`)}`,
          language: 'sh',
        },
        OWN_FILES,
      ],
    }
  return { steps: [OWN_FILES, lookAtFolder(path)] }
}
