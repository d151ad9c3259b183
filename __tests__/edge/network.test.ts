// What Node throws, as evidence: of several addresses the one that says most.
import { createConnection } from 'node:net'
import { expect, test } from '@jest/globals'
import { networkFailure, startTrace } from '../../src/edge/network.js'
import { deadPort, oneRealm } from './servers.js'

oneRealm()

const failureOf = (error: unknown) =>
  networkFailure(error, 'sts', 'sts.example', startTrace(new URL('https://sts.example')))

const failed = (code: string, address: string) =>
  Object.assign(new Error(`connect ${code} ${address}:443`), { code })

test('an address without a route does not speak for the one that refused', () => {
  const errors = [failed('ENETUNREACH', '2001:db8::1'), failed('ECONNREFUSED', '192.0.2.1')]
  const all = Object.assign(new AggregateError(errors), { code: 'ENETUNREACH' })
  expect(failureOf(all)).toMatchObject({
    code: 'ECONNREFUSED',
    detail: 'connect ECONNREFUSED 192.0.2.1:443',
  })
})

test('where no address has a route, the first one speaks', () => {
  const errors = [failed('ENETUNREACH', '2001:db8::1'), failed('EHOSTUNREACH', '192.0.2.1')]
  const all = Object.assign(new AggregateError(errors), { code: 'ENETUNREACH' })
  expect(failureOf(all)).toMatchObject({ code: 'ENETUNREACH' })
})

test("Node's own error of one address is taken as it is", async () => {
  const port = await deadPort()
  const thrown = await new Promise((done) =>
    createConnection({ host: '127.0.0.1', port }).once('error', done),
  )
  expect(failureOf(thrown)).toMatchObject({
    code: 'ECONNREFUSED',
    detail: `connect ECONNREFUSED 127.0.0.1:${port}`,
  })
})
