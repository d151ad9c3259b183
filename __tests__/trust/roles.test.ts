// Of the roles in a file the one that the ARN means: by its ARN, its name, what its name may come to, or the name that CloudFormation makes.
import { describe, expect, test } from '@jest/globals'
import type { RoleArn } from '../../src/model.js'
import { type Hole, OpenText } from '../../src/trust/open-text.js'
import { chooseRole, type FoundRole, namesOf } from '../../src/trust/roles.js'
import { Unresolved } from '../../src/trust/tree.js'

function arnOf(name: string): RoleArn {
  const text = `arn:aws:iam::111122223333:role/${name}`
  return { text, partition: 'aws', account: '111122223333', name }
}
const DEPLOY = arnOf('deploy')

/** Each is known by its document. */
const role = (document: string, over: Partial<FoundRole> = {}): FoundRole => ({
  address: { in: 'iam', role: document },
  document,
  ...over,
})
const openName = (...form: readonly (string | Hole)[]) =>
  namesOf(new OpenText(undefined, [form], 'shown'))
const stage: Hole = { of: 'Stage' }

/** The one that is chosen, or those among which nothing chooses. */
function chosen(roles: readonly FoundRole[], wanted: RoleArn | undefined = DEPLOY): unknown {
  const choice = chooseRole(roles, wanted)
  return 'role' in choice ? choice.role.document : choice.candidates.map(({ document }) => document)
}

describe('a name', () => {
  test('is certain, open, or none', () => {
    const open = new OpenText(undefined, [[stage]], '$' + '{Stage}')
    const { forms } = open
    expect(namesOf('deploy')).toEqual({ name: 'deploy' })
    expect(namesOf('')).toEqual({})
    expect(namesOf(undefined)).toEqual({})
    expect(namesOf(new Unresolved({ Ref: 'x' }), 'deploy')).toEqual({})
    expect(namesOf(open)).toEqual({
      openName: { usual: undefined, forms, display: '$' + '{Stage}' },
    })
    expect(namesOf(open, 'deploy')).toEqual({
      openName: { usual: 'deploy', forms, display: 'deploy' },
    })
  })
})

describe('is chosen', () => {
  test.each<[string, FoundRole, FoundRole]>([
    [
      'by its ARN before its name',
      role('chosen', { arn: DEPLOY.text, name: 'other' }),
      role('b', { name: 'deploy' }),
    ],
    ['by its name', role('chosen', { name: 'deploy' }), role('b', { name: 'other' })],
    [
      'by its name, if that of another may come to it',
      role('chosen', { name: 'deploy' }),
      role('b', openName('dep', stage)),
    ],
    [
      'by its name, if the other has the ARN of another account',
      role('chosen', { name: 'deploy', arn: DEPLOY.text }),
      role('b', { name: 'deploy', arn: DEPLOY.text.replace('1111', '9999') }),
    ],
    [
      'by what its name usually comes to',
      role('chosen', namesOf(new OpenText(undefined, [[stage]], 'shown'), 'deploy')),
      role('b', openName(stage)),
    ],
    [
      'by what its name may come to',
      role('chosen', openName('de', stage)),
      role('b', openName('x', stage)),
    ],
    [
      'by its name, if the other can be no role that is signed in to',
      role('chosen', openName(stage)),
      role('b', { unlikely: true, logicalId: 'X' }),
    ],
  ])('%s', (_how, one, other) => {
    expect(chosen([one, other])).toBe('chosen')
    expect(chosen([other, one])).toBe('chosen')
  })

  test.each<[string, string, string]>([
    ['a whole logical id', 'shop-Deploy-1ABCDEFGHIJK2', 'Deploy'],
    ['a short one', 'shop-A-1ABCDEFGHIJK2', 'A'],
    ['one that is cut to eight letters', 'shop-DeployFr-1ABCDEFGHIJK', 'DeployFrontend'],
    ['one that is cut', 'shop-production-DeployFro-1ABCDEFGHIJK', 'DeployFrontend'],
    [
      'one that is cut, and the suffix of today',
      'shop-DeployFrontEndRol-aBcDeFgHiJk1',
      'DeployFrontEndRole',
    ],
  ])('by the name that CloudFormation makes of %s', (_what, name, logicalId) => {
    const wanted = arnOf(name)
    expect(chosen([role('b', { logicalId: 'Other' }), role('chosen', { logicalId })], wanted)).toBe(
      'chosen',
    )
    // What has a name, or is no resource of a template, has none that is made.
    const others = [
      role('b', { logicalId, name: 'x' }),
      role('c', { logicalId, ...openName('x', stage) }),
      role('d'),
      role('e'),
    ]
    expect(chosen(others, wanted)).toEqual(['b', 'c', 'd', 'e'])
    expect(chosen([...others, role('chosen', { logicalId })], wanted)).toBe('chosen')
  })

  test.each([
    ['of too few letters', 'shop-DeployF-1ABCDEFGHIJK', 'DeployFrontend'],
    ['of other letters', 'shop-DeployBack-1ABCDEFGHIJK', 'DeployFrontend'],
    ['with a longer suffix', 'shop-DeployFro-1ABCDEFGHIJKLMN', 'DeployFrontend'],
    ['without a suffix of that length', 'shop-DeployFro-1ABC', 'DeployFrontend'],
  ])('but not by a cut name %s', (_what, name, logicalId) => {
    const roles = [role('a', { logicalId: 'Other' }), role('b', { logicalId })]
    expect(chosen(roles, arnOf(name))).toEqual(['a', 'b'])
  })

  test('with its path left aside, unless the ARN has another', () => {
    const wanted = arnOf('ci/deploy')
    expect(chosen([role('chosen', { name: 'deploy' }), role('b', { name: 'x' })], wanted)).toBe(
      'chosen',
    )
    expect(chosen([role('a', { name: 'deploy', arn: DEPLOY.text })], wanted)).toEqual(['a'])
  })
})

describe('alone', () => {
  test.each<[string, Partial<FoundRole>]>([
    ['without a name', {}],
    ['with the name', { name: 'deploy' }],
    ['with a name that may come to it', openName('d', stage)],
    ['with the ARN', { arn: DEPLOY.text }],
  ])('a role %s is taken for it', (_what, over) => {
    expect(chosen([role('a', over)])).toBe('a')
    expect(chosen([role('a', over), role('b', { unlikely: true, logicalId: 'X' })])).toBe('a')
  })

  test.each<[string, Partial<FoundRole>]>([
    ['with another name', { name: 'other' }],
    ['with a name that cannot come to it', openName('x', stage)],
    ['with another ARN', { arn: `${DEPLOY.text}2` }],
    ['that is hardly signed in to', { unlikely: true }],
  ])('a role %s is not', (_what, over) => {
    expect(chosen([role('a', over)])).toEqual(['a'])
  })

  test('is told to have no name only as a resource without any', () => {
    const unnamed = (over: Partial<FoundRole>): unknown => {
      const choice = chooseRole([role('a', over)], DEPLOY)
      return 'unnamed' in choice ? choice.unnamed : undefined
    }
    expect(unnamed({ logicalId: 'Role' })).toBe(true)
    expect(unnamed({})).toBeUndefined()
    expect(unnamed({ logicalId: 'Role', name: 'deploy' })).toBeUndefined()
    expect(unnamed({ logicalId: 'Role', ...openName('d', stage) })).toBeUndefined()
    expect(unnamed({ logicalId: 'deploy', name: 'other' })).toBeUndefined()
  })
})

test('a name that is one of several is that which fits', () => {
  const either = new OpenText(undefined, [['other'], ['dep', stage]], 'shown')
  const roles = [role('a', namesOf(either)), role('b', openName('x', stage))]
  expect(chosen(roles)).toBe('a')
})

describe('nothing chooses', () => {
  test('among several that fit, or none; and those that hardly fit are left out, if any other is there', () => {
    const [a, b] = [role('a', { name: 'x' }), role('b', { name: 'y' })]
    const unlikely = role('c', { unlikely: true })
    expect(chosen([])).toEqual([])
    expect(chosen([a, b, unlikely])).toEqual(['a', 'b'])
    expect(chosen([unlikely])).toEqual(['c'])
    expect(chosen([role('a', { name: 'deploy' }), role('b', { name: 'deploy' })])).toEqual([
      'a',
      'b',
    ])
  })

  test('without an ARN, but a role that is alone', () => {
    const none = (roles: readonly FoundRole[]): unknown => {
      const choice = chooseRole(roles, undefined)
      return 'role' in choice ? choice.role.document : choice.candidates.length
    }
    expect(none([role('a', { name: 'x' })])).toBe('a')
    expect(none([role('a'), role('b', { unlikely: true })])).toBe(2)
    expect(none([])).toBe(0)
  })
})
