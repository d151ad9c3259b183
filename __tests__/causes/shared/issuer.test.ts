// Phrases about the issuer's documents: what keeps STS from caching, and how a key's member is shown.
import { expect, test } from '@jest/globals'
import { memberText } from '../../../src/causes/shared/issuer.js'
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
