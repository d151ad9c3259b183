// Proves: the running job is looked for in called workflows too, the token's own word decides, and a doubt leaves no line.
import { describe, expect, test } from '@jest/globals'
import type { CalledFile } from '../../src/workflow/running-job.js'
import { ACTION, examine, FILE, lineOf, placed } from './examined.js'

const CALLED = '.github/workflows/called.yml'
const STEPS = `    steps:\n      - uses: ${ACTION}@v1 # <-- step\n`
const called = (job = 'deploy', steps = STEPS): string =>
  `on: workflow_call\njobs:\n  ${job}: # <-- job\n${steps}`
const call = (key: string, uses: string): string => `  ${key}:\n    uses: ${uses}\n`
const LOCAL = `./${CALLED}`
const REMOTE = 'octo-org/shared/.github/workflows/called.yml@v1'
const workflow = (...jobs: readonly string[]): string => `on: push\njobs:\n${jobs.join('')}`
const OWN = `  deploy: # <-- job\n${STEPS}`
const HERE: CalledFile = { repository: 'octo-org/octo-repo', name: CALLED, path: CALLED }
const CALLER: CalledFile = { repository: 'octo-org/octo-repo', name: FILE, path: FILE }

function place(
  files: Record<string, string>,
  token?: CalledFile,
  where: 'step' | 'permissions' = 'step',
) {
  return placed(examine(files, {}, token ? { called: token } : {}), where)
}

describe('where the token names the file', () => {
  const files = { [FILE]: workflow(OWN, call('ship', LOCAL)), [CALLED]: called() }
  test.each([
    ['the called one', HERE, CALLED],
    ["the caller's own", CALLER, FILE],
  ])('%s', (_what, token, file) => {
    const line = lineOf(files[file as keyof typeof files] ?? '', 'step')
    expect(place(files, token)).toEqual({ file, line })
    // Neither grants it: the caller has to, before the called one can.
    const lines = files[FILE].split('\n')
    const caller = token === HERE ? lines.indexOf('  ship:') + 1 : lineOf(files[FILE], 'job')
    expect(place(files, token, 'permissions')).toEqual({ file: FILE, line: caller })
  })

  test.each([
    ['of another repository', { repository: 'octo-org/shared', name: CALLED }],
    ['of another version', { repository: 'octo-org/octo-repo', name: CALLED }],
    ['that is not there', { ...HERE, path: '.github/workflows/gone.yml' }],
  ])('nothing, if it is %s', (_what, token) => {
    expect(place(files, token)).toBeUndefined()
    expect(place(files, token, 'permissions')).toBeUndefined()
  })

  test('a called file that no caller at hand leads to is read all the same', () => {
    const alone = { [FILE]: workflow(call('ship', REMOTE)), [CALLED]: called() }
    expect(place(alone, HERE)?.file).toBe(CALLED)
    expect(place({ [FILE]: '{', [CALLED]: called() }, HERE)?.file).toBe(CALLED)
  })

  test('nothing, if the job is not in it, or twice', () => {
    expect(place({ ...files, [CALLED]: called('other') }, HERE)).toBeUndefined()
    const twice = `${called()}  deploy:\n${STEPS}`
    expect(place({ ...files, [CALLED]: twice }, HERE)?.line).toBeUndefined()
  })

  test('two jobs that call it: the called job is the same', () => {
    const two = { [FILE]: workflow(call('a', LOCAL), call('b', LOCAL)), [CALLED]: called() }
    expect(place(two, HERE)?.file).toBe(CALLED)
  })
})

describe('without a token', () => {
  const NONE = called('other')
  test.each([
    [
      'the caller has it, the called file not',
      { [FILE]: workflow(OWN, call('ship', LOCAL)), [CALLED]: NONE },
      FILE,
    ],
    ['both have it', { [FILE]: workflow(OWN, call('ship', LOCAL)), [CALLED]: called() }, ''],
    [
      'both, but only one uses the action',
      { [FILE]: workflow(OWN, call('ship', LOCAL)), [CALLED]: called('deploy', '    steps: []\n') },
      FILE,
    ],
    [
      'only the called file has it',
      { [FILE]: workflow(call('ship', LOCAL)), [CALLED]: called() },
      CALLED,
    ],
    ['the called file is not at hand', { [FILE]: workflow(OWN, call('ship', LOCAL)) }, ''],
    ['another called file is not at hand', { [FILE]: workflow(OWN, call('ship', REMOTE)) }, ''],
    ['none has it', { [FILE]: workflow(call('ship', LOCAL)), [CALLED]: NONE }, ''],
    [
      'a file that is called by the called one has it',
      {
        [FILE]: workflow(call('ship', LOCAL)),
        [CALLED]: workflow(call('deeper', './.github/workflows/deep.yml')),
        '.github/workflows/deep.yml': called(),
      },
      '.github/workflows/deep.yml',
    ],
    [
      'it calls itself without end',
      { [FILE]: workflow(OWN, call('again', `./${FILE}`), call('more', `./${FILE}`)) },
      '',
    ],
    [
      'called in another version',
      { [FILE]: workflow(OWN, call('ship', `octo-org/octo-repo/${CALLED}@v1`)), [CALLED]: NONE },
      '',
    ],
    ['the workflow is no YAML', { [FILE]: '{' }, ''],
  ])('%s', (_what, files: Record<string, string>, file) => {
    expect(place(files)?.file).toBe(file === '' ? undefined : file)
  })

  test('many calls come to an end', () => {
    const many = Array.from({ length: 300 }, (_, index) => call(`j${index}`, `./${FILE}`))
    expect(place({ [FILE]: workflow(OWN, ...many) })).toBeUndefined()
  })
})
