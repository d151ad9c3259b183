// Where STS is asked: the input, else what the SDK's own environment variables say; a host of AWS's is AWS's STS, whoever named it.

import { isAwsEndpoint } from '../aws/endpoints.js'
import type { EndpointSource, Inputs } from '../model.js'
import type { Runner } from '../world.js'
import type { InputReader } from './input-values.js'

type Endpoint = Pick<
  Inputs,
  'stsEndpoint' | 'customEndpoint' | 'endpointSource' | 'fips' | 'dualStack'
>

/** The more special one first, as the SDKs have it (AWS SDKs and Tools Reference Guide, service-specific endpoints). */
const VARIABLES = ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'] as const

export function readEndpoint(read: InputReader, runner: Runner): Endpoint {
  const isSet = (name: string): boolean => /^true$/i.test(runner.env(name)?.trim() ?? '')
  const { text, source } = givenEndpoint(read, runner, isSet('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'))
  return {
    stsEndpoint: read.url('sts-endpoint', true, text),
    customEndpoint: text !== '' && !isAwsEndpoint(text),
    endpointSource: source,
    fips: isSet('AWS_USE_FIPS_ENDPOINT'),
    dualStack: isSet('AWS_USE_DUALSTACK_ENDPOINT'),
  }
}

function givenEndpoint(
  read: InputReader,
  runner: Runner,
  ignored: boolean,
): { text: string; source: EndpointSource } {
  const input = read.text('sts-endpoint')
  if (input !== '') return { text: input, source: 'sts-endpoint' }
  const name = ignored ? undefined : VARIABLES.find((one) => runner.env(one)?.trim())
  if (name === undefined) return { text: '', source: '' }
  return { text: (runner.env(name) ?? '').trim(), source: name }
}
