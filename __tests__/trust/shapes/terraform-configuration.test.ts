// Which data source the configuration of a plan says that a role takes its policy from, in whatever module it stands.
import { describe, expect, test } from '@jest/globals'
import { readJson } from '../../../src/trust/json.js'
import {
  dataIn,
  referenceIn,
  withoutKey,
} from '../../../src/trust/shapes/terraform-configuration.js'

const DATA = 'data.aws_iam_policy_document.github'
const ROLE = 'aws_iam_role.deploy'

function referenceOf(address: string, root: unknown): string | undefined {
  return referenceIn(readJson(JSON.stringify({ root_module: root })).value)(address)
}
const moduleOf = (references: unknown, address = ROLE): object => ({
  resources: [
    null,
    7,
    { address: 'x.y' },
    { address, expressions: { assume_role_policy: { references } } },
  ],
})
const within = (name: string, module: object): object => ({ module_calls: { [name]: { module } } })
const direct = [`${DATA}.json`, DATA]

test.each<[string, string, object, string | undefined]>([
  ['of the root', ROLE, moduleOf(direct), DATA],
  ['with a key', `${ROLE}["a"]`, moduleOf(direct), DATA],
  ['with a number', `${ROLE}[12]`, moduleOf(direct), DATA],
  ['of another name', 'aws_iam_role.other', moduleOf(direct), undefined],
  ['of a module', `module.ci.${ROLE}`, within('ci', moduleOf(direct)), `module.ci.${DATA}`],
  [
    'of a module in a module',
    `module.a.module.b-1.${ROLE}`,
    within('a', within('b-1', moduleOf(direct))),
    `module.a.module.b-1.${DATA}`,
  ],
  [
    'of a module with a number',
    `module.ci[10].${ROLE}`,
    within('ci', moduleOf(direct)),
    `module.ci[10].${DATA}`,
  ],
  [
    'of a module with a key',
    `module.ci["a.b"].${ROLE}`,
    within('ci', moduleOf(direct)),
    `module.ci["a.b"].${DATA}`,
  ],
  [
    'of a module with quotes in its key',
    String.raw`module.ci["a\"]."].${ROLE}`,
    within('ci', moduleOf(direct)),
    String.raw`module.ci["a\"]."].${DATA}`,
  ],
  ['of a module that is not there', `module.ci.module.a.${ROLE}`, moduleOf(direct), undefined],
  [
    'of a module without its configuration',
    `module.ci.${ROLE}`,
    { module_calls: { ci: 7 } },
    undefined,
  ],
])('a role %s', (_what, address, root, data) => {
  expect(referenceOf(address, root)).toBe(data)
})

describe('made of', () => {
  test.each<[string, unknown, string | undefined]>([
    [
      'one with the key of the instance',
      [...direct, 'each.key', 'each.value', 'count.index'],
      DATA,
    ],
    ['one by its key', [`${DATA}["a"].json`], DATA],
    ['something that is called like a key', [...direct, 'local.count'], undefined],
    ['something that begins like a key', [...direct, 'counter.x'], undefined],
    ['a local value', ['local.policy'], undefined],
    ['two', [...direct, 'data.aws_iam_policy_document.other'], undefined],
    ['nothing', [], undefined],
    ['what is no text', [7], undefined],
    ['what is no list', undefined, undefined],
  ])('%s', (_what, references, data) => {
    expect(referenceOf(ROLE, moduleOf(references))).toBe(data)
  })
})

test('a plan without a configuration says nothing', () => {
  expect(referenceIn(undefined)(ROLE)).toBeUndefined()
  expect(referenceOf(ROLE, 7)).toBeUndefined()
  expect(referenceOf(ROLE, { resources: [{ address: ROLE }] })).toBeUndefined()
})

test('a data source is what an expression begins with', () => {
  expect(dataIn(`${DATA}["a"].json`)).toBe(DATA)
  expect(dataIn(`replace(${DATA}.json, "a", "b")`)).toBeUndefined()
})

test.each([
  [`${ROLE}["eu"]`, ROLE],
  [`${ROLE}[0]`, ROLE],
  [ROLE, ROLE],
  [`module.ci["a"].${ROLE}`, `module.ci["a"].${ROLE}`],
  [`module.ci["a"].${ROLE}["b"]`, `module.ci["a"].${ROLE}`],
])('%s without its key is %s', (address, own) => {
  expect(withoutKey(address)).toBe(own)
})
