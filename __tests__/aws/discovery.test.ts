// The place of the discovery document.
import { expect, test } from '@jest/globals'
import { discoveryUrl } from '../../src/aws/discovery.js'

test.each(['https://idp.example/tenant', 'https://idp.example/tenant/'])('of %s', (issuer) => {
  expect(discoveryUrl(issuer)).toBe('https://idp.example/tenant/.well-known/openid-configuration')
})
