// Where STS is asked: input, variables of the SDK, and which of them are AWS's own.
import { describe, expect, test } from '@jest/globals'
import { InputReader } from '../../src/steps/input-values.js'
import { readEndpoint } from '../../src/steps/read-endpoint.js'
import { FakeRunner } from '../fake-runner.js'

function read(env: Record<string, string> = {}, input = '') {
  const runner = new FakeRunner({ env, inputs: { 'sts-endpoint': input } })
  const reader = new InputReader(runner)
  return { ...readEndpoint(reader, runner), problems: reader.problems }
}

const STS = { AWS_ENDPOINT_URL_STS: 'https://sts.corp.test' }
const ALL = { AWS_ENDPOINT_URL: 'https://all.corp.test' }

test.each<[string, Record<string, string>, input: string, endpoint: string, source: string]>([
  ['nothing', {}, '', '', ''],
  ['the input', { ...STS, ...ALL }, 'https://in.test', 'https://in.test', 'sts-endpoint'],
  ['the variable of STS', { ...STS, ...ALL }, '', 'https://sts.corp.test', 'AWS_ENDPOINT_URL_STS'],
  ['the variable of all', ALL, '', 'https://all.corp.test', 'AWS_ENDPOINT_URL'],
  ['none that is ignored', { ...STS, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' }, '', '', ''],
  [
    'the input all the same',
    { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
    'https://in.test',
    'https://in.test',
    'sts-endpoint',
  ],
  [
    'one that is not ignored',
    { ...ALL, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'false' },
    '',
    'https://all.corp.test',
    'AWS_ENDPOINT_URL',
  ],
  [
    'no empty one',
    { AWS_ENDPOINT_URL_STS: ' ', ...ALL },
    '',
    'https://all.corp.test',
    'AWS_ENDPOINT_URL',
  ],
])('%s', (_what, env, input, stsEndpoint, endpointSource) => {
  expect(read(env, input)).toMatchObject({ stsEndpoint, endpointSource, problems: [] })
})

describe('another STS than AWS', () => {
  test.each([
    ['https://sts.corp.test', true],
    ['https://minio.example.com:9000', true],
    ['http://localhost:4566', true],
    ['https://sts.amazonaws.com.evil.test', true],
    ['https://amazonaws.com', true],
    ['https://sts.eu-west-1.amazonaws.com', false],
    ['https://STS.eu-west-1.amazonaws.com/', false],
    ['https://vpce-1.sts.eu-west-1.vpce.amazonaws.com', false],
    ['https://sts.cn-north-1.amazonaws.com.cn', false],
    ['https://sts.eu-west-1.api.aws', false],
    ['', false],
  ])('%s: %s', (url, custom) => {
    expect(read({}, url)).toMatchObject({ customEndpoint: custom, problems: [] })
    expect(read({ AWS_ENDPOINT_URL_STS: url }).customEndpoint).toBe(custom)
  })
})

test.each<[Record<string, string>, fips: boolean, dualStack: boolean]>([
  [{}, false, false],
  [{ AWS_USE_FIPS_ENDPOINT: 'true' }, true, false],
  [{ AWS_USE_FIPS_ENDPOINT: 'True', AWS_USE_DUALSTACK_ENDPOINT: 'true' }, true, true],
  [{ AWS_USE_FIPS_ENDPOINT: 'false', AWS_USE_DUALSTACK_ENDPOINT: '' }, false, false],
])('%j', (env, fips, dualStack) => {
  expect(read(env)).toMatchObject({ fips, dualStack })
})

test('a bad one of the environment is told with its value', () => {
  expect(read({ AWS_ENDPOINT_URL_STS: 'http://sts.corp.test' }).problems).toMatchObject([
    {
      input: 'sts-endpoint',
      given: 'http://sts.corp.test',
      want: { form: 'https-or-loopback-url' },
    },
  ])
})
