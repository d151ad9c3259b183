// The page for those who come from aws-actions/configure-aws-credentials: a row for each of its inputs and outputs, and all of ours named.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { RETIRED } from './causes/well-said.js'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const page = read('docs/from-configure-aws-credentials.md')
const action = parse(read('action.yml')) as { inputs: object; outputs: object }

/** The inputs of aws-actions/configure-aws-credentials v6.2.3 (bcd4089). */
const THEIR_INPUTS = [
  'audience',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
  'aws-region',
  'aws-profile',
  'overwrite-aws-profile',
  'mask-aws-account-id',
  'role-to-assume',
  'web-identity-token-file',
  'role-duration-seconds',
  'role-session-name',
  'role-external-id',
  'role-skip-session-tagging',
  'transitive-tag-keys',
  'custom-tags',
  'role-chaining',
  'http-proxy',
  'no-proxy',
  'inline-session-policy',
  'managed-session-policies',
  'output-credentials',
  'output-env-credentials',
  'unset-current-credentials',
  'disable-retry',
  'retry-max-attempts',
  'special-characters-workaround',
  'use-existing-credentials',
  'allowed-account-ids',
  'force-skip-oidc',
  'action-timeout-s',
  'sts-endpoint',
]
const THEIR_OUTPUTS = [
  'aws-account-id',
  'authenticated-arn',
  'aws-expiration',
  'aws-access-key-id',
  'aws-secret-access-key',
  'aws-session-token',
]

/** name → verdict, of one section's table. */
function rows(section: string): Map<string, string> {
  const text = page.split(/^## /m).find((part) => part.startsWith(section)) ?? ''
  const found = text.matchAll(/^\| `(?<name>[\w-]+)` \| (?<verdict>same|better|not here) \| \S/gm)
  return new Map(
    [...found].map(({ groups }) => [groups?.['name'] ?? '', groups?.['verdict'] ?? '']),
  )
}

test('there are 32 inputs, each once', () => {
  expect(new Set(THEIR_INPUTS).size).toBe(32)
})

describe('each input of the other action has a row', () => {
  test.each(THEIR_INPUTS)('%s', (name) => {
    const verdict = rows('Inputs').get(name)
    expect(verdict).toBeDefined()
    expect(verdict === 'not here').toBe(!(name in action.inputs))
  })
})

test.each(THEIR_OUTPUTS)('the output %s has a row, and is an output here', (name) => {
  expect(['same', 'better']).toContain(rows('Outputs').get(name))
  expect(Object.keys(action.outputs)).toContain(name)
})

test('no row is of an input that neither action has', () => {
  const known = new Set([...THEIR_INPUTS, ...Object.keys(action.inputs)])
  expect([...rows('Inputs').keys()].filter((name) => !known.has(name))).toEqual([])
})

describe('each of our own is named', () => {
  test.each([...Object.keys(action.inputs), ...Object.keys(action.outputs)])('%s', (name) => {
    expect(page).toContain(`\`${name}\``)
    expect(read('README.md')).toContain(`| \`${name}\` |`)
  })
})

/** Without code, which is quoted as it is. */
const proseOf = (path: string): string =>
  read(path)
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '`…`')

describe('no word that users stumbled over is in', () => {
  test.each([
    'README.md',
    'action.yml',
    'docs/trust-policies.md',
    'docs/from-configure-aws-credentials.md',
    'docs/faq.md',
    'docs/recipes/README.md',
    'docs/security.md',
    'SECURITY.md',
    'CHANGELOG.md',
  ])('%s', (path) => {
    const text = proseOf(path)
    expect(RETIRED.filter(([retired]) => retired.test(text)).map(([, better]) => better)).toEqual(
      [],
    )
  })
})
