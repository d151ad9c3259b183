// profile-exists: a profile of that name is there already, and may not be replaced.
import type { Known, Step } from '../model.js'
import { oneLine, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { OWN_FILES } from './shared/files.js'
import { pastedRole, profileWhere, roleInput } from './shared/role-input.js'

export const profileExists = causeOf('profile-exists', {
  id: 'profile-exists',
  section: 'sts',
  link: 'export',
  title: 'a profile of that name exists already',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsFileFormat', 'awsFileLocation'],
  matches: () => true,
  explain: ({ profile, path, line }, known) => ({
    headline: `the profile ${quote(profile, 60)} exists already, and \`overwrite-aws-profile\` is not set`,
    shown: [{ show: 'values', values: [{ name: 'found in', value: `${path}, line ${line}` }] }],
    steps: [
      {
        when: 'If this step may replace it until the job ends',
        say: 'Allow that',
        code: 'overwrite-aws-profile: true',
        language: 'yaml',
      },
      { when: 'If it may not', ...otherProfile(profile, known) },
    ],
    otherwise: [
      {
        when: 'If this is a self-hosted runner',
        say: 'See whose profile it is: a job that was killed leaves its profile behind',
        code: `ls -l ${shellWord(path)}; grep -n '^\\[' ${shellWord(path)}`,
        language: 'sh',
      },
      OWN_FILES,
    ],
    stop: `Profile ${quote(profile, 60)}`,
    ...profileWhere(known),
  }),
  page: {
    meaning:
      "The step was to write a profile, but the credentials file or the config file already has one of that name. It may be somebody's own, so it is not replaced unless `overwrite-aws-profile` says so: an earlier step of the job wrote it, the machine came with it, or a job that was killed before its post step left it behind. The sign-in succeeded, but nothing was written or exported.",
    tell: 'The finding names the file and the line. If the files themselves cannot be read or written, the cause is `profile-file-odd` or `profile-unwritable`.',
  },
})

const ANOTHER = '<another name>'

function otherProfile(profile: string, known: Known): Step {
  const other = /^[\w.-]+$/.test(profile) ? `${oneLine(profile)}-oidc` : ANOTHER
  if (roleInput(known) !== 'roles')
    return {
      say: 'Write another profile, and use its name in later steps',
      code: `aws-profile: ${other}`,
      language: 'yaml',
    }
  const { roles = [], region, trustPolicy } = known.inputs ?? {}
  const role = roles.find(({ name }) => name === profile)
  const name = roles.some((one) => one.name === other) ? ANOTHER : other
  const own = role && role.region !== region ? { region: role.region } : {}
  // A policy of its own stands in a line that begins with the same name.
  const hasPolicy = role && role.trustPolicy !== '' && role.trustPolicy !== trustPolicy
  return {
    say: `Give this role another name${hasPolicy ? ' (in `trust-policy` too)' : ''}, and use it in later steps`,
    ...pastedRole('roles', role?.role.text ?? '<ARN of the role>', { name, ...own }),
  }
}
