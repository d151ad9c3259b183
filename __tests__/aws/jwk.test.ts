// Keys with values that mean something to an object of JavaScript.
import { expect, test } from '@jest/globals'
import { publicPart, unusable } from '../../src/aws/jwk.js'

test.each(['constructor', 'toString', '__proto__'])(
  'kty %s is a kind like any unknown one',
  (kty) => {
    expect(unusable({ kty, kid: 'a' })).toEqual({ member: 'kty', published: `"${kty}"` })
    expect(publicPart({ kty, kid: 'a' })).toEqual({ kty })
  },
)

test('an algorithm or a curve with such a name has no curve', () => {
  const key = { kty: 'EC', crv: 'constructor', x: 'x', y: 'y' }
  expect(unusable(key)).toEqual({ member: 'crv', published: '"constructor"' })
  const other = unusable({ ...key, crv: 'P-256' }, 'constructor')
  expect(other).toEqual({ member: 'crv', published: '"P-256"' })
})
