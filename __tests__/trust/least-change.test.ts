// The least change lets in this token and nobody else: random policies and denials, judged by our matcher and by the sandbox's.
import { expect, test } from '@jest/globals'
import { isOtherOwner, subjectOf } from '../../src/aws/github-subject.js'
import type { Known, TrustDenial, Verdict } from '../../src/model.js'
import { contextOf } from '../../src/trust/context.js'
import { evaluate } from '../../src/trust/evaluate.js'
import type { Policy } from '../../src/trust/policy.js'
import type { Json } from './fixtures.js'
import { type Case, Dice, othersOf, randomCase } from './random-policies.js'
import { street } from './street.js'
import { examined, knownFor, parsed } from './support.js'

/** `TRUST_CASES=100000 npm test -- __tests__/trust/least-change.test.ts` looks at more. */
const CASES = Number(process.env['TRUST_CASES'] ?? 2000)
const SEED = Number(process.env['TRUST_SEED'] ?? 1)
const PROBES = 10

const BASE = knownFor()

/** The baseline with these claims in place of its own; null removes one. */
function knownOf(claims: Json): Known {
  const { token } = BASE
  if (!token) throw new Error('the baseline has a token')
  const all = Object.entries({ ...token.claims, ...claims }).filter(([, one]) => one !== null)
  const { iss, sub, aud } = claims
  const own = { issuer: String(iss), subject: String(sub), audiences: [String(aud)] }
  return { ...BASE, token: { ...token, ...own, claims: Object.fromEntries(all) } }
}

/** As it is handed over: the policy alone, or the template that it stands in. */
function handed(policy: Json, { template }: Case): unknown {
  if (!template) return policy
  return {
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { RoleName: 'deploy', AssumeRolePolicyDocument: policy },
      },
    },
  }
}

/** Done as the words say: the statement replaced that the diff is of, or one more put beside the others. */
function applied(policy: Json, { suggestion, statement: place }: TrustDenial): Json {
  const statements = policy['Statement'] as unknown[]
  const made = JSON.parse(suggestion?.statement ?? '') as unknown
  const Statement =
    suggestion?.diff === ''
      ? [...statements, made]
      : statements.map((one, at) => (at === place?.index ? made : one))
  return { ...policy, Statement }
}

/** The two verdicts on one token, ours and the street's, asked of as many policies as there are. */
function judgesOf(claims: Json) {
  const { token, inputs, now } = knownOf(claims)
  if (!token || !inputs) throw new Error('the baseline has both')
  const context = contextOf({ token, inputs, now })
  return {
    ours: (policy: Policy): Verdict => evaluate(policy, context).allowed,
    street: street(token.claims),
  }
}

/** IAM takes this for the very token: provider, audience and subject are the same. */
function isSame(one: Json, other: Json): boolean {
  return ['iss', 'sub', 'aud'].every((claim) => one[claim] === other[claim])
}

/** Tokens that nobody has (another spelling of the owner), or whose way in is closed on purpose (the old name of an owner). */
function isNobody(sub: string, own: string): boolean {
  const [theirs, ours] = [subjectOf(sub), subjectOf(own)]
  if (!theirs || !ours) return false
  const [one, other] = [theirs, ours].map(({ owner, name }) => `${owner}/${name}`)
  const spelt = one !== other && one?.toLowerCase() === other?.toLowerCase()
  return spelt || isOtherOwner(sub, own)
}

/** What the suggestion changes that it should not; none where all is well. */
function faultsOf(one: Case, denial: TrustDenial, dice: Dice): unknown[] {
  const { claims, policy } = one
  const after = applied(policy, denial)
  const [was, is] = [policy, after].map((each) => parsed(handed(each, one)).policy) as [
    Policy,
    Policy,
  ]
  const faults: unknown[] = []
  if (denial.denied === undefined) {
    const own = judgesOf(claims)
    const allowed = own.ours(is)
    if (allowed === false) faults.push('keeps this token out')
    // The street knows no dates, no addresses and no disputed keys, and takes `${` for a variable in any version.
    const text = JSON.stringify(after)
    const known = !/"(Date|IpAddress)|2008.*\$\{/.test(text) && !denial.disputed
    if (allowed === true && known && !own.street(after))
      faults.push('keeps this token out of the street')
  }
  for (const other of othersOf(one, dice, PROBES)) {
    if (isSame(other, claims)) continue
    const mayLose = isNobody(String(other['sub']), String(claims['sub']))
    const judges = judgesOf(other)
    const [before, now] = [judges.ours(was), judges.ours(is)]
    if (before !== now && !(mayLose && now === false)) faults.push({ other, before, now })
    const [had, has] = [judges.street(policy), judges.street(after)]
    if (had !== has && !(mayLose && had)) faults.push({ other, street: has })
  }
  return faults
}

test('random denials', () => {
  const dice = new Dice(SEED)
  const seen = { diff: 0, own: 0, deny: 0, none: 0, problems: new Set<string>() }
  for (let cases = 0; cases < CASES; ) {
    const one = randomCase(dice)
    if (judgesOf(one.claims).ours(parsed(handed(one.policy, one)).policy) === true) continue
    const { found } = examined(handed(one.policy, one), knownOf(one.claims))
    const denial = found.find((failure) => failure.kind === 'trust-denial')
    if (!denial) continue
    cases++
    seen.problems.add(denial.problem)
    if (!denial.suggestion) {
      seen.none++
      // Only a Deny that others come in by has no change.
      expect({ problem: denial.problem, one }).toMatchObject({ problem: 'denied' })
      continue
    }
    const faults = faultsOf(one, denial, dice)
    if (faults.length > 0)
      throw new Error(JSON.stringify({ case: cases, one, denial, faults }, null, 1))
    if (denial.problem === 'denied') seen.deny++
    else seen[denial.suggestion.diff === '' ? 'own' : 'diff']++
  }
  if (CASES > 2000)
    process.stdout.write(`${JSON.stringify({ ...seen, problems: [...seen.problems] })}\n`)
  // Each kind is there, in number.
  expect(Math.min(seen.diff, seen.own)).toBeGreaterThan(CASES / 10)
  expect(Math.min(seen.deny, seen.none)).toBeGreaterThan(CASES / 1000)
  expect(seen.problems.size).toBeGreaterThan(10)
}, 3_600_000)
