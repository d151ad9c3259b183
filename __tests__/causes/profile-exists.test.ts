import { profileExists } from '../../src/causes/profile-exists.js'
import { testCause } from './tester.js'

testCause(profileExists, {
  leaves: ['profile-file-odd', 'profile-unwritable', 'runner-file-unwritable'],
  says: [
    [
      '`deploy`',
      '/home/runner/.aws/config, line 2',
      'aws-profile: deploy-oidc',
      'overwrite-aws-profile: true',
      "grep -n '^\\[' /home/runner/.aws/config",
    ],
    ["grep -n '^\\[' '/home/ci user/.aws/credentials'", 'AWS_SHARED_CREDENTIALS_FILE='],
    [
      'the profiles `team-02`, `team-04` and 2 more exist already',
      '`team-02` in `/home/runner/.aws/credentials`, line 1',
      '`team-10` in `/home/runner/.aws/config`, line 7',
      'overwrite-aws-profile: true',
    ],
    [
      'too large to keep (more than 512 KiB)',
      '`team-29` in `/home/runner/.aws/config`, line 11789',
      'Divide the lines of `roles` between two or more steps',
    ],
  ],
})
