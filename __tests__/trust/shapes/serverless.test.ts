// What is a file of the Serverless Framework, and what of it is CloudFormation's.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { isServerless, serverlessResources } from '../../../src/trust/shapes/serverless.js'
import type { Members } from '../../../src/trust/tree.js'
import { readYaml } from '../../../src/trust/yaml.js'

const role = knownWith().inputs?.role
const read = (text: string): Members => readYaml(text).value as Members
// Serverless's own notation.
const v = (name: string): string => `$${`{${name}}`}`

test.each<[string, boolean]>([
  ['service: shop\nresources: {}\n', true],
  ['provider:\n  name: aws\nresources: {}\n', true],
  ['service: shop\n', false],
  ['resources: []\n', false],
])('%j: %s', (text, is) => {
  expect(isServerless(read(text))).toBe(is)
})

test.each<[string, readonly unknown[]]>([
  ['resources:\n  Resources:\n    A: 1\n', [{ A: 1 }]],
  [`resources:\n  - ${v('file(a.yml)')}\n  - Resources:\n      A: 1\n`, [{ A: 1 }]],
  ['resources:\n  - Resources: {A: 1}\n  - Resources: {B: 2}\n', [{ A: 1 }, { B: 2 }]],
  [`resources: ${v('file(a.yml)')}\n`, []],
  [`resources:\n  Resources: ${v('file(a.yml)')}\n`, []],
  ['resources:\n  extensions: {}\n', []],
])('the resources of %j', (text, expected) => {
  expect(serverlessResources(read(text), role)).toEqual(expected)
})

test('the account is that of the role, where that is one', () => {
  const text = `resources:\n  Resources:\n    A: ['x:${v('aws:accountId')}:${v('aws:region')}']\n`
  const made = `x:111122223333:${v('aws:region')}`
  expect(serverlessResources(read(text), role)).toEqual([{ A: [made] }])
  const unfilled = [{ A: [`x:${v('aws:accountId')}:${v('aws:region')}`] }]
  expect(serverlessResources(read(text), undefined)).toEqual(unfilled)
  const other = { text: 'arn', partition: 'minio', account: '', name: 'a' }
  expect(serverlessResources(read(text), other)).toEqual(unfilled)
})
