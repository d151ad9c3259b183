import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import { providerThumbprintMismatch } from '../../src/causes/provider-thumbprint-mismatch.js'
import type { Failure } from '../../src/model.js'
import { testCause, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

testCause(providerThumbprintMismatch, {
  leaves: ['provider-keys-unretrievable', 'token-rejected', 'provider-not-found'],
  says: [
    [
      'seen here  6303a9bb8722a9d2bb086242ca44a9c8b5cfbd1d (Corp Proxy Root CA)',
      'If the certificate above is the issuer',
      'public CA',
      '--open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/git.example.com/_services/token --thumbprint-list 6303a9bb8722a9d2bb086242ca44a9c8b5cfbd1d',
    ],
    ['has not seen a certificate', "--thumbprint-list '<sha-1 of the top intermediate CA>'"],
  ],
})

const [piece] = evidenceOf('provider-thumbprint-mismatch')

function thumbprintsOf(discovery: unknown, jwks: unknown): string | undefined {
  const known = knownWith({
    issuer: {
      discovery: { observed: { certificates: discovery } },
      jwks: { observed: { certificates: jwks } },
    },
  })
  const { fix } = wordsOf(providerThumbprintMismatch.explain(piece?.failure as Failure, known))
  return /--thumbprint-list (.*)$/m.exec(fix.join('\n'))?.[1]
}

test.each([
  ['leaf, two intermediates, root: the upper intermediate', ['a', 'b', 'c', 'ROOT'], 'c'],
  ['leaf and intermediate, no root sent', ['a', 'b'], 'b'],
  ['leaf and root', ['a', 'ROOT'], 'ROOT'],
  ['a self-signed certificate alone', ['ROOT'], 'ROOT'],
])('%s', (_what, names, top) => {
  const chain = names.map((sha1) => ({ sha1, subject: sha1, selfSigned: sha1 === 'ROOT' }))
  expect(thumbprintsOf(chain, chain)).toBe(top)
})

test('two hosts, two thumbprints', () => {
  const of = (sha1: string) => [{ sha1, subject: sha1, selfSigned: true }]
  expect(thumbprintsOf(of('one'), of('two'))).toBe('one two')
})

test('for Google there is no provider whose list could be changed', () => {
  const known = knownWith({ token: { issuer: 'https://accounts.google.com' } })
  const finding = diagnose(piece?.failure as Failure, known)
  expectWellSaid(finding)
  const { fix } = wordsOf(finding)
  expect(fix.join('\n')).not.toContain('aws iam')
  expect(fix.join('\n')).toContain('"Principal": {"Federated": "accounts.google.com"}')
})
