import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { jwksRedirected } from '../../src/causes/jwks-redirected.js'
import { testCause, wordsOf } from './tester.js'

testCause(jwksRedirected, {
  leaves: ['discovery-redirected', 'jwks-unavailable'],
  says: [
    [
      'HTTP 301',
      'leads to  https://idp.example.com/keys/',
      '"jwks_uri": "https://idp.example.com/keys/"',
    ],
  ],
})

test.each([
  ['https://keys.example.com/set', 'https://keys.example.com/set'],
  ['/keys/', 'https://idp.example.com:8443/keys/'],
  ['//cdn.example.com/keys', 'https://cdn.example.com/keys'],
])('the target %s is named whole', (location, target) => {
  const { why, fix } = wordsOf(
    diagnose(
      {
        kind: 'http',
        peer: 'jwks',
        url: 'https://idp.example.com:8443/keys?v=1',
        status: 302,
        headers: { location },
        excerpt: '',
      },
      knownWith(),
    ),
  )
  expect(why).toContain(`leads to  ${target}`)
  expect(fix[0]).toContain(`"jwks_uri": "${target}"`)
})
