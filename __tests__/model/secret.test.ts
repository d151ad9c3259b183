import { inspect } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import { HIDDEN, Secret, tokenMasks } from '../../src/model/secret.js'

const VALUE = 'the-value-itself'

describe('Secret', () => {
  const secret = new Secret(VALUE)

  test('is read only by saying so', () => {
    expect(secret.reveal()).toBe(VALUE)
  })

  test.each([
    ['a template', `${secret}`],
    ['JSON', JSON.stringify({ deep: { secret } })],
    ['inspection', inspect({ secret }, { showHidden: true, depth: 9 })],
    ['its members', Object.entries(secret).join() + Object.getOwnPropertyNames(secret).join()],
    ['a copy', JSON.stringify({ ...secret })],
  ])('does not show in %s', (_where, text) => {
    expect(text).not.toContain(VALUE)
  })

  test('stands as stars in text and JSON', () => {
    expect(String(secret)).toBe(HIDDEN)
    expect(JSON.stringify([secret])).toBe(`["${HIDDEN}"]`)
  })
})

test.each([
  [
    'a token and each of its parts',
    'aaaaaaaaa.bbbbbbbbb.ccccccccc',
    ['aaaaaaaaa.bbbbbbbbb.ccccccccc', 'aaaaaaaaa', 'bbbbbbbbb', 'ccccccccc'],
  ],
  ['no part so short that it is a word', 'aaaaaaaaa.bb.cc', ['aaaaaaaaa.bb.cc', 'aaaaaaaaa']],
  ['a token of one part once', 'aaaaaaaaa', ['aaaaaaaaa']],
  ['equal parts once', 'aaaaaaaa.aaaaaaaa', ['aaaaaaaa.aaaaaaaa', 'aaaaaaaa']],
  ['nothing for nothing', '', []],
])('masks %s', (_what, token, masks) => {
  expect(tokenMasks(token)).toEqual(masks)
})
