// The log of a run: facts that add up, clocks that are heard, spans that end.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, NOW, RUN } from '../../evidence/baseline.js'
import { RunLog } from '../../src/run/run-log.js'
import { DENIED, FakeWorld } from '../fake-world.js'

const STS = { of: 'sts', attempt: 1 } as const

const made = () => {
  const world = new FakeWorld()
  return { world, clock: world.clock, log: new RunLog(world, RUN) }
}

test('begins with the run, the time, and nothing checked', () => {
  expect(made().log.known).toEqual({
    run: RUN,
    signature: 'not-checked',
    clocks: [],
    now: NOW * 1000,
  })
})

test('adds what is learnt, replaces what is learnt anew, and keeps the time of the last', () => {
  const { clock, log } = made()
  if (KNOWN.token) log.learn({ token: KNOWN.token })
  clock.pass(500)
  log.learn({ signature: 'valid' })
  expect(log.known).toMatchObject({
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
  const { log } = made()
  const date = new Date(Math.floor((NOW * 1000 + ahead) / 1000) * 1000).toUTCString()
  log.hear('sts', date, NOW * 1000 + 500)
  expect(log.known.clocks).toEqual([{ peer: 'sts', skewSeconds }])
})

test.each([undefined, '', 'yesterday'])('hears nothing in %j', (date) => {
  const { log } = made()
  log.hear('sts', date, NOW * 1000)
  expect(log.known.clocks).toEqual([])
})

test('notes spans from the start of the run, also those that overlap', async () => {
  const { clock, log } = made()
  clock.pass(10)
  const done = log.span({ of: 'issuer', attempt: 1 }, async () => {
    clock.pass(20)
    await log.span({ of: 'jwks-past-caches' }, async () => clock.pass(5))
    return 'value'
  })
  expect(await done).toBe('value')
  expect(log.timeline()).toEqual([
    { task: { of: 'issuer', attempt: 1 }, start_ms: 10, end_ms: 35 },
    { task: { of: 'jwks-past-caches' }, start_ms: 30, end_ms: 35 },
  ])
})

test('tells what is under way, which ends now in the timeline', async () => {
  const { clock, log } = made()
  let finish = (): void => undefined
  const held = new Promise<void>((done) => {
    finish = done
  })
  const span = log.span(STS, () => held)
  clock.pass(70)
  expect(log.running()).toEqual([STS])
  expect(log.timeline()).toEqual([{ task: STS, start_ms: 0, end_ms: 70 }])
  finish()
  await span
  expect(log.running()).toEqual([])
})

test('a throw ends its span, and is thrown on', async () => {
  const { log } = made()
  const work = async () => {
    throw new Error('a bug')
  }
  await expect(log.span(STS, work)).rejects.toThrow('a bug')
  expect(log.running()).toEqual([])
})

test('a deadline meets what is under way and how the last attempt failed, and closes the log', () => {
  const { log } = made()
  const work = log.span(STS, () => new Promise<void>(() => undefined))
  void work
  log.failing({ cause: 'sts-throttled', failure: DENIED })
  expect(log.runOut(2)).toEqual({
    kind: 'deadline',
    seconds: 2,
    running: [STS],
    last: { cause: 'sts-throttled', failure: DENIED },
  })
  expect(log.closed).toBe(true)
  log.failing()
  expect(log.runOut(2)).not.toHaveProperty('last')
})

test('a line is told until the deadline has come, and not after it', () => {
  const { world, log } = made()
  log.say('in time')
  log.runOut(2)
  log.say('too late')
  expect(world.runner.lines).toEqual(['in time'])
})

describe('waits', () => {
  const MINUTE = 60_000

  test('the first three are told, then one a minute', () => {
    const { world, clock, log } = made()
    for (let n = 1; n <= 200; n++) {
      log.sayWait(`wait ${n}`)
      clock.pass(1000)
    }
    expect(world.runner.lines).toEqual([
      'wait 1',
      'wait 2',
      'wait 3',
      'wait 63',
      'wait 123',
      'wait 183',
    ])
  })

  test('those that are a minute apart are all told', () => {
    const { world, clock, log } = made()
    for (let n = 1; n <= 6; n++) {
      log.sayWait(`wait ${n}`)
      clock.pass(MINUTE)
    }
    expect(world.runner.lines).toHaveLength(6)
  })

  test('other lines are told between them all the same, and none after the deadline', () => {
    const { world, log } = made()
    for (let n = 1; n <= 5; n++) log.sayWait(`wait ${n}`)
    log.say('a line')
    log.runOut(2)
    world.clock.pass(MINUTE)
    log.sayWait('too late')
    expect(world.runner.lines).toEqual(['wait 1', 'wait 2', 'wait 3', 'a line'])
  })
})

describe('the log of a part of the run', () => {
  test('knows what the run knows, also what it learns later, and keeps its own to itself', () => {
    const { log } = made()
    const branch = log.branch()
    branch.learn({ endpoint: 'https://sts.test' })
    log.learn({ signature: 'valid' })
    expect(branch.known).toMatchObject({ endpoint: 'https://sts.test', signature: 'valid' })
    expect(log.known).not.toHaveProperty('endpoint')
    branch.learn({ signature: 'invalid' })
    expect([branch.known.signature, log.known.signature]).toEqual(['invalid', 'valid'])
  })

  test('has the time of what was learnt last, in whichever part', () => {
    const { clock, log } = made()
    const [one, other] = [log.branch(), log.branch()]
    one.learn({ signature: 'valid' })
    clock.pass(500)
    other.learn({ signature: 'valid' })
    clock.pass(500)
    expect([log, one, other].map(({ known }) => known.now)).toEqual(Array(3).fill(NOW * 1000 + 500))
  })

  test('hears clocks for all', () => {
    const { clock, log } = made()
    const [one, other] = [log.branch(), log.branch()]
    for (const each of [one, other])
      each.hear('sts', new Date(clock.now()).toUTCString(), clock.now())
    expect([log, one, other].map(({ known }) => known.clocks.length)).toEqual([2, 2, 2])
  })

  test('shares the timeline, the waits that are told, and the deadline', async () => {
    const { world, log } = made()
    const branches = [1, 2, 3, 4, 5].map(() => log.branch())
    for (const branch of branches) {
      await branch.span(STS, async () => undefined)
      branch.sayWait('again')
    }
    expect(log.timeline()).toHaveLength(5)
    expect(world.runner.lines).toEqual(['again', 'again', 'again'])
    branches[0]?.failing({ cause: 'role-not-assumable', failure: DENIED })
    expect(log.runOut(1).last).toMatchObject({ cause: 'role-not-assumable' })
    branches[1]?.say('too late')
    expect(world.runner.lines).not.toContain('too late')
  })
})
