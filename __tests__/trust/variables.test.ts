// Policy variables filled in: from the request, by a default, or as the sign that they stand for.
import { describe, expect, test } from '@jest/globals'
import { contextOf } from '../../src/trust/context.js'
import { fillVariables, literal, plain, replaceVariables } from '../../src/trust/variables.js'
import { HOST } from './fixtures.js'
import { knownFor } from './support.js'

const { token, inputs, now } = knownFor({ actor: 'octo*', amr: ['mfa'], email: 'a@b' })
if (!token || !inputs) throw new Error('the baseline has both')
const CONTEXT = contextOf({ token, inputs, now })
/** As text; filled-in signs are told from wildcards by their escapes. */
const filled = (text: string, variables = true): string => {
  const made = fillVariables(text, CONTEXT, variables)
  return typeof made === 'string' ? `is ${made}` : made.text
}
const actor = `${HOST}:actor`
const environment = `${HOST}:environment`
const V = (inner: string): string => `\${${inner}}`

describe('a variable', () => {
  test.each([
    [`a/${V(actor)}/*`, `a/${literal('octo*')}/*`],
    [V(` ${actor} `), literal('octo*')],
    [V(`${actor}, 'x'`), literal('octo*')],
    [V(environment), 'is missing'],
    [V(`${environment}, 'a*'`), literal('a*')],
    [V(`${environment},'x'`), 'x'],
    [V(`  ${environment}  ,  'x'  `), 'x'],
    [V(`${environment}, ''`), ''],
    [V(`x ${environment}, 'a'`), 'is missing'],
    [V(`${environment}, 'a' x`), 'is missing'],
    [V(`${HOST}:amr`), 'is unknown'],
    [V(`${HOST}:email`), 'is unknown'],
    [V('aws:SourceVpce'), 'is unknown'],
    [V(`aws:SourceVpce, 'x'`), 'is unknown'],
    [`${V(environment)}${V('aws:SourceVpce')}`, 'is unknown'],
    [V('$'), '$'],
    [V('*'), literal('*')],
    [V('?'), literal('?')],
    ['plain *', 'plain *'],
    ['${open', '${open'],
  ])('%s becomes %j', (text, made) => {
    expect(filled(text)).toBe(made)
  })

  test('of a claim with two values is not known', () => {
    const two = knownFor({ actor: ['a', 'b'] })
    if (!two.token) throw new Error('the baseline has one')
    const context = contextOf({ token: two.token, inputs, now })
    expect(fillVariables(V(actor), context, true)).toBe('unknown')
  })

  test('is text where the policy has none', () => {
    expect(filled(V(actor), false)).toBe(V(actor))
  })

  test('makes no text that is longer than any that is meant', () => {
    const ten = V(`${environment}, '${'x'.repeat(10)}'`)
    expect(filled(ten.repeat(1_000))).toBe('x'.repeat(10_000))
    expect(filled(`${ten.repeat(1_000)}x`)).toBe('is unknown')
  })
})

test('signs that are filled in are themselves, and come back', () => {
  expect(literal('a*?')).not.toMatch(/[*?]/)
  expect(plain(literal('a*?b*?'))).toBe('a*?b*?')
})

test('what stands behind the last brace is kept', () => {
  expect(replaceVariables(`${V('a')}b${V('c')}d`, (inner) => `<${inner}>`)).toBe('<a>b<c>d')
  expect(replaceVariables('none', () => 'x')).toBe('none')
})
