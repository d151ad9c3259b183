// A part of the fault table, played through the built action: each kind of fault, and each service. `npm run faults` plays all of it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { CELLS, cellName, type FaultCell, playCell, type Told } from '../sandbox/fault-cells.js'
import type { Service } from '../sandbox/fault-rows.js'
import { FaultStreet } from '../sandbox/fault-street.js'
import { Keys } from '../sandbox/keys.js'

/** At each service another fault of each kind, so that all of them are met. */
const CHOSEN: Readonly<Record<Service, readonly string[]>> = {
  token: [
    'Name and connection/connection refused',
    'TLS/certificate expired',
    'TLS/closed after the handshake',
    'HTTP status/HTTP 407',
    'HTTP status/HTTP 408',
    'HTTP status/HTTP 421',
    'HTTP status/HTTP 511 with a web page',
    'HTTP framing/chunks without an end, and closed',
    'Body/JSON: null',
    'Tried again/HTTP 500, once',
  ],
  discovery: [
    'Name and connection/the name does not exist',
    'TLS/alert: handshake failure',
    'HTTP status/HTTP 302 to the same host',
    'HTTP framing/silent within the body',
    'Members of JSON/values that are null',
  ],
  'discovery-here': [
    'Name and connection/closed after the first bytes',
    'HTTP status/HTTP 304',
    'HTTP framing/closed within the headers',
  ],
  jwks: [
    'Name and connection/reset as soon as it is connected',
    'TLS/chain not complete',
    'HTTP status/HTTP 101',
    'HTTP framing/a body without an end, fast',
    'Body/a web page',
    'Members of JSON/lists of another type',
  ],
  sts: [
    'Name and connection/reset after the first bytes',
    'TLS/certificate of another name',
    'TLS/plain HTTP in place of TLS',
    'HTTP status/HTTP 403 with a web page',
    'HTTP status/HTTP 504',
    'HTTP framing/gzip that is none',
    "XML of STS's answer/no credentials",
    "XML of STS's answer/an expiration that is over",
    "XML of STS's answer/a line break in the session token",
    'Clocks/of STS, two hours behind',
    'Tried again/HTTP 503 with `Retry-After: 86400`',
  ],
  'proxy-token': ['Name and connection/connection refused', 'HTTP status/HTTP 407'],
  'proxy-issuer': ['HTTP framing/silent within the headers', 'HTTP status/HTTP 503'],
  'proxy-sts': ['HTTP framing/4 bytes a second', 'Tried again/reset after the request, once'],
}

/** Most of them wait more than they work. */
const STREETS = 3

const names = Object.entries(CHOSEN).flatMap(([service, rows]) =>
  rows.map((row) => `${row}/${service}`),
)
const cells = CELLS.filter((cell) => names.includes(cellName(cell)))

let streets: FaultStreet[] = []
const told = new Map<FaultCell, Promise<Told>>()

beforeAll(async () => {
  const keys = await Keys.make()
  streets = await Promise.all(Array.from({ length: STREETS }, () => FaultStreet.start(keys)))
  const lanes = streets.map((street) => ({ street, last: Promise.resolve() as Promise<unknown> }))
  for (const [index, cell] of cells.entries()) {
    const lane = lanes[index % STREETS]
    if (!lane) continue
    const run = lane.last.then(() => playCell(lane.street, cell))
    // A run that breaks down is its own test's to report.
    lane.last = run.catch(() => undefined)
    told.set(cell, run)
  }
  await Promise.allSettled(told.values())
}, 240_000)
afterAll(() => Promise.all(streets.map((street) => street.stop())))

test('every cell that is named is there', () => {
  expect(names.filter((name) => !cells.some((cell) => cellName(cell) === name))).toEqual([])
})

test('every cell has a name of its own', () => {
  expect(new Set(CELLS.map(cellName)).size).toBe(CELLS.length)
})

describe('the built action', () => {
  test.each(cells.map((cell) => [cellName(cell), cell] as const))('%s', async (_name, cell) => {
    const [exit, ...causes] = cell.ending
    const run = await (told.get(cell) as Promise<Told>)
    expect(run).toMatchObject({ exit, causes, exported: exit === 0, stderr: '' })
  })
})

test('what the peer does not end, the limit of the request ends', async () => {
  const endings = await Promise.all(told.values())
  const silent = endings.filter(({ row }) => /^(silent within|4 bytes)/.test(row.name))
  expect(silent.length).toBeGreaterThan(2)
  expect(silent.filter(({ limitSeconds }) => limitSeconds === undefined)).toEqual([])
})
