// The proxy of the run: where it is taken from, what is masked of it, and what is no proxy.
import { describe, expect, test } from '@jest/globals'
import { InputReader } from '../../src/steps/input-values.js'
import { readProxy } from '../../src/steps/read-proxy.js'
import { FakeRunner, type FakeRunnerSetup } from '../fake-runner.js'

function read(setup: FakeRunnerSetup) {
  const runner = new FakeRunner(setup)
  const reader = new InputReader(runner)
  const proxy = readProxy(reader, runner)
  const { url, ...shown } = proxy ?? {}
  return { url: url?.reveal(), ...shown, problems: reader.problems, masked: runner.masked }
}

describe('comes from', () => {
  const all = {
    https_proxy: 'http://a:1',
    HTTPS_PROXY: 'http://b:2',
    http_proxy: 'http://c:3',
    HTTP_PROXY: 'http://d:4',
  }
  const without = (...names: string[]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)))

  test.each<[string, FakeRunnerSetup, string | undefined, string | undefined]>([
    ['the input', { inputs: { 'http-proxy': 'http://i:9' }, env: all }, 'http-proxy', 'i:9'],
    ['https_proxy', { env: all }, 'https_proxy', 'a:1'],
    ['HTTPS_PROXY', { env: without('https_proxy') }, 'HTTPS_PROXY', 'b:2'],
    ['http_proxy', { env: without('https_proxy', 'HTTPS_PROXY') }, 'http_proxy', 'c:3'],
    ['HTTP_PROXY', { env: { HTTP_PROXY: 'http://d:4' } }, 'HTTP_PROXY', 'd:4'],
    [
      'the next, past an empty one',
      { env: { https_proxy: ' ', HTTP_PROXY: 'd:4' } },
      'HTTP_PROXY',
      'd:4',
    ],
    ['nowhere', { env: { NO_PROXY: '*' } }, undefined, undefined],
  ])('%s', (_what, setup, source, host) => {
    expect(read(setup)).toMatchObject(source ? { source, host, problems: [] } : { problems: [] })
    expect(read(setup).source).toBe(source)
  })

  test.each<[FakeRunnerSetup, string]>([
    [{ inputs: { 'no-proxy': 'a' }, env: { no_proxy: 'b', NO_PROXY: 'c' } }, 'a'],
    [{ env: { no_proxy: 'b', NO_PROXY: 'c' } }, 'b'],
    [{ env: { NO_PROXY: 'c' } }, 'c'],
    [{}, ''],
  ])('exceptions: %j', (setup, noProxy) => {
    const env = { HTTPS_PROXY: 'http://p:1', ...setup.env }
    expect(read({ ...setup, env }).noProxy).toBe(noProxy)
  })
})

test.each<[given: string, url: string, host: string]>([
  ['http://proxy.corp:3128', 'http://proxy.corp:3128', 'proxy.corp:3128'],
  ['http://proxy.corp:3128/', 'http://proxy.corp:3128', 'proxy.corp:3128'],
  ['proxy.corp:3128', 'http://proxy.corp:3128', 'proxy.corp:3128'],
  ['proxy.corp', 'http://proxy.corp', 'proxy.corp:80'],
  ['https://proxy.corp', 'https://proxy.corp', 'proxy.corp:443'],
  ['HTTP://10.0.0.9:8080', 'http://10.0.0.9:8080', '10.0.0.9:8080'],
  ['http://[fd00::9]:8080', 'http://[fd00::9]:8080', '[fd00::9]:8080'],
  ['http://me:hush@proxy.corp:1', 'http://me:hush@proxy.corp:1', 'proxy.corp:1'],
  ['http://me@proxy.corp:1', 'http://me@proxy.corp:1', 'proxy.corp:1'],
  ['me:p%40ss@proxy.corp:1', 'http://me:p%40ss@proxy.corp:1', 'proxy.corp:1'],
])('%s', (given, url, host) => {
  expect(read({ inputs: { 'http-proxy': given } })).toMatchObject({ url, host, problems: [] })
})

test.each([
  ['socks5://proxy.corp:1080'],
  ['http://'],
  ['http://a b:1'],
  ['http://proxy.corp:65536'],
  ['http://proxy.corp:x'],
  ['http://proxy.corp/path'],
  ['http://me:a/b-hush@proxy.corp:1'],
  ['http://me:%-hush@proxy.corp:1'],
  ['http://me:p@hush@proxy.corp:1'],
  ['http://me:hush@'],
])('no proxy, and no password in what is said: %s', (given) => {
  const { url, problems, masked } = read({ inputs: { 'http-proxy': given } })
  expect(url).toBeUndefined()
  expect(problems).toMatchObject([{ input: 'http-proxy', want: { form: 'proxy' } }])
  expect(JSON.stringify(problems)).not.toContain('hush')
  expect(masked.some((text) => text.includes('hush'))).toBe(given.includes('hush'))
})

test('a bad one of the environment is told with its name', () => {
  const [problem] = read({ env: { HTTPS_PROXY: 'socks5://p:1' } }).problems
  expect(problem).toMatchObject({
    input: 'http-proxy',
    want: { form: 'proxy', variable: 'HTTPS_PROXY' },
  })
})

test('the password is masked as it stands, as it is sent, and as Basic authentication sends it', () => {
  const { masked } = read({ env: { HTTPS_PROXY: 'http://me:p%40ss@p:1' } })
  expect(masked).toEqual(['p%40ss', 'p@ss', 'bWU6cEBzcw=='])
})
