// The ARN of a provider that a template makes: of what is known of its URL and its account, and of nothing that is no provider.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { LONGEST_PROVIDER_URL } from '../../src/aws/limits.js'
import { hole, OpenText } from '../../src/trust/open-text.js'
import { templateProviderArn } from '../../src/trust/template-providers.js'
import { members } from '../../src/trust/tree.js'

const role = knownWith().inputs?.role ?? undefined
const v = (name: string): string => `$${`{${name}}`}`
const OPEN = hole('Host', { Ref: 'Host' })

interface Asked {
  wanted?: typeof role
  Type?: string
}

function arnOf(Url: unknown, asked: Asked = {}): unknown {
  const { wanted, Type } = { wanted: role, Type: 'AWS::IAM::OIDCProvider', ...asked }
  const resource = Object.assign(members(), {
    Type,
    Properties: Object.assign(members(), { Url }),
  })
  const made = templateProviderArn(resource, wanted, (value) => value)
  return made instanceof OpenText ? { open: made.display } : made
}

const ARN = 'arn:aws:iam::111122223333:oidc-provider/'
const ANY = `arn:${v('AWS::Partition')}:iam::${v('AWS::AccountId')}:oidc-provider/`

test.each<[string, unknown, unknown, unknown]>([
  ['a URL', 'https://idp.example/a', `${ARN}idp.example/a`, { open: `${ANY}idp.example/a` }],
  ['an open URL', OPEN, { open: `${ARN}${v('Url')}` }, { open: `${ANY}${v('Url')}` }],
  ['no URL', undefined, undefined, undefined],
  ['a list', ['https://idp.example'], undefined, undefined],
])('of %s, with the role and without', (_what, url, known, open) => {
  expect(arnOf(url)).toEqual(known)
  expect(arnOf(url, { wanted: undefined })).toEqual(open)
})

test("the CDK's own resource is one, another is none, and neither is one without properties", () => {
  const url = 'https://idp.example'
  expect(arnOf(url, { Type: 'Custom::AWSCDKOpenIdConnectProvider' })).toBe(`${ARN}idp.example`)
  expect(arnOf(url, { Type: 'AWS::IAM::SAMLProvider' })).toBeUndefined()
  const bare = Object.assign(members(), { Type: 'AWS::IAM::OIDCProvider' })
  expect(templateProviderArn(bare, role, (value) => value)).toBeUndefined()
  expect(templateProviderArn(7, role, (value) => value)).toBeUndefined()
})

test('a URL that is longer than IAM takes is none', () => {
  const url = (length: number): string => 'https://'.padEnd(length, 'a')
  expect(arnOf(url(LONGEST_PROVIDER_URL))).toMatch(/oidc-provider\/a+$/)
  expect(arnOf(url(LONGEST_PROVIDER_URL + 1))).toBeUndefined()
})
