// Proves: followed to the letter, the fix grants the ID token to this job alone, and takes no right away.
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { knownWith } from '../../../evidence/baseline.js'
import { diagnose } from '../../../src/causes/index.js'
import type { Finding } from '../../../src/model.js'
import { ACTION, examine, FILE } from '../../workflow/examined.js'
import { expectWellSaid } from '../well-said.js'

const CALLED = '.github/workflows/called.yml'
const STEPS = `    steps:\n      - uses: ${ACTION}@v1\n`
const job = (permissions = '', key = 'deploy'): string => `  ${key}:\n${permissions}${STEPS}`
const file = (jobs: string, permissions = ''): string => `on: push\n${permissions}jobs:\n${jobs}`
const missing = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN'] as const

function found(files: string | Record<string, string>, run: object = {}): Finding {
  const known = { ...knownWith({ token: null, run }), workflow: examine(files) }
  const finding = diagnose({ kind: 'no-token-permission', missing }, known)
  expectWellSaid(finding)
  return finding
}

const says = ({ steps }: Finding): string[] => steps.map(({ when, say }) => [when, say].join(': '))
const rightsIn = (code: string | undefined) => parse(code ?? '')?.permissions

describe("the job's own block", () => {
  test('of lines gets one more', () => {
    const { steps } = found(file(job('    permissions:\n      contents: write\n')))
    expect(steps).toEqual([
      {
        say: 'Add this line to the `permissions:` of the job `deploy`',
        code: 'id-token: write',
        language: 'yaml',
      },
    ])
  })

  test.each(['read', 'none'])(
    'a line `id-token: %s` is changed, since two are an error',
    (level) => {
      const { steps } = found(file(job(`    permissions:\n      id-token: ${level}\n`)))
      expect(steps[0]?.say).toContain(`Change \`id-token: ${level}\``)
      expect(steps[0]?.code).toBe('id-token: write')
    },
  )

  test.each([
    ['in one line', '{ contents: write, packages: read }', { contents: 'write', packages: 'read' }],
    ['empty', '{}', {}],
    ['nothing', '', {}],
    ['in one line, with the token', '{ id-token: read, issues: write }', { issues: 'write' }],
  ])('%s is written out, with what it has', (_what, written, rights) => {
    const { steps } = found(file(job(`    permissions: ${written}\n`)))
    expect(steps).toHaveLength(1)
    expect(rightsIn(steps[0]?.code)).toEqual({ ...rights, 'id-token': 'write' })
  })

  test('an alias is written out: the anchor is of another job', () => {
    const other = job('    permissions: &p\n      contents: write\n', 'test')
    const { steps } = found(file(`${other}${job('    permissions: *p\n')}`))
    expect(steps).toHaveLength(1)
    expect(rightsIn(steps[0]?.code)).toEqual({ contents: 'write', 'id-token': 'write' })
  })

  test.each([
    ['https://github.com', true],
    ['https://ghe.example.com', false],
  ])('`read-all` is written out: %s', (serverUrl, isCloud) => {
    const { steps } = found(file(job('    permissions: read-all\n')), { serverUrl })
    const rights = rightsIn(steps[0]?.code)
    expect(rights).toMatchObject({ contents: 'read', issues: 'read', 'id-token': 'write' })
    for (const newest of ['attestations', 'code-quality', 'models', 'vulnerability-alerts'])
      expect(newest in rights).toBe(isCloud)
    expect(rightsIn(steps[0]?.short)).toEqual(rights)
  })
})

describe("the workflow's block", () => {
  test("the job gets a block of its own, with the workflow's rights; the line for all comes second", () => {
    const block = 'permissions:\n  contents: write\n  packages: write\n'
    const finding = found(file(job(), block))
    const [first, second] = finding.steps
    expect(rightsIn(first?.code)).toEqual({
      contents: 'write',
      packages: 'write',
      'id-token': 'write',
    })
    expect(first?.then).toContain('Only this job')
    expect(second?.when).toContain('every job of this workflow')
    expect(second?.code).toBe('id-token: write')
  })

  test.each([
    ['read-all', 'contents', 'read'],
    ['{ contents: write }', 'contents', 'write'],
  ])('%s: a line cannot be added to it', (written, right, access) => {
    const { steps } = found(file(job(), `permissions: ${written}\n`))
    expect(rightsIn(steps[0]?.code)).toMatchObject({ [right]: access, 'id-token': 'write' })
    expect(steps[1]?.say).toContain('Replace')
  })

  test('{}: no right is given beside it', () => {
    expect(rightsIn(found(file(job(), 'permissions: {}\n')).steps[0]?.code)).toEqual({
      'id-token': 'write',
    })
  })
})

test('no block at all: says what one takes away, and where the rights are listed', () => {
  const { steps } = found(file(job()))
  expect(rightsIn(steps[0]?.code)).toEqual({
    contents: 'read',
    packages: 'read',
    'id-token': 'write',
  })
  expect(steps[0]?.then).toMatch(/takes away every right.*GITHUB_TOKEN Permissions/)
})

test('granted in the file at hand: another version of it ran', () => {
  const { steps } = found(file(job('    permissions: { id-token: write }\n')))
  expect(steps[0]?.say).toContain('branch or tag of this run')
  expect(steps.some(({ code }) => code !== undefined)).toBe(false)
})

test('not sure: both are said, with the condition', () => {
  const merged = file(job('    permissions:\n      <<: 1\n'))
  expect(says(found(merged))[0]).toMatch(/^If the job has a `permissions:` block/)
  expect(says(found(file(job('    permissions: some-word\n'))))[0]).toMatch(/^If the job has/)
  expect(says(found(file(job('    permissions: { contents: maybe }\n'))))[0]).toMatch(/^If the job/)
})

describe('a called workflow', () => {
  const call = (uses: string, permissions = ''): string =>
    `  ship:\n${permissions}    uses: ${uses}\n`
  const REMOTE = 'octo-org/shared/.github/workflows/called.yml@v1'
  const GRANT = '    permissions:\n      id-token: write\n'
  const LACK = '    permissions:\n      contents: read\n'

  test('the caller has to grant it, where nothing else is said', () => {
    const files = { [FILE]: file(call(`./${CALLED}`, LACK)), [CALLED]: file(job()) }
    expect(says(found(files))).toEqual([
      `: Add this line to the \`permissions:\` of the calling job \`ship\` (line 3 of \`${FILE}\`)`,
    ])
    expect(examine(files).lacking?.[0]?.place).toEqual({ file: FILE, line: 4 })
  })

  test('both, since a called job may not ask for more than its caller has', () => {
    const files = { [FILE]: file(call(`./${CALLED}`, LACK)), [CALLED]: file(job(LACK)) }
    expect(says(found(files)).map((say) => /`(ship|deploy)`/.exec(say)?.[1])).toEqual([
      'ship',
      'deploy',
    ])
  })

  test('only its own, where the caller grants it', () => {
    const files = { [FILE]: file(call(`./${CALLED}`, GRANT)), [CALLED]: file(job(LACK)) }
    expect(says(found(files))).toEqual([
      ': Add this line to the `permissions:` of the job `deploy`',
    ])
  })

  test('the caller without a block', () => {
    const files = { [FILE]: file(call(`./${CALLED}`)), [CALLED]: file(job()) }
    expect(found(files).steps[0]?.say).toContain('the calling job `ship` (line 3')
    expect(examine(files).lacking?.[0]?.place).toEqual({ file: FILE, line: 3 })
  })

  test('of another repository: its caller, and then itself', () => {
    const { steps, otherwise } = found(file(call(REMOTE, LACK)))
    expect(steps[0]?.say).toContain('calling job `ship`')
    expect(otherwise[0]?.when).toContain('the called workflow')
  })

  test('of another repository, and the caller grants it', () => {
    expect(says(found(file(call(REMOTE, GRANT))))[0]).toContain(REMOTE)
  })

  test('two callers: nothing is said of either', () => {
    const files = {
      [FILE]: file(`${call(`./${CALLED}`)}  other:\n    uses: ./${CALLED}\n`),
      [CALLED]: file(job()),
    }
    expect(says(found(files))[0]).toMatch(/^If the job has/)
  })

  test.each<[string, string, string[]]>([
    ['called itself', call(`./${CALLED}`, LACK), ['ship', 'deploy']],
    ['granted by its caller', call(`./${CALLED}`, GRANT), ['deploy']],
  ])('%s: others that call it must grant it too, or they no longer start', (_what, ship, jobs) => {
    const { steps } = found({ [FILE]: file(ship), [CALLED]: file(job(LACK)) })
    const told = steps.map(({ then = '' }) => /Every workflow that calls this one/.test(then))
    expect(told).toEqual(jobs.map((name) => name === 'deploy'))
  })

  test('of another repository: those that call it are told of, too', () => {
    expect(found(file(call(REMOTE, GRANT))).steps[0]?.then).toMatch(/^Every workflow that calls/)
    expect(found(file(call(REMOTE, LACK))).otherwise[0]?.then).toMatch(/^Every workflow that calls/)
  })

  test('which calls another one', () => {
    const middle = '.github/workflows/middle.yml'
    const files = {
      [FILE]: file(call(`./${middle}`, GRANT)),
      [middle]: file(call(`./${CALLED}`, LACK)),
      [CALLED]: file(job()),
    }
    expect(found(files).steps.map(({ then }) => then)).toEqual([
      expect.stringMatching(/^Every workflow that calls this one must then grant it too/),
    ])
  })
})
