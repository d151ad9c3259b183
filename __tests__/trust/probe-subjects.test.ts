// Which subjects a policy is asked about: as GitHub’s or as another issuer’s, and with which of them another audience comes.
import { describe, expect, test } from '@jest/globals'
import { type Probed, sampleOf } from '../../src/trust/probe.js'
import { probeSubjects } from '../../src/trust/probe-subjects.js'
import { HOST, MAIN } from './fixtures.js'
import { like, openBy } from './opened.js'
import { knownFor } from './support.js'

const probed = (over: Partial<Probed> = {}): Probed => ({
  wanted: [],
  claimed: {},
  subject: MAIN,
  own: {},
  github: true,
  issuer: HOST,
  ...over,
})
const ofAudience = (wanted: readonly string[]): string[] =>
  probeSubjects(probed({ wanted }))
    .filter(({ who }) => who === 'any-audience')
    .map(({ subject, audience }) => `${subject} for ${audience}`)

describe('another audience', () => {
  test('comes with the subjects that the policy names, those without a wildcard first, and with this one', () => {
    expect(ofAudience(['repo:a/*', 'x', 'repo:b/?', 'y'])).toEqual(
      ['x', 'y', 'repo:a/any-other', 'repo:b/x', MAIN].map(
        (one) => `${one} for any-other-audience`,
      ),
    )
  })

  test('comes with eight of them', () => {
    const many = Array.from({ length: 20 }, (_none, n) => `repo:a/r${n}:*`)
    expect(ofAudience([...many, 'x'])).toHaveLength(9)
    expect(ofAudience([...many, 'x'])[0]).toBe('x for any-other-audience')
  })
})

describe('a template that has left the repository out of `sub`', () => {
  const whoOf = (over: Partial<Probed>): Set<string> =>
    new Set(probeSubjects(probed({ subject: 'environment:live', ...over })).map(({ who }) => who))

  test('is GitHub’s all the same, by the claim', () => {
    expect(whoOf({ own: { repository: 'octo-org/octo-repo' } })).toContain('any-repository')
    expect(whoOf({ own: {} })).toEqual(new Set(['any-subject', 'any-audience']))
    expect(whoOf({ own: { repository: 'octo-org/octo-repo' }, github: false })).toEqual(
      new Set(['any-subject', 'any-audience']),
    )
  })

  test('is open to every repository that has such an environment', () => {
    const known = knownFor({ sub: 'environment:live', environment: 'live' })
    expect(openBy(like('*'), known)).toEqual([['any-repository']])
  })
})

test('the repository of a subject is the one that `sub` has, whatever the claim', () => {
  const owners = probeSubjects(
    probed({ subject: 'repo:acme/api:pull_request', own: { repository: 'octo-org/octo-repo' } }),
  ).filter(({ who }) => who === 'organisation')
  expect(owners.map(({ of }) => of)).toContainEqual({ owner: 'acme' })
  expect(owners.map(({ of }) => of)).not.toContainEqual({ owner: 'octo-org' })
})

test.each([
  ['main*', 'main-any-other'],
  ['*main', 'any-other-main'],
  ['release/*', 'release/any-other'],
  ['*/x', 'any-other/x'],
  ['v?.*', 'vx.any-other'],
  ['a*:b', 'a-any-other:b'],
  ['*', 'any-other'],
  ['x', 'x'],
])('%s covers %s', (pattern, sample) => {
  expect(sampleOf(pattern)).toBe(sample)
})
