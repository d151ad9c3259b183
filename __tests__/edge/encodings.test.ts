// Encodings undone: what a text says, and from where to where each part of that stood.
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodings, unescaped } from '../../src/edge/encodings.js'

const said = (text: string): string | undefined => unescaped(text)?.text

describe('escapes', () => {
  test.each([
    ['a%2Fb%2f', 'a/b/'],
    [String.raw`a\/b\u002F\x2f`, 'a/b//'],
    ['a&#x2F;b&#47;&sol;&SOL;', 'a/b///'],
    ['a<!-- -->b<span>c</span>', 'abc'],
  ])('%j says %j', (text, plain) => {
    expect(said(text)).toBe(plain)
  })

  test.each(['plain', '100 %', '&constructor;', '&__proto__;', '<b>', String.raw`\d`])(
    '%j has none',
    (text) => {
      expect(said(text)).toBeUndefined()
    },
  )

  test('are undone from outside, one layer at a time', () => {
    expect(said('%252F')).toBe('%2F')
  })

  test('each character is found where it stood', () => {
    const text = 'x%2Fy&amp;z'
    const found = unescaped(text)
    expect(found?.text).toBe('x/y&z')
    expect([0, 1, 2, 3, 4, 5].map((at) => found?.startOf(at))).toEqual([0, 1, 4, 5, 10, 11])
  })
})

describe('base64 and hex', () => {
  test('are read wherever in a run they begin, and found where they stood', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 40 }),
        fc.constantFrom('base64', 'base64url', 'hex'),
        fc.string({ unit: fc.constantFrom('A', 'b', '7'), maxLength: 5 }),
        (secret, encoding, before) => {
          const encoded = Buffer.from(secret).toString(encoding).replaceAll('=', '')
          const text = `${before}${encoded}`
          const places = decodings(text).flatMap(({ text: bytes, startOf, endOf }) => {
            const at = bytes.indexOf(secret)
            return at < 0 ? [] : [[startOf(at), endOf(at + secret.length)]]
          })
          // The last character of an encoding may stand for bits that nobody needs.
          const isThere = places.some(
            ([from = 0, to = 0]) => from <= before.length + 1 && to >= text.length - 1,
          )
          expect(isThere).toBe(true)
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })

  test('are not looked for in short runs', () => {
    expect(decodings('short words only').map(({ text }) => text)).toEqual(['', ''])
  })
})
