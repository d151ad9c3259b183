// Codes of a handshake that failed: each is of one kind, and what is no certificate's fault is none of it.
import { expect, test } from '@jest/globals'
import {
  certificateProblem,
  isCertificateCode,
  isNotTlsCode,
  isTlsCode,
} from '../../src/aws/tls-codes.js'

test.each([
  ['CERT_HAS_EXPIRED', 'dates'],
  ['CERT_NOT_YET_VALID', 'dates'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'name'],
  ['HOSTNAME_MISMATCH', 'name'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'chain'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'chain'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'authority'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'authority'],
  ['CERT_REVOKED', 'authority'],
])('%s: %s, and a certificate in any case', (code, problem) => {
  expect(certificateProblem(code)).toBe(problem)
  expect(isCertificateCode(code)).toBe(true)
  expect(isTlsCode(code)).toBe(true)
  expect(isNotTlsCode(code)).toBe(false)
})

test.each(['EE_KEY_TOO_SMALL', 'CA_MD_TOO_WEAK', 'INVALID_PURPOSE'])(
  '%s: a certificate that OpenSSL takes for too weak, or for another purpose',
  (code) => {
    expect(certificateProblem(code)).toBe('authority')
  },
)

test.each(['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER'])('%s: no TLS, and no certificate', (code) => {
  expect(isNotTlsCode(code)).toBe(true)
  expect(isTlsCode(code)).toBe(true)
  expect(certificateProblem(code)).toBeUndefined()
})

test.each([
  'ECONNRESET',
  'ENOTFOUND',
  'TIMEOUT',
  '',
  'NOT_UNABLE_TO_GET_ISSUER_CERT',
  'MY_CERT_REVOKED',
  'EE_KEY_TOO_SMALL_X',
  'CA_MD_TOO_WEAK_X',
  'MY_INVALID_PURPOSE',
  'INVALID_PURPOSE_X',
  'MY_ERR_TLS_X',
  'XEPROTO',
  'EPROTOX',
])('%j: neither', (code) => {
  expect(isTlsCode(code)).toBe(false)
  expect(isNotTlsCode(code)).toBe(false)
  expect(certificateProblem(code)).toBeUndefined()
})
