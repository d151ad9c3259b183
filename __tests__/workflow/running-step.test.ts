// Proves: the running step is found among several by the runner's name for it and by its inputs, and never another one.
import { describe, expect, test } from '@jest/globals'
import { ACTION, examine, giving, lineOf, placed } from './examined.js'

const ROLE = { input: 'role-to-assume' }
const OWN = '__aws-oidc-preflight_aws-oidc-preflight'
const DEV = 'arn:aws:iam::111111111111:role/dev'
const PROD = 'arn:aws:iam::222222222222:role/prod'

const job = (...steps: readonly string[]): string =>
  `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n${steps.join('')}`
const step = (role: string, mark: string, id = ''): string =>
  `      - uses: ${ACTION}@v1 # <-- ${mark}-step\n${id === '' ? '' : `        id: ${id}\n`}        with:\n          role-to-assume: ${role} # <-- ${mark}\n`
const CHECKOUT = '      - uses: actions/checkout@v6\n'

function line(text: string, name: string, inputs?: Record<string, string>) {
  const given = inputs ? giving(inputs) : {}
  return placed(examine(text, { step: name, ...given }), ROLE)?.line
}

describe('several steps', () => {
  const text = job(
    CHECKOUT,
    step(DEV, 'one'),
    step(PROD, 'two', 'prod'),
    step(DEV, 'three'),
    step(PROD, 'four'),
  )
  test.each([
    [OWN, 'one'],
    ['prod', 'two'],
    ['PROD', 'two'],
    [`${OWN}_2`, 'three'],
    [`${OWN}_3`, 'four'],
    [`${OWN}_4`, ''],
    ['dev', ''],
    ['__actions_checkout', ''],
    ['__run', ''],
    ['', ''],
  ])('%s is step %j', (name, mark) => {
    expect(line(text, name)).toBe(lineOf(text, mark))
  })

  test('by their inputs alone, where the runner has no name for it', () => {
    const two = job(step(DEV, 'one'), step(PROD, 'two'))
    expect(line(two, '', { 'role-to-assume': PROD })).toBe(lineOf(two, 'two'))
    expect(line(two, '', { 'role-to-assume': 'arn:aws:iam::3:role/x' })).toBeUndefined()
  })

  test('in a matrix the one step is the step of each job', () => {
    const matrix = job(step('${' + '{ matrix.role }}', 'one'))
    for (const role of [DEV, PROD])
      expect(line(matrix, OWN, { 'role-to-assume': role })).toBe(lineOf(matrix, 'one'))
  })
})

describe('a step whose literal inputs differ is another version of it', () => {
  const text = job(CHECKOUT, step(DEV, 'one'))
  test.each([
    [DEV, true],
    [PROD, false],
    ['', false],
  ])('%j', (role, same) => {
    expect(line(text, OWN, { 'role-to-assume': role })).toBe(same ? lineOf(text, 'one') : undefined)
  })

  test('whatever is asked of it', () => {
    const workflow = examine(text, giving({ 'role-to-assume': PROD }))
    for (const where of ['step', { input: 'audience' }, ROLE] as const)
      expect(placed(workflow, where)).toBeUndefined()
    expect(placed(workflow, 'permissions')?.line).toBe(3)
  })

  test('an input that is no text is none that ran', () => {
    const list = job(`      - uses: ${ACTION}@v1\n        with:\n          role-to-assume: [a]\n`)
    expect(line(list, OWN, { 'role-to-assume': DEV })).toBeUndefined()
  })
})

describe('actions of the workspace', () => {
  const text = job(
    '      - uses: ./.github/actions/setup\n',
    `      - uses: ./ # <-- step\n        with:\n          role-to-assume: ${DEV} # <-- role\n`,
    CHECKOUT,
  )
  test.each([
    ['__self_2', '', 'role'],
    // Of another repository: `./` is another action.
    ['__self_2', ACTION, ''],
  ])('%s of %j', (name, actionRepository, mark) => {
    const workflow = examine(text, { step: name, actionRepository })
    expect(placed(workflow, ROLE)?.line).toBe(lineOf(text, mark))
  })

  test('and one of a repository is not of the workspace', () => {
    const remote = job(step(DEV, 'one'))
    expect(placed(examine(remote, { step: OWN, actionRepository: '' }), ROLE)).toBeUndefined()
  })
})

describe('aliases', () => {
  const before = `on: push\njobs:\n  test:\n    steps:\n      - &checkout\n        uses: actions/checkout@v6\n      - &sign-in\n        uses: ${ACTION}@v1\n        with: &with\n          role-to-assume: &role ${DEV} # <-- anchor\n  deploy:\n    steps:\n`
  test.each([
    ['of a step beside it', `      - *checkout\n${step(PROD, 'own')}`, OWN, PROD, 'own'],
    ['of the step itself', '      - *checkout\n      - *sign-in\n', OWN, DEV, 'anchor'],
    [
      'of the step itself, before another',
      `      - *sign-in\n${step(PROD, 'own')}`,
      OWN,
      DEV,
      'anchor',
    ],
    [
      'of a step of this action before it',
      `      - *sign-in\n${step(PROD, 'own')}`,
      `${OWN}_2`,
      PROD,
      'own',
    ],
    ['of its inputs', `      - uses: ${ACTION}@v1\n        with: *with\n`, OWN, DEV, 'anchor'],
    [
      'of the value: changed where this step has it',
      `      - uses: ${ACTION}@v1\n        with:\n          role-to-assume: *role # <-- own\n`,
      OWN,
      DEV,
      'own',
    ],
    [
      'of a value that differs',
      `      - uses: ${ACTION}@v1\n        with:\n          role-to-assume: *role\n`,
      OWN,
      PROD,
      '',
    ],
    ['that nothing stands for', `      - *other\n${step(PROD, 'own')}`, OWN, PROD, ''],
  ])('%s', (_what, steps, name, role, mark) => {
    const text = before + steps
    expect(line(text, name, { 'role-to-assume': role })).toBe(lineOf(text, mark))
  })
})

describe('in a composite action', () => {
  const WORKFLOW = job('      - uses: ./.github/actions/login\n', step(DEV, 'direct'))
  const FILE = '.github/actions/login/action.yml'
  const action = (...steps: readonly string[]): string =>
    `name: login\nruns:\n  using: composite\n  steps:\n${steps.join('')}`
  const files = (text: string) => ({ '.github/workflows/deploy.yml': WORKFLOW, [FILE]: text })
  const running = { step: '__self', compositePath: '/workspace/./.github/actions/login' }
  const place = (text: string, role: string, composite: string[] = [FILE]) =>
    placed(
      examine(files(text), { ...running, ...giving({ 'role-to-assume': role }) }, { composite }),
      ROLE,
    )

  test("the step is the composite's", () => {
    const text = action(step(PROD, 'nested'))
    expect(place(text, PROD)).toEqual({ file: FILE, line: lineOf(text, 'nested') })
  })

  test.each([
    ['its action.yml is not in the workspace', action(step(PROD, 'nested')), PROD, []],
    ['its step has another role', action(step(DEV, 'nested')), PROD, [FILE]],
    ['two of its steps can be meant', action(step(PROD, 'one'), step(PROD, 'two')), PROD, [FILE]],
    ['it does not use this action', action(CHECKOUT), DEV, [FILE]],
    ['it is no composite', 'runs:\n  using: node24\n', DEV, [FILE]],
    ['it is no YAML', '{', DEV, [FILE]],
  ])('no line of it or of the job, if %s', (_what, text, role, composite) => {
    expect(place(text, role, composite)).toBeUndefined()
  })

  test('one of two by its role', () => {
    const text = action(step(DEV, 'one'), step(PROD, 'two'))
    expect(place(text, PROD)?.line).toBe(lineOf(text, 'two'))
  })

  test('the job is found all the same', () => {
    expect(placed(examine(files(action()), running), 'permissions')).toEqual({
      file: '.github/workflows/deploy.yml',
      line: 3,
    })
  })
})
