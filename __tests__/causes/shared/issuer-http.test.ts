import { describe, expect, test } from '@jest/globals'
import { KNOWN } from '../../../evidence/baseline.js'
import { diagnose, retryFor } from '../../../src/causes/index.js'
import type { Failure, Headers } from '../../../src/model.js'
import { wordsOf } from '../tester.js'

const answer = (
  peer: 'discovery' | 'jwks',
  status: number,
  headers: Headers = {},
  excerpt = '',
  url = 'https://idp.example.com/keys',
): Failure => ({ kind: 'http', peer, url, status, headers, excerpt })

const said = (failure: Failure): string => {
  const { why, fix } = wordsOf(diagnose(failure, KNOWN))
  return [why, ...fix].join('\n')
}

describe('answers that are not the document', () => {
  test.each([
    [403, { 'content-type': 'text/html' }, '', 'bot protection'],
    [403, {}, '<!doctype html><title>Access denied', 'bot protection'],
    [403, { 'content-type': 'application/json' }, '{"error":"forbidden"}', 'without any sign-in'],
    [401, {}, '', 'without any sign-in'],
    [404, {}, '', 'Correct `jwks_uri`'],
    [429, {}, '', 'It throttles STS too'],
    [500, {}, '', 'Run the job again'],
    [408, {}, '', 'Run the job again'],
    [304, {}, '', 'STS needs HTTP 200'],
    [407, {}, '', 'If this runner goes through a proxy, correct `HTTPS_PROXY` of the runner'],
    [511, {}, '', 'Let this runner connect to `idp.example.com` without a login'],
    [204, {}, '', 'STS needs HTTP 200'],
    [418, {}, '', 'HTTP 418'],
  ])('HTTP %d %j', (status, headers, excerpt, words) => {
    expect(said(answer('jwks', status, headers as Headers, excerpt))).toContain(words)
  })

  test.each([
    [500, 'transient'],
    [503, 'transient'],
    [408, 'transient'],
    [425, 'transient'],
    [511, 'never'],
    [429, 'throttled'],
    [403, 'never'],
    [404, 'never'],
    [302, 'never'],
  ])('HTTP %d is tried again: %s', (status, retry) => {
    expect(retryFor(answer('discovery', status), KNOWN).retry).toBe(retry)
  })

  test.each([
    ['https://sso.example.com/login?next=/keys', true],
    ['https://idp.example.com/keys/', false],
  ])('a redirect to %s: login %s', (location, login) => {
    const text = said(answer('jwks', 302, { location }))
    expect(text).toContain(`"jwks_uri": "${location}"`)
    expect(text.includes('looks like a login page')).toBe(login)
    expect(text.includes('If the target serves the keys, name')).toBe(login)
  })

  test('a redirect without a target names none', () => {
    const text = said(answer('jwks', 302))
    expect(text).not.toContain('leads to')
    expect(text).not.toContain('"jwks_uri"')
    expect(text).toContain('Serve the keys (JWKS) at `https://idp.example.com/keys` itself')
  })

  test('a hostile URL, header or body runs nothing and hides nothing', () => {
    const url = 'https://idp.example.com/$(touch x);`id`\n::error::gone'
    const text = said(answer('jwks', 403, { server: '::set-output::`x`\u202e' }, '##[group]', url))
    expect(text).toContain("'https://idp.example.com/$(touch x);`id` : :error::gone'")
    expect(text).not.toMatch(/^::|\u202e|##\[/m)
  })
})
