// Every scenario played through the built action: each ends in its one cause, and exports nothing unless it exits 0.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { wordsBeforeSteps } from '../sandbox/look-sizes.js'
import { endedIn, type Played, play } from '../sandbox/play.js'
import type { Scenario } from '../sandbox/scenario.js'
import { nameOf } from '../sandbox/scenario.js'
import { SCENARIOS } from '../sandbox/scenarios.js'
import type { Street } from '../sandbox/street.js'
import { CAUSES } from '../src/causes/index.js'
import { street } from './sandbox/support.js'
import { piecesOf, shownOf } from './secret-shapes.js'
import { leftBehind } from './shown.js'

/** Most scenarios wait more than they work: so many run side by side, each on a street of its own. */
const STREETS = 4

/** With what the runner is told for debugging as well: it is a place like any other for a secret to stand in. */
const debugged = (row: Scenario): Scenario => ({
  ...row,
  variables: (at) => ({
    RUNNER_DEBUG: '1',
    ...(typeof row.variables === 'function' ? row.variables(at) : row.variables),
  }),
})

const known = new Set(['ready', 'unknown', ...CAUSES.map(({ id }) => id)])
const rows = SCENARIOS.filter(({ id }) => known.has(id))

let streets: Street[] = []
const played = new Map<Scenario, Promise<Played>>()

beforeAll(async () => {
  streets = await Promise.all(Array.from({ length: STREETS }, () => street()))
  const free = streets.map((at) => Promise.resolve(at))
  for (const [index, row] of rows.entries()) {
    const lane = index % STREETS
    const run = (free[lane] as Promise<Street>).then((at) => play(at, debugged(row)))
    // A run that breaks down is its own test's to report; the next one has the street all the same.
    free[lane] = run.catch(() => undefined).then(() => streets[lane] as Street)
    played.set(row, run)
  }
  await Promise.allSettled(played.values())
}, 240_000)
afterAll(() => Promise.all(streets.map((at) => at.stop())))

test('there is a scenario for each cause, and none that no cause takes', () => {
  expect(SCENARIOS.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([])
})

describe.each(rows.map((row) => [nameOf(row), row.what, row] as const))(
  '%s: %s',
  (_name, _what, row) => {
    const { id } = row

    test('ends in this cause and in no other', async () => {
      const run = await (played.get(row) as Promise<Played>)
      expect(endedIn(run, row)).toEqual(id === 'ready' ? [] : [id])
    })

    test(`exits ${row.exit} without a word on stderr`, async () => {
      const { exit, stderr, outputs, log } = await (played.get(row) as Promise<Played>)
      expect({ exit, stderr }).toEqual({ exit: row.exit, stderr: '' })
      const errors = log.annotations.filter(({ severity }) => severity === 'error')
      expect(errors).toHaveLength(row.exit)
      expect(outputs['ready']).toBe(row.exit === 0 ? 'true' : 'false')
    })

    test('is read in ten seconds: few words before the first thing to do, few lines', async () => {
      const run = await (played.get(row) as Promise<Played>)
      const { log, summary, causes } = run
      // A machine that is short of CPU has one finding more to tell, and that is read, too.
      const room = causes.length > endedIn(run, row).length ? 40 : 0
      expect((await wordsBeforeSteps(summary)) ?? 0).toBeLessThanOrEqual(40 + room)
      for (const { message } of log.annotations)
        expect(message.split('\n').length).toBeLessThanOrEqual(12)
      const lines = log.lines.filter(
        (line) => line.trim() !== '' && !/trying again|^Role `/.test(line),
      )
      expect(lines.length).toBeLessThanOrEqual(id === 'ready' ? 6 : 12)
    })

    test('shows no secret and no piece of one, and leaves none behind', async () => {
      const run = await (played.get(row) as Promise<Played>)
      const parts = run.secrets.flatMap((secret) => [secret, ...secret.split('.').slice(1)])
      // Of a run that was refused, nobody can say what it has got. The runner knows its own.
      const isWhole = 'AWS_SESSION_TOKEN' in run.exported
      const masked = new Set([run.environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'], ...run.log.masks])
      const open = parts.filter((secret) => secret.length >= 16 && !masked.has(secret))
      expect(isWhole ? open : []).toEqual([])
      expect(shownOf(piecesOf(parts), leftBehind(run))).toEqual([])
    })

    test('leaves a page of its own, and credentials only where the step passed', async () => {
      const { exported, summary, log, causes } = await (played.get(row) as Promise<Played>)
      if (row.exit !== 0) expect(exported).toEqual({})
      if (id === 'ready') expect(log.annotations).toHaveLength(causes.length)
      else expect(summary).toContain(`/docs/causes/${id}.md)`)
    })
  },
)
