// Several roles: the table of the summary, the line of the log, and the object for who reads it.
import { describe, expect, test } from '@jest/globals'
import { reportWith } from '../../evidence/baseline.js'
import type { RoleVerdict } from '../../src/model.js'
import { greenRoles, redRoles, roleLine, sessionsByName } from '../../src/report/roles.js'
import { summary } from '../../src/report/summary.js'
import { granted } from '../fake-world.js'
import { EVIL, finding } from '../finding.js'

const { facts } = granted().session

function role(name: string, change: Partial<RoleVerdict> = {}): RoleVerdict {
  return {
    name,
    role: { text: '', partition: 'aws', account: '111122223333', name: 'deploy' },
    region: 'eu-west-1',
    ready: true,
    causes: [],
    session: facts,
    ...change,
  }
}

/** STS has refused it. */
function refused(name: string): RoleVerdict {
  const { session: _session, ...rest } = role(name)
  return { ...rest, ready: false, causes: ['role-not-assumable', 'issuer-slow'] }
}

const tableOf = (roles: readonly RoleVerdict[], failed = roles.some(({ ready }) => !ready)) => {
  const report = { roles, ready: !failed, failed, findings: [finding({ roles: ['dev'] })] }
  return [...redRoles(report), ...greenRoles(report)]
}

test('an object by name: whether it is ready, why not, and its session', () => {
  expect(sessionsByName({ roles: [role('prod'), refused('dev')] })).toEqual({
    prod: {
      ready: true,
      causes: [],
      'aws-account-id': facts.account,
      'authenticated-arn': facts.arn,
      'aws-expiration': facts.expiration,
    },
    dev: {
      ready: false,
      causes: ['role-not-assumable', 'issuer-slow'],
      'aws-account-id': '',
      'authenticated-arn': '',
      'aws-expiration': '',
    },
  })
})

test('a line for each', () => {
  expect([
    roleLine(role('prod')),
    roleLine(refused('dev')),
    roleLine(role('odd', { ready: false, causes: ['account-not-allowed'] })),
  ]).toEqual([
    `Role \`prod\`: signed in as \`${facts.arn}\` in eu-west-1 until ${facts.expiration}`,
    'Role `dev`: not signed in (role-not-assumable)',
    `Role \`odd\`: signed in as \`${facts.arn}\` in eu-west-1 until ${facts.expiration}, but not ready (account-not-allowed)`,
  ])
})

describe('the table', () => {
  test('has those open that failed, and the others closed', () => {
    const [red, green] = tableOf([role('prod'), refused('dev')])
    expect(red).toBe(
      [
        '| | role | account | verdict | region | until |',
        '|---|---|---|---|---|---|',
        '| ❌ | <code>dev</code> | 111122223333 | role-not-assumable | eu-west-1 |  |',
      ].join('\n'),
    )
    expect(green).toContain(
      '<summary>✅ one role signed in, but no profile was written: all or none</summary>',
    )
    expect(green).toContain('| ✅ | <code>prod</code> | 111122223333 | signed in | eu-west-1 |')
  })

  test('is closed where all is well', () => {
    const [only, ...more] = tableOf([role('a'), role('b')])
    expect(only).toContain('<summary>✅ 2 roles signed in</summary>')
    expect(more).toEqual([])
  })

  test('says that nothing was written where something else fails the step', () => {
    const [only] = tableOf([role('a'), role('b')], true)
    expect(only).toContain('✅ 2 roles signed in, but no profile was written: all or none')
  })

  test('has ten red ones at most that are open, so that what to do stands beside them', () => {
    const roles = Array.from({ length: 40 }, (_one, n) => refused(`r${n}`))
    const [open, closed] = tableOf(roles)
    expect(open?.match(/❌/g)).toHaveLength(10)
    expect(closed).toContain('<summary>❌ 30 more roles</summary>')
  })

  test('is closed where one thing failed them all: what to do stands first', () => {
    const report = { roles: [refused('a'), refused('b')], findings: [finding()] }
    expect(redRoles(report)).toEqual([expect.stringContaining('❌ 2 roles not signed in')])
  })

  test('shows hostile names as text', () => {
    const [table] = tableOf([refused(EVIL)])
    expect(table?.split('\n')).toHaveLength(3)
    expect(table).not.toContain('<img')
    expect(table).not.toContain('::error::')
  })
})

test('the page names the red ones, and what is wrong with each', () => {
  const page = summary(
    reportWith({
      ready: false,
      failed: true,
      roles: [role('prod'), refused('dev'), refused('test')],
      findings: [
        finding({ roles: ['dev'], headline: '`dev`: AWS refused' }),
        finding({ roles: ['test'], headline: '`test`: too long', id: 'role-session-too-long' }),
      ],
    }),
  )
  expect(page.split('\n')[0]).toBe(
    '### ❌ Not signed in to 2 of 3 roles: <code>dev</code> and <code>test</code>',
  )
  expect(page).toContain('**<code>dev</code>: AWS refused** · [role-not-assumable]')
  expect(page).toContain('**<code>test</code>: too long** · [role-session-too-long]')
  expect(page).not.toContain('Then the next sign-in stops here')
})

test('a page on which all is well says how many, in how many accounts', () => {
  const other = role('b', { session: { ...facts, account: '444455556666' } })
  const page = summary(reportWith({ roles: [role('a'), other, role('c')] }))
  expect(page.split('\n')[0]).toMatch(
    /^### ✅ Signed in to AWS: 3 roles in 2 accounts, for \d+ min$/,
  )
})
