// A file that could not be read or written: its name, the reason in words, and the code under which it is shown.
import { expect, test } from '@jest/globals'
import { FILE_NAMES, fileReason, isOfProfile } from '../../../src/causes/shared/files.js'
import type { FileReason, JobFile } from '../../../src/model.js'
import { errorCode } from '../../../src/words.js'

const said = (why: FileReason): string =>
  fileReason({ kind: 'file', file: 'config', path: '/a/config', ...why })

test.each<[FileReason, string, string]>([
  [{ reason: 'link' }, 'LINK', '`/a/config`: it, or its folder, is a symbolic link (`LINK`)'],
  [{ reason: 'not-a-file' }, 'NOT_A_FILE', '`/a/config`: it is no regular file (`NOT_A_FILE`)'],
  [{ reason: 'too-large' }, 'TOO_LARGE', '`/a/config`: it is larger than 512 KiB (`TOO_LARGE`)'],
  [
    { reason: 'locked' },
    'LOCKED',
    '`/a/config`: another process has held its lock for too long (`LOCKED`)',
  ],
  [
    { reason: 'delimiter' },
    'the delimiter is in a value',
    '`/a/config`: the delimiter is in a value',
  ],
  [{ reason: 'os', errno: 'ENOSPC' }, 'ENOSPC', '`/a/config`: the disk is full (`ENOSPC`)'],
  [{ reason: 'os', errno: 'EFBIG' }, 'EFBIG', '`/a/config`: EFBIG'],
])('%j', (why, code, words) => {
  expect(said(why)).toBe(words)
  expect(errorCode(why)).toBe(code)
})

test('a variable that is not set is named', () => {
  const failure = { kind: 'file', file: 'renewal', path: 'RUNNER_TEMP', reason: 'not-set' } as const
  expect(fileReason(failure)).toBe('`RUNNER_TEMP`: the runner did not set RUNNER_TEMP (`not set`)')
})

test.each<[JobFile, string, boolean]>([
  ['credentials', 'the AWS credentials file', true],
  ['config', 'the AWS config file', true],
  ['renewal', "the renewing profile's file", true],
  ['env', 'the environment file of the job', false],
  ['output', 'its output file', false],
  ['state', 'its state file', false],
  ['report', 'the report file', false],
])('%s is %s', (file, name, ofProfile) => {
  expect(FILE_NAMES[file]).toBe(name)
  expect(isOfProfile({ file })).toBe(ofProfile)
})

test('what is too large depends on whose file it is', () => {
  expect(fileReason({ kind: 'file', file: 'env', path: '/e', reason: 'too-large' })).toBe(
    '`/e`: it is larger than 64 MiB (`TOO_LARGE`)',
  )
})
