// profile-unwritable: a file that the profile needs cannot be read or written.
import type { FailureOf } from '../model.js'
import { shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { FILE_NAMES, fileReason, isOfProfile, lookAtFolder, OWN_FILES } from './shared/files.js'

export const profileUnwritable = causeOf('file', {
  id: 'profile-unwritable',
  section: 'sts',
  title: 'the files of AWS profiles cannot be written',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsFileLocation', 'githubSelfHosted'],
  matches: isOfProfile,
  explain: (failure) => ({
    why: `The profile could not be written, because of ${FILE_NAMES[failure.file]}, ${fileReason(failure)}. The sign-in itself succeeded, but nothing was written or exported.`,
    fix: fileFixes(failure),
    where: { input: 'aws-profile' },
  }),
  page: {
    meaning:
      'The profile goes into two files, or into none: one of them, its folder, or its lock could not be read or written. The disk is full, the home directory is read-only or belongs to another user, or the file is a link: links are not followed, because the one who made the link would decide which file is overwritten with credentials.',
    tell: 'The annotation names the file and the code of the operating system. Where the file can be read but holds something odd, the cause is `profile-file-odd`; where it holds a profile of that name, `profile-exists`; the environment file of the job is `runner-file-unwritable`.',
  },
})

function fileFixes({ path, reason }: FailureOf<'file'>): string[] {
  if (reason === 'not-set')
    return [
      'Run the step on a runner of GitHub Actions, or point RUNNER_TEMP at a folder:\nRUNNER_TEMP=$(mktemp -d)',
    ]
  if (reason === 'link')
    return [
      `Name the real file, for the step and for the tools: AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE. It is: readlink -f ${shellWord(path)}`,
      OWN_FILES,
    ]
  if (reason === 'locked')
    return [
      `If no other job is at work on this machine, remove the lock: rm ${shellWord(`${path}.lock`)} ${shellWord(`${path}.lock.clear`)}`,
      OWN_FILES,
    ]
  return [OWN_FILES, lookAtFolder(path)]
}
