// Proves: a value in the file that cannot have become what the run was given is told from one that can.
import { expect, test } from '@jest/globals'
import { canBecome } from '../../src/workflow/written-value.js'

const ROLE = '${' + '{ vars.ROLE }}'
const ID = '${' + '{ secrets.ID }}'

test.each([
  ['eu-west-1', 'eu-west-1', true],
  ['eu-west-1', 'us-east-1', false],
  ['eu-west-1', '', false],
  ['a\nb\n', 'a\nb', true],
  [ROLE, 'arn:aws:iam::111122223333:role/deploy', true],
  [ROLE, '', true],
  [`arn:aws:iam::${ID}:role/deploy`, 'arn:aws:iam::111122223333:role/deploy', true],
  [`arn:aws:iam::${ID}:role/deploy`, 'arn:aws:iam:::role/deploy', true],
  [`arn:aws:iam::${ID}:role/deploy`, 'arn:aws:iam::111122223333:role/test', false],
  [`arn:aws:iam::${ID}:role/deploy`, 'arn:aws-cn:iam::111122223333:role/deploy', false],
  [`a${ID}a`, 'a', false],
  [`${ID}-${ROLE}`, 'anything', true],
  ['3600', '3600', true],
  ['0x10', '16', true],
  ['1e3', '1000', true],
  ['3600', '3601', false],
  ['0', '', false],
  ['True', 'true', true],
  ['true', 'false', false],
  ['', '', true],
  ['~', '', true],
  ['null', '', true],
  ['null', 'x', false],
  ['.', '0', false],
])('%j without quotes, and %j: %j', (written, given, may) => {
  expect(canBecome(written, true, given)).toBe(may)
})

test.each([
  ['True', 'true', false],
  ['0x10', '16', false],
  ['null', '', false],
  ['null', 'null', true],
])('%j in quotes, and %j: %j', (written, given, may) => {
  expect(canBecome(written, false, given)).toBe(may)
})
