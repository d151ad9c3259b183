// The place of the discovery document.
import { expect, test } from '@jest/globals'
import { discoveryUrl, isIssuer } from '../../src/aws/discovery.js'

test.each(['https://idp.example/tenant', 'https://idp.example/tenant/'])('of %s', (issuer) => {
  expect(discoveryUrl(issuer)).toBe('https://idp.example/tenant/.well-known/openid-configuration')
})

test('the documents are asked of the issuer, and nothing else is', () => {
  const peers = ['token-service', 'discovery', 'jwks', 'sts'] as const
  expect(peers.filter(isIssuer)).toEqual(['discovery', 'jwks'])
})
