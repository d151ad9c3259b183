import { describe, expect, test } from '@jest/globals'
import { chainFold, isInspected } from '../../../src/causes/shared/issuer-tls.js'
import type { Certificate, NetworkFailure } from '../../../src/model.js'

const certificate = (subject: string, issuer: string): Certificate => ({
  subject,
  issuer,
  validFrom: '',
  validTo: '',
  names: [],
  sha1: '',
  selfSigned: subject === issuer,
})
const failure = (host: string, ...certificates: Certificate[]): NetworkFailure => ({
  peer: 'discovery',
  host,
  phase: 'tls',
  code: 'SELF_SIGNED_CERT_IN_CHAIN',
  detail: '',
  addresses: [],
  certificates,
})

describe('isInspected', () => {
  test.each([
    ['idp.example.com', 'Zscaler Intermediate Root CA (zscaler.net)', true],
    ['idp.example.com', 'FortiGate CA', true],
    ['idp.example.com', 'Gateway CA - Cloudflare Managed G1', true],
    ['idp.example.com', 'mitmproxy', true],
    ['idp.example.com', 'Corp Private Root CA', false],
    ['idp.example.com', 'Cloudflare Inc ECC CA-3', false],
    ['idp.example.com', 'R11', false],
    // GitHub's own issuers have certificates of public authorities.
    ['token.actions.githubusercontent.com', 'Corp Private Root CA', true],
    ['token.actions.octo.ghe.com', 'Corp Private Root CA', true],
    ['notghe.com', 'Corp Private Root CA', false],
  ])('%s, signed by %s: %s', (host, issuer, is) => {
    expect(isInspected(failure(host, certificate(host, issuer)))).toBe(is)
  })

  test('is not said where no certificate was seen', () => {
    expect(isInspected(failure('token.actions.githubusercontent.com'))).toBe(false)
  })
})

test('a chain is read from the server to its root', () => {
  const chain = [certificate('a.example', 'B'), certificate('B', 'C'), certificate('C', 'C')]
  expect(chainFold(chain)).toEqual([
    {
      title: 'Certificates that the server sent',
      blocks: [
        {
          show: 'values',
          values: [
            { name: 'a.example', value: 'signed by B' },
            { name: 'B', value: 'signed by C' },
            { name: 'C', value: 'self-signed' },
          ],
        },
      ],
    },
  ])
  expect(chainFold([])).toEqual([])
})
