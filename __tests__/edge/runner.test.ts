// The runner by the toolkit: what is printed and in which order, what is written to which file, what is put back, what may be read.
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readVariables } from '../../sandbox/play.js'
import { stage } from '../../src/edge/private-files.js'
import { makeRunner } from '../../src/edge/runner.js'
import type { FailureOf } from '../../src/model.js'
import { oneRealm } from './servers.js'

oneRealm()

const FILES = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']

// The toolkit remembers where the summary is, so every test has its files at the same place.
const root = mkdtempSync(join(tmpdir(), 'runner-'))
let printed: string
const write = process.stdout.write
const before = { ...process.env }

beforeEach(() => {
  mkdirSync(root, { recursive: true })
  for (const name of FILES) {
    writeFileSync(join(root, name), '')
    process.env[name] = join(root, name)
  }
  printed = ''
  process.stdout.write = ((text: string) => {
    printed += text
    return true
  }) as typeof write
})
afterEach(() => {
  process.stdout.write = write
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  process.exitCode = undefined
  rmSync(root, { recursive: true, force: true })
})

const text = (name: string): string => readFileSync(join(root, name), 'utf8')
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EVIL = 'a\n::set-env name=X::1\r\n##[error]boo\n  ::error::boo\u202e'

describe('secrets', () => {
  test('are told to the runner, once, before the next line is written', () => {
    const runner = makeRunner()
    runner.mask('hush-hush')
    runner.mask('hush-hush')
    runner.mask('')
    runner.info('this is hush-hush')
    expect(printed).toBe('::add-mask::hush-hush\nthis is ***\n')
  })

  test('stand in nothing that is written after that', async () => {
    const runner = makeRunner({ ...process.env, RUNNER_DEBUG: '1' })
    runner.mask('hush-hush')
    const masked = printed.length
    runner.info('a hush-hush b')
    runner.debug('a hush-hush b')
    for (const severity of ['error', 'warning', 'notice'] as const)
      runner.annotate({ severity, title: 'hush-hush', message: 'a hush-hush b' })
    runner.group('hush-hush', ['a hush-hush b'])
    await runner.writeSummary('a hush-hush b')
    runner.writeFile(join(root, 'report.json'), '{"a":"hush-hush"}')
    const all = [printed.slice(masked), text('GITHUB_STEP_SUMMARY'), text('report.json')]
    for (const shown of all) {
      expect(shown).toContain('***')
      expect(shown).not.toContain('hush')
    }
  })

  test('that stand in one another are all hidden', () => {
    const runner = makeRunner()
    for (const secret of ['aaaa.bbbb.cccc', 'aaaa', 'bbbb', 'cccc']) runner.mask(secret)
    const from = printed.length
    runner.info('aaaa.bbbb.cccc and bbbb')
    expect(printed.slice(from)).toBe('*** and ***\n')
  })
})

describe('text from outside', () => {
  test('is printed as one that the runner does not obey', () => {
    const runner = makeRunner({ ...process.env, RUNNER_DEBUG: '1' })
    runner.info(EVIL)
    runner.debug(EVIL)
    runner.annotate({ severity: 'error', title: EVIL, message: EVIL })
    const commands = printed.split('\n').filter((line) => /^\s*::/.test(line))
    expect(commands.map((line) => line.split(/[ :]+/)[1])).toEqual(['debug', 'error'])
    expect(printed).not.toContain('##[')
    expect(printed).not.toContain('\u202e')
  })

  test('keeps its lines in an annotation, whose properties end where they should', () => {
    makeRunner().annotate({
      severity: 'warning',
      title: 'a: b, file=evil%0A',
      message: '100%\nsecond',
      file: '.github/workflows/a,b.yml',
      line: 7,
    })
    expect(printed).toBe(
      '::warning title=a%3A b%2C file=evil%250A,file=.github/workflows/a%2Cb.yml,line=7::100%25%0Asecond\n',
    )
  })

  test('lines of a group stand closed under its title, whatever is in them', () => {
    makeRunner().group('a: b', ['first', '  second'])
    expect(printed).toBe('::group::a: b\nfirst\n  second\n::endgroup::\n')
    printed = ''
    makeRunner().group(EVIL, [EVIL, '::endgroup::'])
    const commands = printed.split('\n').filter((line) => /^\s*::/.test(line))
    expect(commands.map((line) => line.split(/[ :]+/)[1])).toEqual(['group', 'endgroup'])
    expect(commands.at(-1)).toBe('::endgroup::')
    expect(printed).not.toMatch(/##\[|\u202e/)
  })

  test('a place without a line is none', () => {
    makeRunner().annotate({ severity: 'notice', title: 'a', message: 'b', file: 'x.yml' })
    expect(printed).toBe('::notice title=a::b\n')
  })

  test('is harmless in summary and file', async () => {
    const runner = makeRunner()
    await runner.writeSummary(EVIL)
    runner.writeFile(join(root, 'file'), JSON.stringify({ title: EVIL }))
    for (const name of ['GITHUB_STEP_SUMMARY', 'file']) {
      expect(text(name)).not.toMatch(/##\[|^\s*::|\r|\u202e/m)
      expect(text(name)).toContain('boo')
    }
  })
})

describe('outputs', () => {
  test('stand in their file, whatever is in them', () => {
    expect(makeRunner().setOutputs({ subject: EVIL })).toMatchObject({ ok: true })
    expect(text('GITHUB_OUTPUT')).toMatch(/^subject<<(ghadelimiter_\S+)\n[\s\S]*\n\1\n$/)
    expect(printed).toBe('')
  })

  test.each([
    ['/dev/zero', { reason: 'not-a-file' }],
    [join(root, 'gone'), { reason: 'os', errno: 'ENOENT' }],
    ['', { reason: 'not-set' }],
  ])('that %j cannot take are a failure that names the file, and are not printed', (path, why) => {
    process.env['GITHUB_OUTPUT'] = path
    expect(makeRunner().setOutputs({ ready: 'hush', 'aws-secret-access-key': 'hush' })).toEqual({
      ok: false,
      failure: { kind: 'file', file: 'output', path: path || 'GITHUB_OUTPUT', ...why },
    })
    expect(printed).toBe('')
    expect(existsSync(join(root, 'gone'))).toBe(false)
  })

  test('can be taken back: the file is as it was', () => {
    writeFileSync(join(root, 'GITHUB_OUTPUT'), 'a=b\n')
    const told = makeRunner().setOutputs({ 'aws-secret-access-key': 'hush' })
    expect(text('GITHUB_OUTPUT')).toContain('hush')
    if (told.ok) told.value()
    expect(text('GITHUB_OUTPUT')).toBe('a=b\n')
  })
})

describe('exportVariables', () => {
  const VARIABLES = { AWS_A: '1', AWS_B: 'two\nlines' }

  test('writes all of them, and prints none', () => {
    expect(makeRunner().exportVariables(VARIABLES)).toEqual({ ok: true, value: undefined })
    expect(readVariables(text('GITHUB_ENV'))).toEqual(VARIABLES)
    expect(printed).toBe('')
  })

  test.each([
    ['no file is named', '', 'not-set'],
    ['the file is missing', 'gone/env', 'ENOENT'],
    ['the file is a directory', '.', 'EISDIR'],
    ['it is a device', '/dev/zero', 'not-a-file'],
  ])('fails and prints nothing where %s', (_what, path, code) => {
    process.env['GITHUB_ENV'] = path === '' || path.startsWith('/') ? path : join(root, path)
    const result = makeRunner().exportVariables(VARIABLES)
    expect(result).toMatchObject({ ok: false, failure: { kind: 'file', file: 'env' } })
    expect(JSON.stringify(result)).toContain(code)
    expect(printed).toBe('')
  })

  test('one write for all of them, with one delimiter, and this process has them too', () => {
    makeRunner().exportVariables(VARIABLES)
    expect(text('GITHUB_ENV')).toMatch(
      /^AWS_A<<(ghadelimiter_\S+)\n1\n\1\nAWS_B<<\1\ntwo\nlines\n\1\n$/,
    )
    expect(process.env).toMatchObject(VARIABLES)
  })

  test('a disk that takes no more in the middle: the file is as it was, and so is this process', () => {
    writeFileSync(join(root, 'GITHUB_ENV'), 'BEFORE<<x\n1\nx\n')
    const body = `
      import { makeRunner } from './src/edge/runner.ts'
      const put = makeRunner().exportVariables({ AWS_A: '1', AWS_B: 'x'.repeat(9000) })
      console.log(JSON.stringify([put, process.env.AWS_A ?? 'none']))`
    // So many blocks, and the system refuses to write on (EFBIG), as a full disk does.
    const limited = ['-c', 'ulimit -f 4; exec "$0" "$@"', process.execPath]
    const words = ['--import', 'tsx', '--input-type=module', '-e', body]
    const env = { ...process.env }
    const said = execFileSync('bash', [...limited, ...words], { cwd: ROOT, env, encoding: 'utf8' })
    expect(JSON.parse(said)).toMatchObject([
      { ok: false, failure: { reason: 'os', errno: 'EFBIG' } },
      'none',
    ])
    expect(text('GITHUB_ENV')).toBe('BEFORE<<x\n1\nx\n')
  })
})

describe('what the job had before', () => {
  const OURS = { AWS_ACCESS_KEY_ID: 'new-key', AWS_REGION: 'eu-west-1', AWS_PROFILE_X: 'x' }

  /** The post step: another process, with the job's variables and the state of the main step. */
  function post(job: Record<string, string>) {
    const state = readVariables(text('GITHUB_STATE'))
    for (const [name, value] of Object.entries(state)) process.env[`STATE_${name}`] = value
    Object.assign(process.env, job)
    writeFileSync(join(root, 'GITHUB_ENV'), '')
    return { names: makeRunner().restoreVariables(), put: readVariables(text('GITHUB_ENV')) }
  }

  test('is put back where our value still stands, and is empty where nothing was', () => {
    process.env['AWS_ACCESS_KEY_ID'] = 'old-key'
    delete process.env['AWS_REGION']
    makeRunner().rememberVariables(OURS)
    expect(post(OURS)).toEqual({
      names: Object.keys(OURS),
      put: { AWS_ACCESS_KEY_ID: 'old-key', AWS_REGION: '', AWS_PROFILE_X: '' },
    })
  })

  test('is left alone where a later step has set another value', () => {
    makeRunner().rememberVariables(OURS)
    expect(post({ ...OURS, AWS_REGION: 'us-east-1' }).put).toEqual({
      AWS_ACCESS_KEY_ID: '',
      AWS_PROFILE_X: '',
    })
  })

  test('is not spoken of where nothing was, and nothing of ours is', () => {
    delete process.env['AWS_REGION']
    makeRunner().rememberVariables({ AWS_REGION: '' })
    expect(post({})).toEqual({ names: [], put: {} })
  })

  test('is masked where it is a secret, and our own value is kept as a digest only', () => {
    process.env['AWS_ACCESS_KEY_ID'] = 'old-key'
    makeRunner().rememberVariables(OURS)
    expect(printed).toContain('::add-mask::old-key')
    expect(text('GITHUB_STATE')).not.toContain('new-key')
  })

  test('without a state file, nothing is kept, and no value is printed', () => {
    delete process.env['GITHUB_STATE']
    expect(makeRunner().rememberVariables(OURS)).toMatchObject({ ok: true })
    expect(printed).toBe('')
  })

  test('without state, nothing is put back', () => {
    expect(makeRunner().restoreVariables()).toEqual([])
    expect(text('GITHUB_ENV')).toBe('')
  })

  test('where the job has no environment file: a throw, and no value printed', () => {
    makeRunner().rememberVariables(OURS)
    const state = readVariables(text('GITHUB_STATE'))
    for (const [name, value] of Object.entries(state)) process.env[`STATE_${name}`] = value
    Object.assign(process.env, OURS)
    delete process.env['GITHUB_ENV']
    printed = ''
    expect(() => makeRunner().restoreVariables()).toThrow('GITHUB_ENV')
    expect(printed).toBe('')
  })
})

describe('notes for the post step', () => {
  test('come back as they were kept', () => {
    makeRunner().remember('profile', { sections: ['a'], line: 7 })
    const state = readVariables(text('GITHUB_STATE'))
    process.env['STATE_profile'] = state['profile']
    expect(makeRunner().recall('profile')).toEqual({ sections: ['a'], line: 7 })
    expect(printed).toBe('')
  })

  test('that nobody has kept are undefined', () => {
    expect(makeRunner().recall('profile')).toBeUndefined()
  })

  test('without a file are a failure, and nothing is printed', () => {
    delete process.env['GITHUB_STATE']
    expect(makeRunner().remember('profile', { a: 1 })).toMatchObject({
      failure: { file: 'state', path: 'GITHUB_STATE', reason: 'not-set' },
    })
    expect(printed).toBe('')
  })
})

test.each([
  ['/dev/zero', { reason: 'not-a-file' }],
  [join(root, 'gone'), { reason: 'os', errno: 'ENOENT' }],
])(
  'state that %s cannot take is a failure that names the file, and is not printed',
  (path, why) => {
    process.env['GITHUB_STATE'] = path
    const runner = makeRunner()
    const failure = { kind: 'file', file: 'state', path, ...why }
    expect(runner.rememberVariables({ AWS_REGION: 'hush' })).toEqual({ ok: false, failure })
    expect(runner.remember('profile', { a: 'hush' })).toEqual({ ok: false, failure })
    expect(printed).toBe('')
  },
)

describe('the job summary', () => {
  test('is added to what is there', async () => {
    writeFileSync(join(root, 'GITHUB_STEP_SUMMARY'), 'first\n')
    await makeRunner().writeSummary('second')
    expect(text('GITHUB_STEP_SUMMARY')).toBe('first\nsecond\n')
  })

  test('on a runner without one is left out', async () => {
    delete process.env['GITHUB_STEP_SUMMARY']
    await makeRunner().writeSummary('x')
    expect(printed).toBe('')
  })

  test('that cannot be written fails nothing, and is a warning', async () => {
    rmSync(join(root, 'GITHUB_STEP_SUMMARY'))
    mkdirSync(join(root, 'GITHUB_STEP_SUMMARY'))
    await makeRunner().writeSummary('x')
    expect(printed).toMatch(
      /^::warning title=aws-oidc-preflight%3A the job summary could not be written::.+: EISDIR\. .+\n$/,
    )
  })
})

describe('the report file', () => {
  test('is for its owner only, in directories that are made for it', () => {
    const path = join(root, 'some', 'where', 'report.json')
    expect(makeRunner().writeFile(path, '{}')).toEqual({ ok: true, value: undefined })
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, 'utf8')).toBe('{}\n')
  })

  test('replaces one that is there as a whole, for its owner only, and leaves nothing beside it', () => {
    const path = join(root, 'reports', 'report.json')
    mkdirSync(join(root, 'reports'))
    writeFileSync(path, 'old', { mode: 0o644 })
    const { ino } = statSync(path)
    expect(makeRunner().writeFile(path, '{}')).toMatchObject({ ok: true })
    expect(statSync(path).ino).not.toBe(ino)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(root, 'reports'))).toEqual(['report.json'])
  })

  test('takes away what a killed process had staged for it, and leaves what may still be renamed', () => {
    const path = join(root, 'report.json')
    const old = stage(path, Buffer.from('old'))
    const young = stage(path, Buffer.from('young'))
    utimesSync(old, 1000, 1000)
    utimesSync(young, Date.now() / 1000, Date.now() / 1000)
    expect(makeRunner().writeFile(path, '{}')).toMatchObject({ ok: true })
    expect([old, young, path].map((file) => existsSync(file))).toEqual([false, true, true])
    utimesSync(young, 1000, 1000)
    makeRunner().sweepBeside(path)
    expect([young, path].map((file) => existsSync(file))).toEqual([false, true])
  })

  test('is no link, and no pipe: neither is written to, or waited for', () => {
    const victim = join(root, '.bashrc')
    writeFileSync(victim, 'precious')
    symlinkSync(victim, join(root, 'link'))
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling'))
    execFileSync('mkfifo', [join(root, 'pipe')])
    const reasons = ['link', 'dangling', 'pipe'].map((name) => {
      const written = makeRunner().writeFile(join(root, name), '{}')
      return written.ok ? 'written' : (written.failure as FailureOf<'file'>).reason
    })
    expect(reasons).toEqual(['link', 'link', 'not-a-file'])
    expect(readFileSync(victim, 'utf8')).toBe('precious')
    expect(existsSync(join(root, 'nowhere'))).toBe(false)
  })

  test('that cannot be written is a failure with its code', () => {
    expect(makeRunner().writeFile(root, '{}')).toEqual({
      ok: false,
      failure: { kind: 'file', file: 'report', path: root, reason: 'os', errno: 'EISDIR' },
    })
  })
})

describe('readFile', () => {
  let inside: string
  beforeEach(() => {
    inside = join(root, 'workspace')
    mkdirSync(join(inside, 'tokens'), { recursive: true })
    writeFileSync(join(inside, 'tokens', 'a.jwt'), 'a.b.c\n')
    writeFileSync(join(inside, 'empty'), ' \n')
    writeFileSync(join(root, 'outside.jwt'), 'x.y.z')
    symlinkSync(join(root, 'outside.jwt'), join(inside, 'leads-out'))
    symlinkSync(join(inside, 'tokens', 'a.jwt'), join(inside, 'leads-in'))
    symlinkSync(root, join(inside, 'up'))
    mkdirSync(join(root, 'workspace-2'))
    writeFileSync(join(root, 'workspace-2', 'a.jwt'), 'x')
  })
  const read = (path: string, most = 1000) => makeRunner().readFile(path, inside, most)

  test.each(['tokens/a.jwt', './tokens/../tokens/a.jwt', 'leads-in'])('reads %s', (path) => {
    expect(read(path)).toEqual({ ok: true, value: 'a.b.c\n' })
  })

  test('reads UTF-16, with and without its byte order mark, as Windows PowerShell writes it', () => {
    const little = Buffer.from('\ufeff{"a": "é"}\r\n', 'utf16le')
    writeFileSync(join(inside, 'little.json'), little)
    writeFileSync(join(inside, 'big.json'), Buffer.from(little).swap16())
    writeFileSync(join(inside, 'bare.json'), little.subarray(2))
    writeFileSync(join(inside, 'bare-big.json'), Buffer.from(little).swap16().subarray(2))
    for (const name of ['little.json', 'big.json', 'bare.json', 'bare-big.json'])
      expect(read(name)).toEqual({ ok: true, value: '{"a": "é"}\r\n' })
  })

  test('takes the mark alone for nothing, and that of UTF-8 for a part of the text', () => {
    writeFileSync(join(inside, 'mark'), Buffer.from([0xff, 0xfe]))
    writeFileSync(join(inside, 'utf8'), '\ufeff{}')
    expect(read('mark')).toMatchObject({ failure: { problem: 'empty' } })
    expect(read('utf8')).toEqual({ ok: true, value: '\ufeff{}' })
  })

  test('reads an absolute path as it stands', () => {
    expect(read(join(root, 'outside.jwt'))).toEqual({ ok: true, value: 'x.y.z' })
  })

  test.each([
    ['../outside.jwt', 'outside'],
    ['tokens/../../outside.jwt', 'outside'],
    ['../workspace-2/a.jwt', 'outside'],
    ['leads-out', 'outside'],
    ['up/outside.jwt', 'outside'],
    ['tokens', 'directory'],
    ['empty', 'empty'],
    ['gone.jwt', 'missing'],
    ['tokens/a.jwt/x', 'missing'],
  ])('does not read %s: %s', (path, problem) => {
    expect(read(path)).toMatchObject({ ok: false, failure: { kind: 'token-file', path, problem } })
  })

  test('reads a file whose name begins with two dots, which is inside', () => {
    writeFileSync(join(inside, '..token'), 'x')
    expect(read('..token')).toEqual({ ok: true, value: 'x' })
  })

  test('does not read what is too large, and says how large', () => {
    expect(read('tokens/a.jwt', 5)).toEqual({
      ok: false,
      failure: { kind: 'token-file', path: 'tokens/a.jwt', problem: 'too-large', size: 6 },
    })
    expect(read('tokens/a.jwt', 6)).toMatchObject({ ok: true })
  })

  test.each([
    ['leads-in', 'link'],
    ['leads-out', 'link'],
    ['up/outside.jwt', 'link'],
    ['up/workspace/tokens/a.jwt', 'link'],
    ['../outside.jwt', 'outside'],
    ['../workspace-2/a.jwt', 'outside'],
    ['../gone.jwt', 'outside'],
    ['gone.jwt', 'missing'],
    ['tokens', 'directory'],
  ])('strictly, does not read %s: %s', (path, problem) => {
    const result = makeRunner().readFile(path, inside, 1000, true)
    expect(result).toEqual({ ok: false, failure: { kind: 'token-file', path, problem } })
  })

  test('strictly, reads an absolute path in the root, and none outside of it', () => {
    const strictly = (path: string) => makeRunner().readFile(path, inside, 1000, true)
    expect(strictly(join(inside, 'tokens', 'a.jwt'))).toMatchObject({ ok: true })
    expect(strictly('tokens/a.jwt')).toMatchObject({ ok: true })
    expect(strictly(join(root, 'outside.jwt'))).toMatchObject({ failure: { problem: 'outside' } })
    expect(strictly('/dev/zero')).toMatchObject({ failure: { problem: 'outside' } })
  })

  test.each([false, true])('does not wait for a pipe (strictly: %s)', (strictly) => {
    execFileSync('mkfifo', [join(inside, 'pipe')])
    expect(makeRunner().readFile('pipe', inside, 1000, strictly)).toMatchObject({
      failure: { problem: 'not-a-file' },
    })
  })

  test('does not read a device, which has no end', () => {
    expect(read('/dev/zero')).toMatchObject({
      failure: { problem: 'not-a-file' },
    })
  })

  test('strictly, follows links above the root', () => {
    symlinkSync(inside, join(root, 'linked'))
    const read_ = makeRunner().readFile('tokens/a.jwt', join(root, 'linked'), 1000, true)
    expect(read_).toMatchObject({ ok: true })
  })

  test('does not read where there is no root', () => {
    expect(makeRunner().readFile('a', join(root, 'gone'), 10)).toMatchObject({
      failure: { problem: 'missing' },
    })
  })
})

test('input, environment and event are as the runner gives them', () => {
  process.env['INPUT_AWS-REGION'] = '  eu-west-1 '
  process.env['GITHUB_EVENT_PATH'] = join(root, 'event.json')
  const runner = makeRunner()
  expect(runner.input('aws-region')).toBe('eu-west-1')
  expect(runner.input('audience')).toBeUndefined()
  process.env['INPUT_AUDIENCE'] = ' '
  expect(runner.input('audience')).toBe('')
  delete process.env['INPUT_AUDIENCE']
  expect(runner.env('NOT_THERE')).toBeUndefined()
  expect(runner.event()).toBeUndefined()
  writeFileSync(join(root, 'event.json'), '{"number":')
  expect(runner.event()).toBeUndefined()
  writeFileSync(join(root, 'event.json'), '{"number":7}')
  expect(runner.event()).toEqual({ number: 7 })
  expect(existsSync(join(root, 'event.json'))).toBe(true)
})

test('a failed step exits 1 at its own time', () => {
  makeRunner().fail()
  expect(process.exitCode).toBe(1)
})
