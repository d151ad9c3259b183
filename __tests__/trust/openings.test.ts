// Which of the openings of a policy are told: each once, the broadest, and none that something broader says already.
import { describe, expect, test } from '@jest/globals'
import type { OpeningOf, TrustOpening } from '../../src/model.js'
import { broadest } from '../../src/trust/openings.js'
import { aud, sub } from './fixtures.js'
import { examined, found, policyOf, statement } from './support.js'

type Who = TrustOpening['who']

interface Over {
  of?: OpeningOf
  index?: number
  patterns?: readonly string[]
  example?: string
}

const opening = (who: Who, { of, index = 0, patterns = [], example = who }: Over = {}) => ({
  statement: { index },
  who,
  ...(of ? { of } : {}),
  patterns,
  example,
})
const toldOf = (...all: readonly TrustOpening[]): unknown[] =>
  broadest(all).map(({ who, of }) => (of ? [who, of] : who))

const acme: OpeningOf = { owner: 'acme' }
const repository = (name: string): { of: OpeningOf } => ({ of: { repository: name } })

describe('is said already', () => {
  test.each<[string, TrustOpening, TrustOpening]>([
    [
      'repositories with a similar name, by all of their owner',
      opening('organisation', { of: acme }),
      opening('similar-repositories', repository('acme/api*')),
    ],
    [
      'the same in other letters of the owner',
      opening('organisation', { of: acme }),
      opening('similar-repositories', repository('Acme/Api*')),
    ],
    [
      'branches with a similar name, by all branches of the repository',
      opening('any-branch', repository('acme/api')),
      opening('similar-branches', repository('acme/api')),
    ],
    [
      'branches of one repository, by those of many',
      opening('any-branch', repository('acme/*')),
      opening('any-branch', repository('acme/api')),
    ],
    [
      'branches with a similar name, by all branches of many repositories',
      opening('any-branch', repository('acme/a*')),
      opening('similar-branches', repository('acme/api')),
    ],
    [
      'an organisation, by every repository, even of another statement',
      opening('any-repository', { index: 1 }),
      opening('organisation', { of: acme }),
    ],
    [
      'runs of one actor, by everybody',
      opening('any-subject'),
      opening('any-repository-of-actor', { of: { actor: 'mona' } }),
    ],
    [
      'pull requests, by all runs of the actor that their statement asks for',
      opening('any-repository-of-actor', { of: { actor: 'mona' } }),
      opening('pull-requests', repository('acme/api')),
    ],
    [
      'repositories with a similar name, by all runs of the enterprise',
      opening('any-repository-of-enterprise'),
      opening('similar-repositories', repository('acme/api*')),
    ],
  ])('%s', (_what, wide, narrow) => {
    expect(broadest([narrow, wide])).toEqual([wide])
    expect(broadest([wide, narrow])).toEqual([wide])
  })

  test('what was told of the very same, whatever the example', () => {
    const one = opening('any-branch', { ...repository('acme/api'), example: 'a' })
    expect(broadest([one, { ...one, example: 'b', statement: { index: 1 } }])).toEqual([one])
  })

  test.each([
    ['acme/*', 'Acme/*'],
    ['acme/api*', 'acme/api**'],
  ])('of the two names %s and %s for the same, the first is told', (first, second) => {
    const [one, other] = [first, second].map((name) => opening('any-branch', repository(name)))
    if (!one || !other) throw new Error('two')
    expect(broadest([one, other])).toEqual([one])
    expect(broadest([other, one])).toEqual([other])
  })
})

describe('is told beside it', () => {
  test.each<[string, TrustOpening, TrustOpening]>([
    [
      'an owner beside another',
      opening('organisation', { of: acme }),
      opening('similar-repositories', repository('other/api*')),
    ],
    [
      'a repository beside another',
      opening('any-branch', repository('acme/api')),
      opening('similar-branches', repository('acme/web')),
    ],
    [
      'all branches beside pull requests',
      opening('any-branch', repository('acme/*')),
      opening('pull-requests', repository('acme/*')),
    ],
    [
      'what another statement opens to one actor',
      opening('any-repository-of-actor', { of: { actor: 'mona' }, index: 1 }),
      opening('pull-requests', repository('acme/api')),
    ],
    ['any audience beside any subject', opening('any-subject'), opening('any-audience')],
    [
      'each key that may be missing',
      opening('for-all-values', { example: 'a' }),
      opening('for-all-values', { example: 'b' }),
    ],
    [
      'a repository by its id beside those with a name',
      opening('any-branch', repository('*')),
      opening('any-branch', { of: { repositoryId: '99' } }),
    ],
    [
      'a group of another issuer beside another',
      opening('organisation', { of: { group: 'a*', kind: 'project' } }),
      opening('organisation', { of: { group: 'ab', kind: 'project' } }),
    ],
  ])('%s', (_what, one, other) => {
    expect(new Set(broadest([one, other]))).toEqual(new Set([one, other]))
  })

  test('what opens most stands first, and no more than twelve', () => {
    const many = Array.from({ length: 12 }, (_none, n) =>
      opening('any-branch', repository(`acme/r${n}`)),
    )
    const told = toldOf(
      opening('any-audience'),
      ...many,
      opening('organisation', { of: { owner: 'x' } }),
    )
    expect(told).toHaveLength(12)
    expect(told[0]).toEqual(['organisation', { owner: 'x' }])
    expect(told).not.toContain('any-audience')
    expect(told.at(-1)).toEqual(['any-branch', { repository: 'acme/r10' }])
  })
})

describe('the patterns to close', () => {
  test('of what is not told stand with the first that has any', () => {
    const told = broadest([
      opening('any-audience'),
      opening('organisation', { of: acme, patterns: ['repo:acme/*'] }),
      opening('similar-repositories', { ...repository('acme/api*'), patterns: ['repo:acme/api*'] }),
      opening('pull-requests', { ...repository('x/y'), patterns: ['repo:x/y:*'] }),
    ])
    expect(told.map(({ patterns }) => patterns)).toEqual([
      ['repo:acme/*', 'repo:acme/api*'],
      ['repo:x/y:*'],
      [],
    ])
  })

  test('are told once', () => {
    const patterns = ['repo:acme/*']
    const all = [
      opening('organisation', { of: acme, patterns }),
      opening('any-branch', { ...repository('acme/*'), patterns }),
    ]
    expect(broadest(all)).toEqual(all)
  })
})

describe('of a policy', () => {
  const told = (patterns: readonly string[]): readonly TrustOpening[] => {
    const condition = {
      StringEquals: { [aud]: 'sts.amazonaws.com' },
      StringLike: { [sub]: patterns },
    }
    return found(examined(policyOf(statement(condition))), 'trust-open').openings
  }

  test('that lists an owner in two spellings, the opening is told all the same', () => {
    expect(told(['repo:Acme/*', 'repo:acme/*'])).toMatchObject([
      { who: 'organisation', of: { owner: 'Acme' }, patterns: ['repo:Acme/*', 'repo:acme/*'] },
      { who: 'any-branch', of: { repository: 'Acme/*' } },
      { who: 'pull-requests', of: { repository: 'Acme/*' } },
    ])
  })

  test('that opens all branches and lists similar ones, those need not be told', () => {
    const patterns = ['repo:acme/api:ref:refs/heads/*', 'repo:acme/api:ref:refs/heads/main*']
    expect(told(patterns)).toMatchObject([{ who: 'any-branch', patterns }])
  })
})
