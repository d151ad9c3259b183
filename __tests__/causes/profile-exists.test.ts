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
  ],
})
