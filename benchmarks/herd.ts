// Many jobs that sign in at once: ours by its own retry, configure-aws-credentials' rule, and the SDK's standard mode.
import { retryFor } from '../src/causes/index.js'
import type { Failure, IssuerFacts, Known } from '../src/model.js'
import { type Tries, withRetries } from '../src/run/retry.js'
import type { World } from '../src/world.js'
import { type Answer, type Herd, type HerdWorld, WORLDS } from './herd-worlds.js'
import { quantile } from './measure.js'
import { VirtualClock } from './virtual-clock.js'

const SIZES = [16, 64, 256, 1024, 10_000]
/** All jobs start within this time, in ms. */
const SPREAD_MS = 1000
/** `action-timeout-s` of both actions, as it is by default. */
const DEADLINE_MS = 300_000

interface Job {
  signedInAt?: number
  calls: number
}

type Rule = (herd: Herd, clock: VirtualClock, random: () => number, job: Job) => Promise<boolean>

/** Deterministic: the same herd at every run (mulberry32, public domain). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

async function called(herd: Herd, job: Job): Promise<Answer> {
  job.calls++
  return herd.call()
}

const THROTTLING = { code: 'Throttling', message: 'Rate exceeded' }
const NO_KEYS = {
  code: 'InvalidIdentityToken',
  message:
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
}

function refusal(answer: 'throttled' | 'no-keys'): Failure {
  return {
    kind: 'aws',
    ...(answer === 'throttled' ? THROTTLING : NO_KEYS),
    status: 400,
    requestId: '',
  } as Failure
}

function knownOf(uncached: boolean, isShort: boolean): Known {
  const url = 'https://idp.example.com'
  const freshness = uncached
    ? { storable: true, lifetimeSeconds: 0, prevents: { header: 'pragma' as const } }
    : { storable: true, lifetimeSeconds: 300 }
  const issuer: IssuerFacts = {
    url,
    discovery: { url, freshness, result: { ok: true, value: {} } },
    totalMs: isShort ? 2500 : 100,
  }
  return { now: 0, issuer } as unknown as Known
}

/** By the code of this action, with its own look at the issuer beside the first call. */
const ours =
  (uncached: boolean): Rule =>
  async (herd, clock, random, job) => {
    const looked = herd.look()
    const world = {
      clock: {
        monotonic: () => clock.now(),
        now: () => clock.now(),
        sleep: (ms: number) => clock.sleep(ms),
      },
      random,
      stopped: () => false,
    } as unknown as World
    const tries: Tries<true> = {
      onWait: () => undefined,
      async attempt() {
        const answer = await called(herd, job)
        return answer === 'session'
          ? { ok: true, value: true }
          : { ok: false, failure: refusal(answer) }
      },
      judge: async (failure) => retryFor(failure, knownOf(uncached, (await looked) === 'short')),
    }
    const { result } = await withRetries({ world, deadlineAt: clock.now() + DEADLINE_MS }, tries)
    return result.ok
  }

/** The SDK's standard mode: 3 attempts, full jitter below 20 s, base 100 ms, 500 ms where it was throttled. */
const sdk: Rule = async (herd, clock, random, job) => {
  for (let n = 1; ; n++) {
    const answer = await called(herd, job)
    if (answer === 'session') return true
    // An InvalidIdentityToken is not retried by the SDK.
    if (answer === 'no-keys' || n === 3) return false
    await clock.sleep(random() * Math.min(20_000, 500 * 2 ** (n - 1)))
  }
}

/** configure-aws-credentials 6.2: the SDK's three attempts twelve times over, full jitter, base 50 ms (its helpers.ts). */
const peer: Rule = async (herd, clock, random, job) => {
  const end = clock.now() + DEADLINE_MS
  for (let n = 0; n < 12 && clock.now() < end; n++) {
    if (await sdk(herd, clock, random, job)) return true
    await clock.sleep(random() * 2 ** n * 50)
  }
  return false
}

async function herdOf(size: number, world: HerdWorld, rule: Rule): Promise<Job[]> {
  const clock = new VirtualClock()
  const herd = world.open(clock)
  const jobs = Array.from({ length: size }, async (_, index): Promise<Job> => {
    const random = dice(index + 1)
    const job: Job = { calls: 0 }
    await clock.sleep(random() * SPREAD_MS)
    if (await rule(herd, clock, random, job)) job.signedInAt = clock.now()
    return job
  })
  await clock.run()
  return Promise.all(jobs)
}

export async function compareHerds(): Promise<void> {
  console.log('share signed in / median, last of them in s / calls of STS for each job')
  for (const world of WORLDS) {
    console.log(`\n${world.name}`)
    for (const size of SIZES) {
      const columns = []
      const rules: [string, Rule][] = [
        ['ours', ours(world.uncached)],
        ['peer', peer],
        ['SDK', sdk],
      ]
      for (const [name, rule] of rules)
        columns.push(`${name} ${figuresOf(await herdOf(size, world, rule))}`)
      console.log(`${String(size).padStart(6)}  ${columns.join('   ')}`)
    }
  }
}

function figuresOf(jobs: readonly Job[]): string {
  const times = jobs.flatMap(({ signedInAt }) =>
    signedInAt === undefined ? [] : [signedInAt / 1000],
  )
  const share = (100 * times.length) / jobs.length
  const calls = jobs.reduce((sum, one) => sum + one.calls, 0) / jobs.length
  const seconds =
    times.length === 0
      ? '–'
      : `${quantile(times, 0.5).toFixed(0)}, ${quantile(times, 1).toFixed(0)}`
  return `${share.toFixed(share > 99 && share < 100 ? 2 : 0)} % / ${seconds} / ${calls.toFixed(1)}`.padEnd(
    26,
  )
}
