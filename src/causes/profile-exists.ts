// profile-exists: a profile of that name is there already, and may not be replaced.
import { IN_WORDS } from '../aws/limits.js'
import type { Fold, Known, ProfilePlace, Step } from '../model.js'
import { listAtMost, oneLine, quote, shellWord } from '../text.js'
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
  explain: ({ profile, path, line, others = [], unkept }, known) => ({
    headline: unkept ? UNKEPT : existing([profile, ...others.map((one) => one.profile)]),
    shown: [{ show: 'values', values: [{ name: 'found in', value: `${path}, line ${line}` }] }],
    steps: unkept
      ? FEWER
      : [
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
    folded: allPlaces([{ profile, path, line }, ...others]),
    stop: `Profile ${quote(profile, 60)}`,
    ...profileWhere(known),
  }),
  page: {
    meaning:
      "The step was to write a profile, but the credentials file or the config file already has one of that name. It may be somebody's own, so it is not replaced unless `overwrite-aws-profile` says so: an earlier step of the job wrote it, the machine came with it, or a job that was killed before its post step left it behind. With `overwrite-aws-profile`, profiles of `roles` are not replaced either if all that they hold is too large to be kept for the post step. The sign-in succeeded, but nothing was written or exported.",
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

const UNKEPT = `what the profiles to replace hold is too large to keep (more than ${IN_WORDS.largestNotes})`

const FEWER: readonly Step[] = [
  {
    say: 'Divide the lines of `roles` between two or more steps',
    then: 'Each step keeps as much of its own until the post step puts it back.',
  },
]

function existing(profiles: readonly string[]): string {
  const [verb, noun] = profiles.length === 1 ? ['exists', 'profile'] : ['exist', 'profiles']
  return `the ${noun} ${listAtMost(profiles, 2)} ${verb} already, and \`overwrite-aws-profile\` is not set`
}

function placesOf(all: readonly ProfilePlace[]): string[] {
  return all.map(
    ({ profile, path, line }) => `${quote(profile, 60)} in ${quote(path)}, line ${line}`,
  )
}

function allPlaces(all: readonly ProfilePlace[]): Fold[] {
  if (all.length === 1) return []
  return [{ title: 'All of these profiles', blocks: [{ show: 'list', points: placesOf(all) }] }]
}
