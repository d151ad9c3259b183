// profile-exists: a profile of that name is there already, and may not be replaced.
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { OWN_FILES } from './shared/files.js'

export const profileExists = causeOf('profile-exists', {
  id: 'profile-exists',
  section: 'sts',
  title: 'a profile of that name is there already',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsFileFormat', 'awsFileLocation'],
  matches: () => true,
  explain: ({ profile, path, line }) => ({
    why: `The profile ${quote(profile)} is there already: ${quote(path)} has it in line ${line}, and \`overwrite-aws-profile\` is not set. The sign-in itself succeeded, but nothing was written or exported.`,
    fix: [
      'Let the step replace it:\noverwrite-aws-profile: true',
      'Or write another profile:\naws-profile: <another name>',
      `On a self-hosted runner, see whose it is. A job that was killed leaves its profile behind: ls -l ${shellWord(path)}; grep -n '^\\[' ${shellWord(path)}`,
      OWN_FILES,
    ],
    where: { input: 'aws-profile' },
  }),
  page: {
    meaning:
      "The step was to write a profile, but the credentials file or the config file already has one of that name. It may be somebody's own, so it is not replaced unless `overwrite-aws-profile` says so: an earlier step of the job wrote it, the machine came with it, or a job that was killed before its post step left it behind.",
    tell: 'The annotation names the file and the line. Where the files themselves cannot be read or written, the cause is `profile-file-odd` or `profile-unwritable`.',
  },
})
