// A session that STS gave, on fakes: nothing that the issuer does loses it, or holds it up for longer than its requests may take.
import { describe, expect, test } from '@jest/globals'
import { ISSUER_LIMIT_MS } from '../src/aws/limits.js'
import { type Preflight, preflight } from '../src/preflight.js'
import { FakeWorld, idle, refused, signed, until } from './fake-world.js'
import { aud } from './trust/fixtures.js'
import { policyOf, statement } from './trust/support.js'

const never = () => new Promise<never>(() => undefined)
const idsOf = ({ report }: Preflight): string[] => report.findings.map(({ id }) => id)

/** An issuer that stays silent from this document on. */
function silent(from: 'discovery' | 'jwks', inputs: Record<string, string> = {}): FakeWorld {
  const world = new FakeWorld({ inputs })
  world.hold(from)
  return world
}

/** The run, with so much time to pass after the answer of STS, and not a moment more. */
async function passing(world: FakeWorld, ms = ISSUER_LIMIT_MS): Promise<Preflight> {
  const run = preflight(world)
  await until(() => world.calls.includes('sts'))
  await idle()
  world.clock.pass(ms)
  return run
}

describe.each(['discovery', 'jwks'] as const)('an issuer whose %s never comes', (from) => {
  test('is waited for until the limit of its requests, and is a warning', async () => {
    const done = await passing(silent(from))
    expect(done.session).toBeDefined()
    expect(idsOf(done)).toEqual(['issuer-unchecked'])
    expect(done.report).toMatchObject({ ready: true, failed: false })
    expect(done.report.findings[0]).toMatchObject({
      severity: 'warning',
      evidence: [{ missing: from, waitedMs: ISSUER_LIMIT_MS }],
    })
  })

  test('fails the step under fail-on: warning, with nothing exported', async () => {
    const world = silent(from, { 'fail-on': 'warning' })
    const done = await passing(world)
    expect(done.report).toMatchObject({ ready: true, failed: true })
    expect(done.session).toBeUndefined()
    expect(world.runner.exported).toEqual({})
  })

  test('a deadline that comes meanwhile ends the wait, and not the session', async () => {
    const world = silent(from)
    const { sleep } = world.clock
    world.clock.sleep = (ms) => (ms === ISSUER_LIMIT_MS ? never() : sleep(ms))
    const done = await passing(world, 300_000)
    expect(done.session).toBeDefined()
    expect(idsOf(done)).toEqual(['issuer-unchecked'])
    expect(done.report.findings[0]?.evidence).toMatchObject([
      { missing: from, deadlineSeconds: 300 },
    ])
  })

  test('the account list, the clock and the trust policy are judged all the same', async () => {
    const world = silent(from, { 'allowed-account-ids': '444455556666' })
    expect(idsOf(await passing(world))).toEqual(['account-not-allowed'])
    const skewed = silent(from)
    const later = () => new Date(skewed.clock.time + 600_000).toUTCString()
    const { onSignIn } = skewed
    skewed.onSignIn = async (request, n) => {
      const answer = await onSignIn(request, n)
      return answer.ok ? { ok: true, value: { ...answer.value, date: later() } } : answer
    }
    skewed.replies['token-service'] = async () => ({
      body: { value: await signed() },
      headers: { date: later() },
    })
    expect(idsOf(await passing(skewed))).toEqual(expect.arrayContaining(['clock-skew']))
    const open = silent(from, {
      'trust-policy': JSON.stringify(
        policyOf(statement({ StringEquals: { [aud]: 'sts.amazonaws.com' } })),
      ),
    })
    expect(idsOf(await passing(open))).toEqual(
      expect.arrayContaining(['trust-too-open', 'issuer-unchecked']),
    )
  })

  test('STS that refuses the token is believed after the same wait', async () => {
    const world = silent(from, { 'retry-max-attempts': '1' })
    world.onSignIn = () => ({
      ok: false,
      failure: refused(
        'InvalidIdentityToken',
        "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
      ),
    })
    const done = await passing(world)
    expect(idsOf(done)).not.toContain('issuer-unchecked')
    expect(done.session).toBeUndefined()
  })
})

test('what an issuer asks for with Retry-After is not waited for once STS has answered', async () => {
  const world = new FakeWorld()
  world.replies.jwks = () => ({ status: 503, body: '', headers: { 'retry-after': '60' } })
  const done = await passing(world, 0)
  expect(done.session).toBeDefined()
  expect(idsOf(done)).toEqual(['jwks-unavailable'])
})

test('documents that come late after all change nothing any more', async () => {
  const world = new FakeWorld()
  const letKeys = world.hold('jwks')
  const done = await passing(world)
  const told = [...world.runner.lines]
  const { checks, findings } = done.report
  letKeys()
  await idle()
  expect(world.runner.lines).toEqual(told)
  expect({ checks: done.report.checks, findings: done.report.findings }).toEqual({
    checks,
    findings,
  })
  expect(done.report.known.issuer?.jwks).toBeUndefined()
})
