import { profileFileOdd } from '../../src/causes/profile-file-odd.js'
import { testCause } from './tester.js'

const LEFT = 'was not changed'

testCause(profileFileOdd, {
  leaves: ['profile-exists', 'profile-unwritable', 'runner-file-unwritable'],
  says: [
    [
      '`/home/runner/.aws/config`',
      'second section of the profile `deploy` in line 3',
      'grep -nE',
      LEFT,
    ],
    ['line 1', 'not closed', '`[profile name]`', 'AWS_CONFIG_FILE=', LEFT],
    ['text follows it', 'alone on its line', LEFT],
    ['text in line 1', "sed -i '1s/^/# /' /home/runner/.aws/config"],
    ['spaces before it in line 3', 'Remove the spaces'],
    ['carriage return', "sed -i 's/\\r/\\n/g' /home/runner/.aws/config"],
    ['NUL byte in line 2', 'mv /home/runner/.aws/config /home/runner/.aws/config.odd'],
    ['both the credentials file and the config file', 'two different files'],
    ['line break', '`sts-endpoint`'],
  ],
})
