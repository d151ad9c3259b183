// The identity provider as IAM names it: its name, its ARN, and the two that IAM knows by itself.
import { describe, expect, test } from '@jest/globals'
import {
  builtInProvider,
  createProviderCommand,
  federatedPrincipal,
  issuerHost,
  issuerMeant,
  issuerName,
  providerArn,
  providerOf,
} from '../../src/aws/provider.js'

const GITHUB = 'https://token.actions.githubusercontent.com'
const place = { partition: 'aws-cn', account: '111122223333' }

test.each([
  [GITHUB, 'token.actions.githubusercontent.com'],
  [`${GITHUB}/octo`, 'token.actions.githubusercontent.com/octo'],
  ['HTTPS://idp.example.com/a/', 'idp.example.com/a/'],
  ['http://idp.example.com', 'idp.example.com'],
  ['idp.example.com', 'idp.example.com'],
])('the name of %s is %s', (issuer, name) => {
  expect(issuerName(issuer)).toBe(name)
})

describe('the ARN', () => {
  const arn = 'arn:aws-cn:iam::111122223333:oidc-provider/token.actions.githubusercontent.com/octo'

  test('is made of partition, account and issuer, and taken apart into the same', () => {
    expect(providerArn({ ...place, issuer: `${GITHUB}/octo` })).toBe(arn)
    expect(providerOf(arn)).toEqual({ ...place, issuer: issuerName(`${GITHUB}/octo`) })
  })

  test.each(['', 'accounts.google.com', 'arn:aws:iam::111122223333:role/deploy', `x${arn}`])(
    '%j is none',
    (text) => {
      expect(providerOf(text)).toBeUndefined()
    },
  )
})

describe('an issuer that IAM knows by itself', () => {
  test.each([
    ['https://accounts.google.com', 'Google'],
    ['accounts.google.com', 'Google'],
    ['https://cognito-identity.amazonaws.com', 'Amazon Cognito'],
  ])('%s is %s, and its host is the principal', (issuer, name) => {
    expect(builtInProvider(issuer)?.name).toBe(name)
    expect(federatedPrincipal({ ...place, issuer })).toBe(issuerName(issuer))
  })

  test.each([GITHUB, 'https://accounts.google.com/x', 'https://accounts.google.com.evil.test'])(
    '%s is none, and its ARN is the principal',
    (issuer) => {
      expect(builtInProvider(issuer)).toBeUndefined()
      expect(federatedPrincipal({ ...place, issuer })).toBe(providerArn({ ...place, issuer }))
    },
  )
})

test.each([
  ['arn:aws:iam::111122223333:oidc-provider/idp.example/x', 'idp.example/x'],
  ['arn:aws:iam:eu-west-1:111122223333:oidc-provider/idp.example', 'idp.example'],
  ['oidc-provider/idp.example', 'idp.example'],
  ['accounts.google.com', 'accounts.google.com'],
  ['cognito-identity.amazonaws.com', 'cognito-identity.amazonaws.com'],
  ['https://accounts.google.com', undefined],
  ['arn:aws:iam::111122223333:root', undefined],
  ['ec2.amazonaws.com', undefined],
])('%s is meant to be the provider of %s', (principal, issuer) => {
  expect(issuerMeant(principal)).toBe(issuer)
})

test('the host of an issuer, with its scheme or without', () => {
  expect(['https://idp.example/x', 'idp.example/x', 'idp.example'].map(issuerHost)).toEqual(
    Array(3).fill('idp.example'),
  )
})

test('the command that makes one is one line of words, with a thumbprint where AWS does not get it itself', () => {
  const asked = { issuer: 'https://idp.example.com', audience: "it's" }
  const own = createProviderCommand({ ...asked, elsewhere: false })
  expect(own).toBe(
    "aws iam create-open-id-connect-provider --url https://idp.example.com --client-id-list 'it'\\''s'",
  )
  expect(createProviderCommand({ ...asked, elsewhere: true })).toMatch(
    /^aws iam .* --thumbprint-list '<SHA-1 [^']*>'$/,
  )
})

test('a text that only holds an ARN, or the scheme behind something else, is taken as it is', () => {
  expect(issuerName('x https://idp.example.com')).toBe('x https://idp.example.com')
  expect(providerOf('arn:aws:iam::1:oidc-provider/a\nb')?.issuer).toBe('a\nb')
})

test("of the two, Cognito's audience alone tells whose a token is", () => {
  expect(builtInProvider('cognito-identity.amazonaws.com')?.ownAudience).toBe(true)
  expect(builtInProvider('accounts.google.com')).not.toHaveProperty('ownAudience')
})
