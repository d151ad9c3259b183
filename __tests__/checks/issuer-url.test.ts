import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { issuerUrl } from '../../src/checks/issuer-url.js'

const judged = (url: string, more: object = {}) =>
  issuerUrl
    .judge(knownWith({ token: { issuer: url }, ...more }))
    .map((failure) => (failure.kind === 'issuer-url' ? failure.problem : failure.kind))

describe('issuer-url', () => {
  test.each([
    ['https://token.actions.githubusercontent.com', []],
    ['https://token.actions.githubusercontent.com/octo-enterprise', []],
    ['https://tenant.auth0.com/', []],
    ['HTTPS://idp.example.com', []],
    ['http://idp.example.com', ['scheme']],
    ['ftp://idp.example.com', ['scheme']],
    ['https://idp.example.com/?tenant=a', ['query']],
    ['https://idp.example.com?tenant=a', ['query']],
    ['https://idp.example.com/#a', ['fragment']],
    ['https://idp.example.com:8443/realm', ['port']],
    ['https://idp.example.com:443', ['port']],
    ['https://user:secret@idp.example.com', ['user-info']],
    ['https://[2001:db8::1]/realm', []],
    ['http://idp.example.com:80/?a#b', ['scheme', 'query', 'fragment', 'port']],
    [`https://idp.example.com/${'a'.repeat(300)}`, ['too-long']],
    [`https://idp.example.com/${'a'.repeat(231)}`, []],
    ['idp.example.com', ['unparsable']],
    ['https://', ['unparsable']],
    ['https://idp.example.com/a b', ['unparsable']],
    ['octo-org', ['unparsable']],
    ['my https://idp.example.com', ['unparsable']],
    ['9https://idp.example.com', ['unparsable']],
    ['git+https2://idp.example.com', ['scheme']],
    ['https://idp.example.com/#a b', ['unparsable']],
    ['', []],
  ])('%s', (url, problems) => {
    expect(judged(url)).toEqual(problems)
  })

  test('asks nothing of the port where STS is not AWS', () => {
    expect(judged('https://localhost:8443', { inputs: { customEndpoint: true } })).toEqual([])
  })

  test('says nothing of the port where the address is private: that is the root cause', () => {
    const discovery = {
      url: 'https://ghes.corp:8443/x',
      observed: { url: 'https://ghes.corp:8443/x', addresses: ['10.0.0.5'] },
    }
    const issuer = { url: 'https://ghes.corp:8443', discovery, jwks: null }
    expect(judged('https://ghes.corp:8443', { issuer })).toEqual([])
    expect(judged('https://ghes.corp:8443?a', { issuer })).toEqual(['query'])
  })

  test.each([
    ['https://tenant.auth0.com/', 'https://tenant.auth0.com', ['trailing-slash']],
    ['https://tenant.auth0.com', 'https://tenant.auth0.com/', ['trailing-slash']],
    ['https://tenant.auth0.com/', 'https://tenant.auth0.com/', []],
    ['https://tenant.auth0.com/', 'https://other.auth0.com', []],
  ])('%s, given as %s', (url, given, problems) => {
    expect(judged(url, { inputs: { issuer: given } })).toEqual(problems)
  })

  test('judges the issuer that was asked for where there is no token', () => {
    const known = knownWith({ token: null, issuer: { url: 'http://idp.example.com' } })
    expect(issuerUrl.judge(known)).toEqual([
      { kind: 'issuer-url', url: 'http://idp.example.com', problem: 'scheme' },
    ])
  })

  test('lets no password through', () => {
    const known = knownWith({ token: { issuer: 'https://user:s3cr3t@idp.example.com' } })
    expect(JSON.stringify(issuerUrl.judge(known))).not.toContain('s3cr3t')
  })
})

test('the name in a legacy token of Kubernetes is no URL, and is not judged as one', () => {
  const claims = { 'kubernetes.io/serviceaccount/namespace': 'ci', aud: null, iat: null, exp: null }
  expect(
    judged('kubernetes/serviceaccount', { token: { issuer: 'kubernetes/serviceaccount', claims } }),
  ).toEqual([])
  expect(judged('kubernetes/serviceaccount')).toEqual(['unparsable'])
})

test('an internal name is to go, and its form with it; not where STS is not AWS', () => {
  const token = { issuer: 'http://idp.corp.internal:8080' }
  expect(issuerUrl.judge(knownWith({ token }))).toEqual([])
  const own = knownWith({ token, inputs: { customEndpoint: true } })
  expect(issuerUrl.judge(own)).toMatchObject([{ problem: 'scheme' }])
})
