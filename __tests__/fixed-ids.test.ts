// Proves: the ids that workflows gate on are all there, from evidence to page. They are never renamed and never used again.
import { existsSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { SCENARIOS } from '../sandbox/scenarios.js'
import { CAUSES } from '../src/causes/index.js'
import { unknown } from '../src/causes/unknown.js'

const FIXED: Readonly<Record<string, string>> = {
  inputs: `
    input-invalid input-not-supported role-arn-invalid partition-mismatch audience-unusual
    ambient-credentials`,
  token: `
    token-permission-missing token-fork-pull-request token-dependabot token-not-on-runner
    token-service-unreachable token-service-denied token-service-throttled token-service-error
    token-file-unreadable token-malformed token-claim-missing token-timestamp-invalid
    token-expired token-not-yet-valid clock-skew token-audience-mismatch
    token-algorithm-unsupported token-tags-invalid`,
  issuer: `
    issuer-url-invalid issuer-dns-failure issuer-private-address issuer-unreachable
    issuer-proxy-failure issuer-tls-untrusted issuer-tls-chain-incomplete issuer-tls-expired
    issuer-tls-name-mismatch issuer-tls-expires-soon discovery-unavailable jwks-unavailable
    discovery-redirected jwks-redirected discovery-malformed jwks-malformed
    discovery-issuer-mismatch discovery-field-missing issuer-slow jwks-not-cacheable
    discovery-not-cacheable jwks-cache-short jwks-key-not-found jwks-kid-missing
    jwks-key-unusable jwks-kid-duplicate jwks-too-many-keys jwks-key-weak jwks-private-key
    token-signature-invalid`,
  sts: `
    sts-unreachable sts-tls-untrusted sts-endpoint-unusable region-unknown sts-throttled
    sts-unavailable sts-region-disabled provider-not-found provider-thumbprint-mismatch
    provider-keys-unretrievable idp-communication-error idp-rejected-claim token-rejected
    role-not-assumable role-session-too-long session-policy-malformed session-policy-too-large
    request-invalid provider-parameter claim-not-expected account-not-allowed
    region-fallback-used sts-retried deadline-exceeded unknown`,
  trust: `
    trust-subject-mismatch trust-subject-environment trust-subject-pull-request
    trust-subject-immutable trust-subject-case trust-wildcard-with-equals
    trust-subject-customised trust-audience-mismatch trust-provider-mismatch
    trust-action-missing trust-claim-not-a-key trust-denied trust-policy-unreadable
    trust-policy-differs trust-undecided trust-too-open`,
}

const IDS = Object.values(FIXED).flatMap((ids) => ids.trim().split(/\s+/))

function exists(path: string): boolean {
  return existsSync(new URL(`../${path}`, import.meta.url))
}

describe('fixed ids', () => {
  test('no id is listed twice', () => {
    expect(new Set(IDS).size).toBe(IDS.length)
  })

  test.each(IDS)('%s has its cause, evidence, test, scenario and page', (id) => {
    expect([...CAUSES, unknown].filter((cause) => cause.id === id)).toHaveLength(1)
    expect(SCENARIOS.some((scenario) => scenario.id === id)).toBe(true)
    expect(exists(`src/causes/${id}.ts`)).toBe(true)
    expect(exists(`evidence/${id}.json`)).toBe(true)
    expect(exists(`__tests__/causes/${id}.test.ts`)).toBe(true)
    expect(exists(`docs/causes/${id}.md`)).toBe(true)
  })
})
