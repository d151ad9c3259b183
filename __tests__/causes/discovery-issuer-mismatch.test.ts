import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { discoveryIssuerMismatch } from '../../src/causes/discovery-issuer-mismatch.js'
import { diagnose } from '../../src/causes/index.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'

testCause(discoveryIssuerMismatch, {
  leaves: ['discovery-field-missing', 'issuer-url-invalid'],
  says: [
    [
      /^- token: .*xxxxx\.com$/m,
      /^\+ document: .*xxxxx\.com\/$/m,
      'only a trailing slash',
      '"issuer": "https://xxxxx.com"',
      '--url https://xxxxx.com/ ',
    ],
    ['the host differs', '+ document: https://identity.oraclecloud.com/'],
  ],
})

test.each([
  ['https://xxxxx.com', 'http://xxxxx.com', '`http` in place of `https`', false],
  ['https://xxxxx.com/A', 'https://xxxxx.com/a', 'only the letter case differs', true],
  ['https://xxxxx.com/a', 'https://xxxxx.com/b', 'the path differs', true],
])('%s and %s: %s; a provider for it: %s', (want, got, said, provider) => {
  const [piece] = evidenceOf('discovery-issuer-mismatch')
  const fields = [{ field: 'issuer', problem: 'differs', want, got }]
  const failure = { ...piece?.failure, fields } as Failure
  const { headline, fix } = wordsOf(diagnose(failure, knownWith(piece?.known)))
  expect(headline).toContain(said)
  expect(fix.join('\n').includes(`--url ${got} `)).toBe(provider)
})
