// Scenarios of the profile: what can be in the way when the session is written to AWS's shared files.
import type { Scenario } from './scenario.js'
import { ACCOUNTS, LINES } from './scenarios-roles.js'

const ROLES = { 'INPUT_ROLE-TO-ASSUME': 'none', INPUT_ROLES: LINES }
const PROFILE = { 'INPUT_AWS-PROFILE': 'deploy' }
/** Seen from the workspace. */
const HOME = '../../home'
/** A file on every system: no folder can be made below it. */
const NO_FOLDER = process.platform === 'win32' ? process.execPath : '/dev/null'

/** Each of them could be kept: in the note, 15 KiB. */
function largeProfiles(file: string): string {
  const word = file === 'config' ? 'profile ' : ''
  const settings = 'output = json\n'.repeat(420)
  return ACCOUNTS.map(({ name }) => `[${word}${name}]\n${settings}`).join('')
}

export const PROFILE_SCENARIOS: readonly Scenario[] = [
  {
    id: 'profile-exists',
    what: 'a profile that an earlier job left behind',
    exit: 1,
    variables: PROFILE,
    files: { [`${HOME}/.aws/config`]: '# of the machine\n[profile deploy]\nregion = us-east-1\n' },
  },
  {
    id: 'profile-exists',
    name: 'roles-profiles-exist',
    what: 'forty roles, of which four have a profile that an earlier job left behind',
    exit: 1,
    variables: ROLES,
    files: {
      [`${HOME}/.aws/config`]: [3, 7, 9]
        .map((index) => `[profile ${ACCOUNTS[index]?.name}]\nregion = us-east-1\n`)
        .join('\n'),
      [`${HOME}/.aws/credentials`]: `[${ACCOUNTS[1]?.name}]\naws_access_key_id = AKIAOLD\n`,
    },
    setUp: (street) => street.setOtherRoles(ACCOUNTS),
  },
  {
    id: 'profile-exists',
    name: 'roles-profiles-unkept',
    what: 'forty roles that may replace their profiles, which hold more than can be put back',
    exit: 1,
    variables: { ...ROLES, 'INPUT_OVERWRITE-AWS-PROFILE': 'true' },
    files: Object.fromEntries(
      ['config', 'credentials'].map((file) => [`${HOME}/.aws/${file}`, largeProfiles(file)]),
    ),
    setUp: (street) => street.setOtherRoles(ACCOUNTS),
  },
  {
    id: 'profile-file-odd',
    what: 'a credentials file with two sections of the profile',
    exit: 1,
    variables: { ...PROFILE, 'INPUT_OVERWRITE-AWS-PROFILE': 'true' },
    files: {
      [`${HOME}/.aws/credentials`]:
        '[deploy]\naws_access_key_id = AKIAONE\n\n[deploy]\naws_access_key_id = AKIATWO\n',
    },
  },
  {
    id: 'profile-unwritable',
    what: 'a home directory that is none',
    exit: 1,
    variables: { ...PROFILE, HOME: NO_FOLDER, USERPROFILE: NO_FOLDER },
  },
]
