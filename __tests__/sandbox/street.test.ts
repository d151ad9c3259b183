// The street as a whole: what it hands to a run, that runs do not meet, and that nothing is left when it stops.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Street } from '../../sandbox/street.js'
import { assume, call, get, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

const root = new URL('../../', import.meta.url)

describe('the environment of a run', () => {
  test('names the street', () => {
    expect(on.env).toMatchObject({
      ACTIONS_ID_TOKEN_REQUEST_URL: on.tokenUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: on.requestToken,
      NODE_EXTRA_CA_CERTS: on.ca,
      INPUT_ISSUER: on.issuer,
      'INPUT_AWS-REGION': 'eu-west-1',
      'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/deploy',
      'INPUT_STS-ENDPOINT': on.sts,
      GITHUB_EVENT_NAME: 'push',
    })
    expect(readFileSync(on.ca, 'utf8')).toBe(on.caPem)
  })

  test('has its files', () => {
    const read = (name: string): string => readFileSync(on.env[name] ?? '', 'utf8')
    for (const name of ['ENV', 'OUTPUT', 'STATE', 'PATH', 'STEP_SUMMARY']) {
      expect(read(`GITHUB_${name}`)).toBe('')
    }
    expect(JSON.parse(read('GITHUB_EVENT_PATH'))).toMatchObject({ ref: 'refs/heads/main' })
    const workflow = `${on.env['GITHUB_WORKSPACE']}/.github/workflows/deploy.yml`
    expect(readFileSync(workflow, 'utf8')).toContain('id-token: write')
    expect(existsSync(on.env['RUNNER_TEMP'] ?? '')).toBe(true)
  })

  test('is another’s for another run', () => {
    const [one, two] = [on.environment(), on.environment()]
    for (const name of ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_WORKSPACE', 'RUNNER_TEMP', 'HOME']) {
      expect(one[name]).not.toBe(two[name])
    }
    expect(one['ACTIONS_ID_TOKEN_REQUEST_URL']).toBe(two['ACTIONS_ID_TOKEN_REQUEST_URL'])
  })
})

test('reset puts everything back', async () => {
  on.setRole({ arn: 'arn:aws:iam::444455556666:role/x' })
  on.setProvider(null)
  on.setTrustPolicy({})
  on.setJwks({ keys: [] })
  await on.setFaults({ down: { sts: true } })
  await on.reset()
  expect((await assume(on)).outcome).toBe('ok')
})

test('many sign in at once', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => assume(on)))
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(20).fill('ok'))
})

test('stop closes every port and removes every file, whoever is still waiting', async () => {
  const short = await street()
  await short.setFaults({ sts: { hang: true } })
  const waiting = get(short, short.sts).catch((error: Error) => error.message)
  await new Promise((done) => setTimeout(done, 50))
  const { sts, ca, caPem, env } = short
  await short.stop()
  expect(await waiting).toMatch(/hang up|ECONNRESET/)
  await expect(call(caPem, sts)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  expect([existsSync(ca), existsSync(env['GITHUB_WORKSPACE'] ?? '')]).toEqual([false, false])
})

describe('npm run street', () => {
  let running: ReturnType<typeof spawn> | undefined
  afterEach(() => void running?.kill())
  async function serve(...options: string[]) {
    const tsx = fileURLToPath(new URL('node_modules/tsx/dist/cli.mjs', root))
    const child = spawn(process.execPath, [tsx, 'sandbox/serve.ts', ...options], { cwd: root })
    running = child
    const lines = createInterface({ input: child.stdout })
    const [first] = (await once(lines, 'line')) as [string]
    return { child, first }
  }

  test('--json prints one line, serves, and ends when told to', async () => {
    const { child, first } = await serve('--json')
    const told = JSON.parse(first)
    expect(Object.keys(told)).toEqual([
      'token_url',
      'request_token',
      'issuer',
      'sts',
      'control',
      'ca',
      'role_arn',
      'env',
    ])
    const { status } = await fetch(`${told.control}/log`)
    expect(status).toBe(200)
    child.kill('SIGTERM')
    const [code, signal] = await once(child, 'exit')
    expect({ code, signal }).toEqual({ code: 0, signal: null })
    expect(existsSync(told.ca)).toBe(false)
  })

  test('without it, words for people', async () => {
    const { child, first } = await serve()
    expect(first).toContain('The street is open')
    child.kill('SIGINT')
    expect((await once(child, 'exit'))[0]).toBe(0)
  })
})
