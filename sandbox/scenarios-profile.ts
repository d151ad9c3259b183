// Scenarios of the profile: what can be in the way when the session is written to AWS's shared files.
import type { Scenario } from './scenario.js'

const PROFILE = { 'INPUT_AWS-PROFILE': 'deploy' }
/** Seen from the workspace. */
const HOME = '../../home'
/** A file on every system: no folder can be made below it. */
const NO_FOLDER = process.platform === 'win32' ? process.execPath : '/dev/null'

export const PROFILE_SCENARIOS: readonly Scenario[] = [
  {
    id: 'profile-exists',
    what: 'a profile that an earlier job left behind',
    exit: 1,
    variables: PROFILE,
    files: { [`${HOME}/.aws/config`]: '# of the machine\n[profile deploy]\nregion = us-east-1\n' },
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
