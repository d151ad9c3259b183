import { profileUnwritable } from '../../src/causes/profile-unwritable.js'
import { testCause } from './tester.js'

testCause(profileUnwritable, {
  leaves: ['runner-file-unwritable', 'profile-exists', 'profile-file-odd', 'token-file-unreadable'],
  says: [
    [
      'the AWS credentials file cannot be used',
      '/dev/null/.aws/credentials',
      'contains a file',
      'ENOTDIR',
    ],
    ['/home/runner/.aws/config', 'the disk is full', 'df -h /home/runner/.aws/'],
    ['read-only', 'EROFS', 'AWS_SHARED_CREDENTIALS_FILE=$RUNNER_TEMP'],
    ['symlink', 'readlink -f /home/runner/.aws/config'],
    ['/dev/full', 'not a regular file'],
    ['not text in UTF-8'],
    ['holds its lock', 'rm /home/runner/.aws/config.lock'],
    ['did not set RUNNER_TEMP', 'RUNNER_TEMP=$(mktemp -d)'],
  ],
})
