import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith, NOW } from '../../evidence/baseline.js'
import { issuerCertificate } from '../../src/checks/issuer-certificate.js'

const DAY_MS = 86_400_000
const certificate = (days: number) => ({
  subject: 'idp.example.com',
  issuer: 'R11',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: new Date(NOW * 1000 + days * DAY_MS).toISOString(),
  names: ['idp.example.com'],
  sha1: '',
  selfSigned: false,
})
const served = (...days: number[]) => {
  const observed = { certificates: days.map(certificate) }
  return knownWith({
    issuer: {
      discovery: { url: 'https://idp.example.com/x', observed },
      jwks: { url: 'https://idp.example.com/y', observed },
    },
  })
}

describe('issuer-certificate', () => {
  test.each([
    [90, undefined],
    [15.5, undefined],
    [14.5, 14],
    [14, 14],
    [1.2, 1],
    [0.5, 0],
  ])('%d days left', (days, daysLeft) => {
    expect(issuerCertificate.judge(served(days))).toMatchObject(
      daysLeft === undefined ? [] : [{ host: 'idp.example.com', daysLeft, issuedBy: 'R11' }],
    )
  })

  test('only the first of the chain counts', () => {
    expect(issuerCertificate.judge(served(90, 2))).toEqual([])
  })

  test('finds nothing where no certificate was seen, or its date is no date', () => {
    expect(issuerCertificate.judge(KNOWN)).toEqual([])
    const observed = { certificates: [{ ...certificate(1), validTo: 'soon' }] }
    expect(issuerCertificate.judge(knownWith({ issuer: { jwks: { observed } } }))).toEqual([])
  })

  test('two hosts are two failures', () => {
    const observed = { certificates: [certificate(3)] }
    const known = knownWith({
      issuer: {
        discovery: { url: 'https://a.example.com/x', observed },
        jwks: { url: 'https://b.example.com/y', observed },
      },
    })
    expect(issuerCertificate.judge(known)).toHaveLength(2)
  })
})
