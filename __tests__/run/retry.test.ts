// Trying again: how often, after how long, and what ends it, for each policy and each way of asking for patience.
import { describe, expect, test } from '@jest/globals'
import type { Retry } from '../../src/causes/cause.js'
import { retryAfterSeconds } from '../../src/edge/retry-after.js'
import type { Attempt, Failure } from '../../src/model.js'
import { Moment } from '../../src/run/moment.js'
import { type Tries, withRetries } from '../../src/run/retry.js'
import { FakeWorld, refused } from '../fake-world.js'

const FAILURE = refused('Throttling', 'Rate exceeded')

async function failing(
  retry: Retry,
  {
    dice = 0,
    failure = FAILURE,
    world = new FakeWorld(),
    deadlineAt = Number.POSITIVE_INFINITY,
    ...rest
  }: Partial<Tries<never>> & {
    dice?: number
    failure?: Failure
    world?: FakeWorld
    deadlineAt?: number
  } = {},
) {
  world.dice = dice
  let tries = 0
  const told: [Attempt, number][] = []
  const done = await withRetries(
    { world, deadlineAt },
    {
      maxAttempts: 100,
      attempt: async () => {
        tries++
        return { ok: false, failure }
      },
      judge: async () => ({ id: 'sts-throttled', retry }),
      onWait: (attempt, n) => told.push([attempt, n]),
      ...rest,
    },
  )
  return { ...done, world, told, tries, waits: world.clock.slept }
}

describe('each policy', () => {
  test.each<[Retry, number[], number[]]>([
    ['never', [], []],
    ['once', [1000], [1250]],
    ['eventual-consistency', [1000, 1000, 1000, 1000], [1250, 1500, 2000, 2000]],
  ])(
    '%s: its number of tries, and its waits with dice of 0 and of a half',
    async (retry, least, half) => {
      const low = await failing(retry, { dice: 0 })
      expect({ tries: low.tries, waits: low.waits }).toEqual({
        tries: least.length + 1,
        waits: least,
      })
      expect((await failing(retry, { dice: 0.5 })).waits).toEqual(half)
    },
  )

  test.each<[Retry, number]>([
    ['once', 1500],
    ['eventual-consistency', 3000],
    ['transient', 8000],
    ['throttled', 30_000],
  ])('%s never waits longer than %i ms of its own accord', async (retry, most) => {
    const { waits } = await failing(retry, { dice: 0.999 })
    expect(Math.max(...waits)).toBeLessThanOrEqual(most)
    expect(Math.max(...waits)).toBeGreaterThan(most * 0.9)
  })

  test.each<[Retry, number[], number]>([
    ['transient', [250, 500, 1000, 2000, 4000, 4000], 60_000],
    ['throttled', [1000, 2000, 4000, 8000, 15_000, 15_000], 300_000],
  ])(
    '%s: its first waits with dice of a half; the last try when its time is over',
    async (retry, first, forMs) => {
      const { waits, world, tries } = await failing(retry, { dice: 0.5 })
      expect(waits.slice(0, first.length)).toEqual(first)
      expect(waits.reduce((sum, one) => sum + one)).toBe(forMs)
      expect(world.clock.monotonic() - new FakeWorld().clock.monotonic()).toBe(forMs)
      expect(tries).toBe(waits.length + 1)
    },
  )

  test.each<Retry>(['transient', 'throttled'])(
    '%s: an end even where chance lets nobody wait',
    async (retry) => {
      expect((await failing(retry, { dice: 0 })).tries).toBe(100)
    },
  )

  describe('failures of several kinds', () => {
    /** What each attempt fails by, in turn; the last one for good. */
    const inTurn = (...kinds: Retry[]) => {
      let n = 0
      const judge = async () =>
        ({ id: 'sts-throttled', retry: kinds[n++] ?? kinds.at(-1) ?? 'never' }) as const
      return failing('never', { judge, dice: 0.5 })
    }
    const sum = (waits: readonly number[]) => waits.reduce((all, one) => all + one, 0)

    test('a fault that passes has its minute also after minutes of throttling', async () => {
      const { waits } = await inTurn(...Array<Retry>(10).fill('throttled'), 'transient')
      const throttled = sum(waits.slice(0, 10))
      expect(throttled).toBeGreaterThan(60_000)
      expect(sum(waits.slice(10))).toBe(60_000)
    })

    test('all of them together end after 300 s', async () => {
      const kinds = Array.from({ length: 100 }, (_, n) => (n % 2 ? 'transient' : 'throttled'))
      const { waits, tries } = await inTurn(...(kinds as Retry[]))
      expect(sum(waits)).toBe(300_000)
      expect(tries).toBeLessThan(100)
    })
  })

  test('maxAttempts caps each of them', async () => {
    for (const retry of ['once', 'eventual-consistency', 'transient', 'throttled'] as const)
      expect((await failing(retry, { maxAttempts: 1 })).tries).toBe(1)
    expect((await failing('throttled', { maxAttempts: 3 })).tries).toBe(3)
    expect((await failing('once', { maxAttempts: 3 })).tries).toBe(2)
  })
})

const http = (retryAfter: string): Failure => ({
  kind: 'http',
  peer: 'token-service',
  url: 'https://x.test/',
  status: 429,
  headers: { 'retry-after': retryAfter },
  excerpt: '',
  ...retryAfterSeconds({ 'retry-after': retryAfter }, new FakeWorld().clock.time),
})

describe('a peer that asks for patience', () => {
  const first = async (failure: Failure): Promise<number | undefined> =>
    (await failing('once', { failure })).waits[0]

  test('in seconds: gets them', async () => {
    expect(await first(http('7'))).toBe(7000)
    expect(await first({ ...FAILURE, retryAfterSeconds: 9 } as Failure)).toBe(9000)
  })

  test('in an HTTP date: gets the time until then', async () => {
    const { time } = new FakeWorld().clock
    expect(await first(http(new Date(time + 12_000).toUTCString()))).toBe(12_000)
  })

  test('for less than the policy: the policy stands', async () => {
    expect(await first(http('0'))).toBe(1000)
    expect(await first(http(new Date(0).toUTCString()))).toBe(1000)
    expect(await first(http('-5'))).toBe(1000)
  })

  test('in words that mean nothing: the policy stands', async () => {
    expect(await first(http('soon'))).toBe(1000)
    expect(await first(http(''))).toBe(1000)
  })

  test('for an hour: gets a minute', async () => {
    expect(await first(http('3600'))).toBe(60_000)
    expect(await first(http(new Date(Date.UTC(2099, 0)).toUTCString()))).toBe(60_000)
  })
})

test('the first success ends it, with the attempts that failed before', async () => {
  const world = new FakeWorld()
  world.dice = 0.5
  const { result, attempts } = await withRetries<string>(
    { world },
    {
      maxAttempts: 12,
      attempt: async (n) =>
        n < 3 ? { ok: false, failure: FAILURE } : { ok: true, value: `n${n}` },
      judge: async () => ({ id: 'sts-throttled', retry: 'throttled' }),
      onWait: () => undefined,
    },
  )
  expect(result).toEqual({ ok: true, value: 'n3' })
  expect(attempts).toEqual([
    { cause: 'sts-throttled', failure: FAILURE, waitedMs: 1000 },
    { cause: 'sts-throttled', failure: FAILURE, waitedMs: 2000 },
  ])
})

test('each wait is told before it begins', async () => {
  const { told, waits } = await failing('eventual-consistency', { dice: 0.5 })
  expect(told.map(([{ waitedMs }, n]) => [n, waitedMs])).toEqual(
    waits.map((ms, at) => [at + 1, ms]),
  )
})

describe('what makes another try useless', () => {
  test('a world that is stopped before the wait: none', async () => {
    const world = new FakeWorld()
    let tries = 0
    await withRetries(
      { world },
      {
        maxAttempts: 9,
        attempt: async () => {
          tries++
          world.stop()
          return { ok: false, failure: FAILURE }
        },
        judge: async () => ({ id: 'unknown', retry: 'throttled' }),
        onWait: () => undefined,
      },
    )
    expect({ tries, slept: world.clock.slept }).toEqual({ tries: 1, slept: [] })
  })

  test('a world that is stopped while waiting: no further attempt', async () => {
    const world = new FakeWorld()
    expect((await failing('throttled', { world, onWait: world.stop })).tries).toBe(1)
  })

  test('what was asked for is over meanwhile: the last failure stands', async () => {
    const over = new Moment()
    const { tries, result } = await failing('throttled', { over, onWait: () => over.pass() })
    expect(tries).toBe(1)
    expect(result).toEqual({ ok: false, failure: FAILURE })
    expect((await failing('throttled', { over })).waits).toEqual([])
  })

  test('it is over while a wait of an hour is on: the wait ends then', async () => {
    const over = new Moment()
    const world = new FakeWorld()
    world.clock.sleep = () => new Promise(() => undefined)
    const onWait = () => setImmediate(() => over.pass())
    const done = await failing('throttled', { world, over, onWait })
    expect(done).toMatchObject({ result: { ok: false }, attempts: [{ failure: FAILURE }] })
  })

  test('and where nothing can end it, a wait is waited for', async () => {
    const world = new FakeWorld()
    world.clock.sleep = () => new Promise(() => undefined)
    let tries = 0
    void failing('throttled', {
      world,
      attempt: async () => {
        tries++
        return { ok: false, failure: FAILURE }
      },
    })
    await new Promise((done) => setImmediate(done))
    expect(tries).toBe(1)
  })

  test.each([
    [3, 9, 3],
    [9, 9, 2],
    [10, 9, 1],
  ])('Retry-After of %d s with %d s to the deadline: %d tries', async (asked, left, tries) => {
    const deadlineAt = new FakeWorld().clock.monotonic() + left * 1000
    const failure = http(`${asked}`)
    const { result, tries: made } = await failing('throttled', {
      deadlineAt,
      maxAttempts: 3,
      failure,
    })
    expect(result).toEqual({ ok: false, failure: http(`${asked}`) })
    expect(made).toBe(tries)
  })

  test.each([
    [0, []],
    [999, []],
    [1000, [1000]],
    [2999, [1000]],
    [3000, [1000, 2000]],
  ])('%d ms to the deadline: only waits of our own that end by then, %j', async (left, waits) => {
    const deadlineAt = new FakeWorld().clock.monotonic() + left
    const done = await failing('throttled', { deadlineAt, dice: 0.5 })
    expect(done.result).toEqual({ ok: false, failure: FAILURE })
    expect(done.waits).toEqual(waits)
    expect(done.told).toHaveLength(waits.length)
  })

  test('patience until a moment: its last wait is as long as that moment is away', async () => {
    const from = new FakeWorld().clock.monotonic()
    const judge = async () =>
      ({ id: 'role-not-assumable', retry: 'eventual-consistency', until: from + 400 }) as const
    const waitsWith = async (deadlineAt: number) =>
      (await failing('eventual-consistency', { judge, deadlineAt })).waits
    expect(await waitsWith(from + 400)).toEqual([400])
    expect(await waitsWith(from + 399)).toEqual([])
  })
})

describe('until', () => {
  const patient = (ms: number, more: Partial<Tries<never>> = {}) => {
    const started = new FakeWorld().clock.monotonic()
    const judge = async () =>
      ({ id: 'role-not-assumable', retry: 'eventual-consistency', until: started + ms }) as const
    return failing('eventual-consistency', { judge, ...more })
  }

  test('tries go on past the number of the policy and of the cap, and end with the time', async () => {
    const { tries, waits } = await patient(8000, { maxAttempts: 2 })
    expect({ tries, waits }).toEqual({ tries: 9, waits: Array(8).fill(1000) })
  })

  test('the last try comes when the time is over, not after it', async () => {
    const { waits } = await patient(2500)
    expect(waits).toEqual([1000, 1000, 500])
  })

  test('no time at all: one try', async () => {
    expect((await patient(0)).tries).toBe(1)
  })
})

test('each kind of failure has its own tries, however many of another kind came before', async () => {
  const kinds: Retry[] = ['throttled', 'throttled', 'throttled', 'once', 'once']
  let at = -1
  const { tries } = await failing('throttled', {
    dice: 0.5,
    judge: async () => {
      at++
      return { id: 'sts-throttled', retry: kinds[at] ?? 'never' }
    },
  })
  expect(tries).toBe(5)
})

test('a peer that asks for more patience than there is left is not asked again', async () => {
  const { tries, waits } = await failing('transient', { failure: http('45') })
  expect([tries, waits]).toEqual([2, [45_000]])
})
