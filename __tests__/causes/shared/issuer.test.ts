// Phrases about the issuer's documents: what keeps STS from caching, and how a key's member is shown.
import { expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { diagnose } from '../../../src/causes/index.js'
import { askOwner, memberText } from '../../../src/causes/shared/issuer.js'
import type { CacheBar, UnusableKey } from '../../../src/model.js'
import { cacheBarText } from '../../../src/words.js'

test.each<[CacheBar, string]>([
  [{ header: 'cache-control', directive: 'max-age = 0' }, 'max-age = 0'],
  [{ header: 'pragma' }, 'Pragma: no-cache'],
  [{ header: 'expires' }, 'Expires in the past'],
])('%j', (bar, text) => {
  expect(cacheBarText(bar)).toBe(text)
})

test.each<[UnusableKey, string]>([
  [{ member: 'use', published: '"enc"' }, 'use: "enc"'],
  [{ member: 'n' }, 'n: missing'],
  [{ member: 'x5c' }, 'x5c: of another key'],
])('%j', (key, text) => {
  expect(memberText(key)).toBe(text)
})

test.each([
  ['https://gitlab.example.com/x', 'If you do not run `gitlab.example.com`'],
  ['https://token.actions.githubusercontent.com', undefined],
  ['https://token.actions.octo.ghe.com', undefined],
])('who runs %s is to be asked: %s', (issuer, when) => {
  const known = knownWith({ token: { issuer } })
  expect(askOwner(known)[0]?.when).toBe(when)
  const url = `${issuer}/keys`
  const failure = { kind: 'key', problem: 'not-found', kid: 'k', kids: ['a'], url } as const
  const { steps } = diagnose(failure, known)
  expect(steps.at(-1)?.kind).toBe(when === undefined ? undefined : 'aside')
})

test('who cannot be asked is not: a slip in the own input, a proxy of the runner', () => {
  const known = knownWith({ token: { issuer: 'https://gitlab.example.com' } })
  const slash = {
    kind: 'issuer-url',
    url: 'https://gitlab.example.com/',
    problem: 'trailing-slash',
  }
  const { steps } = diagnose(slash as never, known)
  expect(steps.every(({ kind }) => kind === undefined)).toBe(true)
})
