// What is a file of the Serverless Framework, and what of it is CloudFormation's.
import { expect, test } from '@jest/globals'
import { isServerless, serverlessTemplate } from '../../../src/trust/shapes/serverless.js'
import type { Members } from '../../../src/trust/tree.js'
import { readYaml } from '../../../src/trust/yaml.js'

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

test.each<[string, unknown]>([
  ['resources:\n  Resources:\n    A: 1\n', { Resources: { A: 1 } }],
  [`resources:\n  - ${v('file(a.yml)')}\n  - Resources:\n      A: 1\n`, { Resources: { A: 1 } }],
  [
    'resources:\n  - Resources: {A: 1}\n  - Resources: {B: 2}\n    Conditions: {C: 3}\n',
    { Resources: { A: 1, B: 2 }, Conditions: { C: 3 } },
  ],
  [`resources: ${v('file(a.yml)')}\n`, {}],
  [`resources:\n  Resources: ${v('file(a.yml)')}\n`, {}],
  ['resources:\n  Description: a\n', {}],
  ['resources:\n', {}],
])('the template in %j', (text, expected) => {
  expect(serverlessTemplate(read(text))).toEqual(expected)
})
