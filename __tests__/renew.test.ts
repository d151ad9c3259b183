// The built action with a profile: what lies in the files, what a tool gets from a renewing profile, and what the post step leaves.
import { exec } from 'node:child_process'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Played, play, playPost } from '../sandbox/play.js'
import type { Variables } from '../sandbox/scenario.js'
import { READY } from '../sandbox/scenarios.js'
import type { Street } from '../sandbox/street.js'
import { street } from './sandbox/support.js'
import { leftBehind } from './shown.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

const signIns = (): number => on.log().filter(({ peer }) => peer === 'sts').length
const PROFILE = { 'INPUT_AWS-PROFILE': 'deploy' }
const RENEW = { ...PROFILE, INPUT_RENEW: 'true' }
const HOME = '../../home/.aws'

const played = (variables: Variables, files: Record<string, string> = {}): Promise<Played> =>
  play(on, { ...READY, variables, files })
const awsFile = ({ environment }: Played, name: string): string =>
  join(environment['HOME'] ?? '', '.aws', name)
const textOf = (run: Played, name: string): string => readFileSync(awsFile(run, name), 'utf8')
const left = ({ environment }: Played): string[] => readdirSync(environment['RUNNER_TEMP'] ?? '')
const modeOf = (path: string): number => statSync(path).mode & 0o777

describe('a profile that holds the session', () => {
  const OTHERS = '# mine\r\n[profile other]\r\nregion = us-east-1\r\ns3 =\r\n    max_queue_size = 5'

  test('is written beside the others; the job gets no variables', async () => {
    const run = await played(PROFILE, { [`${HOME}/config`]: OTHERS })
    expect(run).toMatchObject({ exit: 0, stderr: '', exported: {}, causes: [] })
    expect(textOf(run, 'config')).toBe(`${OTHERS}\r\n[profile deploy]\r\nregion = eu-west-1`)
    expect(textOf(run, 'credentials')).toMatch(
      /^\[deploy\]\naws_access_key_id = ASIA\w+\naws_secret_access_key = \S+\naws_session_token = \S+\n$/,
    )
    expect(['config', 'credentials'].map((name) => modeOf(awsFile(run, name)))).toEqual([
      // That one was there before, for all to read.
      0o644, 0o600,
    ])
    expect(run.log.lines.join('\n')).toContain('Profile `deploy`, written to')

    expect(await playPost(run)).toMatchObject({
      exit: 0,
      stderr: '',
      stdout: expect.stringContaining('Profile `deploy` removed from'),
    })
    expect(textOf(run, 'config')).toBe(OTHERS)
    expect(existsSync(awsFile(run, 'credentials'))).toBe(false)
  })

  test('with output-env-credentials: true the job gets both, and AWS_PROFILE; the post step puts all of it back', async () => {
    const run = await played({ ...PROFILE, 'INPUT_OUTPUT-ENV-CREDENTIALS': 'true' })
    expect(run.exported).toMatchObject({ AWS_PROFILE: 'deploy', AWS_REGION: 'eu-west-1' })
    expect(textOf(run, 'credentials')).toContain(`= ${run.exported['AWS_SECRET_ACCESS_KEY']}\n`)
    const post = await playPost(run)
    expect(post.stdout).toMatch(/^Put back as they were before: .*AWS_PROFILE\n/)
    expect(existsSync(awsFile(run, 'config'))).toBe(false)
  })

  test('is not written where the environment file cannot be', async () => {
    const run = await played({
      ...PROFILE,
      'INPUT_OUTPUT-ENV-CREDENTIALS': 'true',
      GITHUB_ENV: 'gone/environment',
    })
    expect(run).toMatchObject({ exit: 1, causes: ['runner-file-unwritable'] })
    expect(readdirSync(join(run.environment['HOME'] ?? '', '.aws'))).toEqual([])
  })

  test('is not written where the post step cannot be told of it', async () => {
    const run = await played({ ...PROFILE, GITHUB_STATE: '/dev/zero' })
    expect(run).toMatchObject({ exit: 1, causes: ['runner-file-unwritable'], exported: {} })
    expect(run.log.annotations[0]?.message).toContain(
      'since it is not a regular file\nfile   /dev/zero',
    )
    expect(readdirSync(join(run.environment['HOME'] ?? '', '.aws'))).toEqual([])
  })

  test.each([{}, { INPUT_RENEW: 'true' }])(
    'in place of another: its secrets are masked, and the post step puts it back: %j',
    async (variables) => {
      const before = {
        credentials:
          '[deploy]\n# theirs\naws_access_key_id = AKIAOLD\naws_secret_access_key = old/hush\n[a]',
        config: '[profile deploy]\r\noutput = json\r\n',
      }
      const run = await played(
        { ...PROFILE, ...variables, 'INPUT_OVERWRITE-AWS-PROFILE': 'true' },
        { [`${HOME}/credentials`]: before.credentials, [`${HOME}/config`]: before.config },
      )
      expect(run).toMatchObject({ exit: 0, causes: [] })
      expect(textOf(run, 'credentials')).not.toContain('old/hush')
      for (const secret of ['AKIAOLD', 'old/hush'])
        expect(run.stdout).toContain(`::add-mask::${secret}\n`)
      const post = await playPost(run)
      expect(post).toMatchObject({ exit: 0, stderr: '' })
      expect(post.stdout).toMatch(/^Profile `deploy` put back in .* as it was before this step\n$/)
      expect(textOf(run, 'credentials')).toBe(before.credentials)
      expect(textOf(run, 'config')).toBe(before.config)
    },
  )

  test('is not written by a run that fails', async () => {
    const run = await played({ ...PROFILE, 'INPUT_ALLOWED-ACCOUNT-IDS': '999999999999' })
    expect(run).toMatchObject({ exit: 1, causes: ['account-not-allowed'] })
    expect(existsSync(join(run.environment['HOME'] ?? '', '.aws'))).toBe(false)
  })

  test('stays with cleanup: false', async () => {
    const run = await played({ ...PROFILE, INPUT_CLEANUP: 'false' })
    expect(await playPost(run)).toMatchObject({ exit: 0, stdout: '', stderr: '' })
    expect(textOf(run, 'credentials')).toContain('[deploy]')
  })

  test('that cannot be removed is a warning of the post step, never a failure', async () => {
    const run = await played(PROFILE)
    writeFileSync(awsFile(run, 'config'), 'no profile\n')
    const post = await playPost(run)
    expect(post).toMatchObject({ exit: 0, stderr: '' })
    expect(post.stdout).toMatch(
      /^::warning title=.*the profile could not be removed.*before-sections/,
    )
    expect(textOf(run, 'config')).toBe('no profile\n')
  })
})

interface Told {
  exit: number
  stdout: string
  stderr: string
}

/** The credential_process of the profile as an SDK runs it, in the environment of a later step of the job. */
function ask(run: Played, change: Record<string, string> = {}): Promise<Told> {
  const line = /^credential_process = (.*)$/m.exec(textOf(run, 'config'))?.[1] ?? ''
  const env = { ...run.environment, ...change }
  return new Promise((done) => {
    const child = exec(line, { env, cwd: tmpdir() }, (_error, stdout, stderr) =>
      done({ exit: child.exitCode ?? -1, stdout, stderr }),
    )
  })
}

const keyIn = ({ stdout }: Told): unknown =>
  (JSON.parse(stdout) as Record<string, unknown>)['AccessKeyId']

describe('a profile that renews', () => {
  let run: Played
  let cache = ''
  beforeEach(async () => {
    run = await played(RENEW)
    const name = left(run).find((file) => file.endsWith('.session.json')) ?? ''
    cache = join(run.environment['RUNNER_TEMP'] ?? '', name)
  })

  function expire(seconds: number): string {
    const text = readFileSync(cache, 'utf8')
    const Expiration = new Date(Date.now() + seconds * 1000).toISOString()
    writeFileSync(cache, JSON.stringify({ ...(JSON.parse(text) as object), Expiration }))
    return (JSON.parse(text) as { AccessKeyId: string }).AccessKeyId
  }

  test('has no keys in the files; state and session are for this user alone', () => {
    expect(run).toMatchObject({ exit: 0, exported: {} })
    expect(existsSync(awsFile(run, 'credentials'))).toBe(false)
    const files = left(run).filter((name) => /\.(state|session)\.json$/.test(name))
    expect(files).toHaveLength(2)
    for (const name of files)
      expect(modeOf(join(run.environment['RUNNER_TEMP'] ?? '', name))).toBe(0o600)
  })

  test('hands out the first session without asking anybody', async () => {
    const told = await ask(run)
    expect(told).toMatchObject({ exit: 0, stderr: '' })
    expect(Object.keys(JSON.parse(told.stdout) as object)).toEqual([
      'Version',
      'AccessKeyId',
      'SecretAccessKey',
      'SessionToken',
      'Expiration',
    ])
    expect(signIns()).toBe(1)
  })

  test.each([299, -60])('fetches a new one %i s before the end, and keeps it', async (seconds) => {
    const old = expire(seconds)
    const told = await ask(run)
    expect(told).toMatchObject({ exit: 0, stderr: '' })
    expect(keyIn(told)).not.toBe(old)
    expect(await ask(run)).toEqual(told)
    expect(signIns()).toBe(2)
    expect(modeOf(cache)).toBe(0o600)
    expect(readdirSync(run.environment['RUNNER_TEMP'] ?? '')).toHaveLength(3)
  })

  test('asks once for five tools that need one at the same time', async () => {
    expire(-60)
    const told = await Promise.all(Array.from({ length: 5 }, () => ask(run)))
    expect(new Set(told.map(keyIn)).size).toBe(1)
    expect(signIns()).toBe(2)
  })

  test('says that the environment of the job is missing, and prints nothing for the tool', async () => {
    expire(-60)
    const told = await ask(run, {
      ACTIONS_ID_TOKEN_REQUEST_URL: '',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: '',
    })
    expect(told).toMatchObject({ exit: 1, stdout: '' })
    expect(told.stderr).toContain('ACTIONS_ID_TOKEN_REQUEST_URL')
    expect(told.stderr).toContain('docker run -e')
  })

  test('explains a refusal in the words of its cause, without a secret and without a command to the runner', async () => {
    expire(-60)
    const token = on.mint()
    const message = `::error::boo\n##[error]boo ${token} ${on.requestToken}`
    await on.setFaults({
      token: { rawToken: token },
      sts: { error: { status: 400, code: 'Odd', message } },
    })
    const told = await ask(run)
    expect(told).toMatchObject({ exit: 1, stdout: '' })
    expect(told.stderr).toMatch(/^sts-refused: /)
    expect(told.stderr).not.toMatch(/^\s*::|##\[/m)
    for (const secret of [token, ...token.split('.'), on.requestToken])
      expect(told.stderr).not.toContain(secret)
  })

  test('says that the job is over when its files are gone', async () => {
    rmSync(cache)
    expect(await playPost(run)).toMatchObject({ exit: 0, stderr: '' })
    writeFileSync(awsFile(run, 'config'), `[profile deploy]\ncredential_process = ${lineOf(run)}\n`)
    const told = await ask(run)
    expect(told).toMatchObject({ exit: 1, stdout: '' })
    expect(told.stderr).toContain('the state of this profile is gone')
  })

  test('leaves nothing behind after the post step', async () => {
    expire(-60)
    await ask(run)
    await playPost(run)
    expect(existsSync(awsFile(run, 'config'))).toBe(false)
    expect(left(run)).toEqual(['aws-oidc-preflight.json'])
  })

  test('keeps secrets in the session file, and nowhere else', async () => {
    const { AccessKeyId, SecretAccessKey, SessionToken } = JSON.parse(
      readFileSync(cache, 'utf8'),
    ) as Record<string, string>
    rmSync(cache)
    const text = leftBehind(run)
    expect(text).toContain('credential_process')
    for (const secret of [AccessKeyId, SecretAccessKey, SessionToken, on.requestToken])
      expect(text).not.toContain(secret)
  })
})

/** The line that the main step wrote, from its note to the post step. */
function lineOf({ environment }: Played): string {
  const state = readFileSync(environment['GITHUB_STATE'] ?? '', 'utf8')
  const path = /[^"]*\.state\.json/.exec(state)?.[0] ?? ''
  return `'${process.execPath}' '${fileURLToPath(new URL('../dist/renew.mjs', import.meta.url))}' '${path}'`
}

test('a renewing profile works from a folder with blanks, quotes and number signs in its name', async () => {
  const temp = mkdtempSync(join(tmpdir(), "it's a #temp "))
  const run = await played({ ...RENEW, RUNNER_TEMP: temp })
  expect(await ask(run)).toMatchObject({
    exit: 0,
    stderr: '',
    stdout: expect.stringContaining('"Version":1'),
  })
  await playPost(run)
  expect(readdirSync(temp)).toEqual(['aws-oidc-preflight.json'])
  rmSync(temp, { recursive: true })
})
