import { expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { diagnose } from '../../src/causes/index.js'
import { issuerPrivateAddress } from '../../src/causes/issuer-private-address.js'
import { testCause, wordsOf } from './tester.js'

testCause(issuerPrivateAddress, {
  leaves: ['issuer-unreachable', 'issuer-url-invalid'],
  says: [
    ['address  127.0.0.1', 'dig +short localhost @1.1.1.1'],
    [
      '10.20.30.40, 10.20.30.41',
      'dig +short github.myorg.net @1.1.1.1',
      'serves only `/_services/token/.well-known/openid-configuration`',
      'curl -sS -D- -o /dev/null https://github.myorg.net/_services/token/.well-known/openid-configuration',
    ],
    [
      "the issuer's host `169.254.169.254`",
      'The step did not connect to it',
      'Find out who set this issuer',
    ],
    [
      '`jwks_uri` of the issuer leads to',
      'address  fd00:ec2::254',
      'Correct `jwks_uri`',
      'dig +short keys.example.com',
    ],
    ['has only a private address', '169.254.7.7', 'If that shows a public address'],
    [
      'is an internal name that STS cannot resolve',
      'Give the issuer a public host name',
      'mirror its discovery document and its keys',
      /^(?!.*(dig |open-id-connect-provider|DNS record))/s,
    ],
  ],
})

test('an issuer named by its address is given a name, since DNS has nothing to say of it', () => {
  const failure = { kind: 'address', host: '10.0.0.9', addresses: ['10.0.0.9'] } as const
  const { why, fix } = wordsOf(diagnose(failure, knownWith()))
  expect(why).not.toContain('address  10.0.0.9')
  expect(fix[0]).toContain('Give the issuer a public host name')
  expect(fix.join('\n')).not.toContain('dig ')
})

test('keys at an internal name are to be published elsewhere, the issuer stays as it is', () => {
  const host = 'keys.corp.internal'
  const finding = diagnose({ kind: 'address', host, addresses: [], internal: true }, knownWith())
  expect(finding).toMatchObject({ certainty: 'certain' })
  expect(finding.headline).toBe(
    `the host of the issuer's keys, \`${host}\`, is an internal name that STS cannot resolve`,
  )
  expect(wordsOf(finding).fix[0]).toContain('name that as `jwks_uri`')
})
