// A file that could not be read or written: its name, the reason in words, and the code under which it is shown.
import { expect, test } from '@jest/globals'
import {
  FILE_NAMES,
  fileInWords,
  fileReason,
  fileValues,
  isOfProfile,
  wholePath,
} from '../../../src/causes/shared/files.js'
import type { FileReason, JobFile } from '../../../src/model.js'

test.each<[FileReason, string, string]>([
  [{ reason: 'link' }, 'LINK', 'it or its folder is a symlink'],
  [{ reason: 'not-a-file' }, 'NOT_A_FILE', 'it is not a regular file'],
  [{ reason: 'too-large' }, 'TOO_LARGE', 'it is larger than 512 KiB'],
  [{ reason: 'locked' }, 'LOCKED', 'another process holds its lock'],
  [{ reason: 'delimiter' }, 'the delimiter is in a value', 'the delimiter is in a value'],
  [{ reason: 'os', errno: 'ENOSPC' }, 'ENOSPC', 'the disk is full'],
  [{ reason: 'os', errno: 'EFBIG' }, 'EFBIG', 'the system answered `EFBIG`'],
])('%j', (why, code, words) => {
  const failure = { kind: 'file', file: 'config', path: '/a/config', ...why } as const
  expect(fileReason(failure)).toBe(words)
  expect(fileValues(failure)).toEqual({
    show: 'values',
    values: [
      { name: 'file', value: '/a/config' },
      { name: 'error', value: code },
    ],
  })
})

test('a variable that is not set is named', () => {
  const failure = { kind: 'file', file: 'renewal', path: 'RUNNER_TEMP', reason: 'not-set' } as const
  expect(fileReason(failure)).toBe('the runner did not set RUNNER_TEMP')
})

test.each<[JobFile, string, boolean]>([
  ['credentials', 'the AWS credentials file', true],
  ['config', 'the AWS config file', true],
  ['renewal', "the renewing profile's file", true],
  ['env', 'the environment file of the job', false],
  ['output', 'the output file of the step', false],
  ['state', 'the state file of the step', false],
  ['report', 'the report file', false],
])('%s is %s', (file, name, ofProfile) => {
  expect(FILE_NAMES[file]).toBe(name)
  expect(isOfProfile({ file })).toBe(ofProfile)
})

test('what is too large depends on whose file it is', () => {
  expect(fileReason({ kind: 'file', file: 'env', path: '/e', reason: 'too-large' })).toBe(
    'it is larger than 64 MiB',
  )
})

test('a path that a headline has no room for is named by its file there, and shown whole', () => {
  const short = '/home/runner/.aws/config'
  expect([fileInWords(short), wholePath(short)]).toEqual([`\`${short}\``, []])
  const long = `/home/${'x'.repeat(60)}/.aws/config`
  expect(fileInWords(long)).toBe('`config`')
  expect(wholePath(long)).toEqual([{ show: 'values', values: [{ name: 'file', value: long }] }])
  expect(fileInWords(`C:\\${'x'.repeat(60)}\\config`)).toBe('`config`')
})
