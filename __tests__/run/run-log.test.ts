// The ledger: facts that add up, clocks that are heard, spans that end.
import { expect, test } from '@jest/globals'
import { KNOWN, NOW, RUN } from '../../evidence/baseline.js'
import { RunLog } from '../../src/run/run-log.js'
import { DENIED, FakeClock } from '../fake-world.js'

const STS = { of: 'sts', attempt: 1 } as const

const made = () => {
  const clock = new FakeClock()
  return { clock, ledger: new RunLog(clock, RUN) }
}

test('begins with the run, the time, and nothing checked', () => {
  expect(made().ledger.known).toEqual({
    run: RUN,
    signature: 'not-checked',
    clocks: [],
    now: NOW * 1000,
  })
})

test('adds what is learnt, replaces what is learnt anew, and keeps the time of the last', () => {
  const { clock, ledger } = made()
  if (KNOWN.token) ledger.learn({ token: KNOWN.token })
  clock.pass(500)
  ledger.learn({ signature: 'valid' })
  expect(ledger.known).toMatchObject({
    token: KNOWN.token,
    signature: 'valid',
    now: NOW * 1000 + 500,
  })
})

test.each([
  [0, 0],
  [120_000, 120],
  [-90_000, -90],
  [400, 0],
])('hears a clock that is %i ms ahead as %i s', (ahead, skewSeconds) => {
  const { ledger } = made()
  const date = new Date(Math.floor((NOW * 1000 + ahead) / 1000) * 1000).toUTCString()
  ledger.hear('sts', date, NOW * 1000 + 500)
  expect(ledger.known.clocks).toEqual([{ peer: 'sts', skewSeconds }])
})

test.each([undefined, '', 'yesterday'])('hears nothing in %j', (date) => {
  const { ledger } = made()
  ledger.hear('sts', date, NOW * 1000)
  expect(ledger.known.clocks).toEqual([])
})

test('notes spans from the start of the run, also those that overlap', async () => {
  const { clock, ledger } = made()
  clock.pass(10)
  const done = ledger.span({ of: 'issuer', attempt: 1 }, async () => {
    clock.pass(20)
    await ledger.span({ of: 'jwks-past-caches' }, async () => clock.pass(5), 'twice')
    return 'value'
  })
  expect(await done).toBe('value')
  expect(ledger.timeline()).toEqual([
    { task: { of: 'issuer', attempt: 1 }, start_ms: 10, end_ms: 35 },
    { task: { of: 'jwks-past-caches' }, start_ms: 30, end_ms: 35, detail: 'twice' },
  ])
})

test('tells what is under way, which ends now in the timeline', async () => {
  const { clock, ledger } = made()
  let finish = (): void => undefined
  const held = new Promise<void>((done) => {
    finish = done
  })
  const span = ledger.span(STS, () => held)
  clock.pass(70)
  expect(ledger.running()).toEqual([STS])
  expect(ledger.timeline()).toEqual([{ task: STS, start_ms: 0, end_ms: 70 }])
  finish()
  await span
  expect(ledger.running()).toEqual([])
})

test('a throw ends its span, and is thrown on', async () => {
  const { ledger } = made()
  const work = async () => {
    throw new Error('a bug')
  }
  await expect(ledger.span(STS, work)).rejects.toThrow('a bug')
  expect(ledger.running()).toEqual([])
})

test('a deadline meets what is under way and how the last attempt failed, and closes the ledger', () => {
  const { ledger } = made()
  const work = ledger.span(STS, () => new Promise<void>(() => undefined))
  void work
  ledger.failing({ cause: 'sts-throttled', failure: DENIED })
  expect(ledger.runOut(2)).toEqual({
    kind: 'deadline',
    seconds: 2,
    running: [STS],
    last: { cause: 'sts-throttled', failure: DENIED },
  })
  expect(ledger.closed).toBe(true)
  ledger.failing()
  expect(ledger.runOut(2)).not.toHaveProperty('last')
})

test('a line is told until the deadline has come, and not after it', () => {
  const { ledger } = made()
  const lines: string[] = []
  const runner = { info: (line: string) => void lines.push(line) }
  ledger.say(runner, 'in time')
  ledger.runOut(2)
  ledger.say(runner, 'too late')
  expect(lines).toEqual(['in time'])
})
