// How long a trust policy takes: parsed, evaluated and examined, for one statement and for many, and for hostile ones.
import { KNOWN } from '../evidence/baseline.js'
import { evaluate, examine, parse } from '../src/trust/index.js'

const HOST = 'token.actions.githubusercontent.com'
const { token, inputs, now } = KNOWN
if (!token || !inputs) throw new Error('the baseline has no token')
const { role } = inputs
if (!role) throw new Error('the baseline has no role')
const signIn = { claims: token.claims, role: role.text, region: inputs.region, now }

/** Statements of which none lets the token in: every one is looked at to its end. */
function policyOf(statements: number, value: (n: number) => string): string {
  const Statement = Array.from({ length: statements }, (_, n) => ({
    Sid: `Team${n}`,
    Effect: 'Allow',
    Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${HOST}` },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: { [`${HOST}:aud`]: 'sts.amazonaws.com' },
      StringLike: { [`${HOST}:sub`]: [value(n), value(n + 1)] },
    },
  }))
  return JSON.stringify({ Version: '2012-10-17', Statement })
}

/** The median of many runs after a warm-up, in ms. */
function median(work: () => unknown, runs: number): number {
  for (let n = 0; n < 5; n++) work()
  const times = Array.from({ length: runs }, () => {
    const from = performance.now()
    work()
    return performance.now() - from
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

const ROWS: readonly (readonly [name: string, text: string, runs: number])[] = [
  ['1 statement', policyOf(1, () => 'repo:octo-org/octo-repo:ref:refs/heads/release'), 200],
  ['100 statements', policyOf(100, (n) => `repo:octo-org/app-${n}:ref:refs/heads/*`), 100],
  ['100 statements, all open', policyOf(100, () => 'repo:*'), 100],
  ['100 statements of `*a*a…*b`', policyOf(100, () => `${'*a'.repeat(200)}b`), 20],
  ['1,000 statements', policyOf(1000, (n) => `repo:octo-org/app-${n}:*`), 20],
]

console.log(
  '| policy | bytes | parse, ms | evaluate, ms | examine (with diagnosis, change, openings), ms |',
)
console.log('|---|---|---|---|---|')
for (const [name, text, runs] of ROWS) {
  const parsed = parse(text, role)
  if (!parsed.ok) throw new Error(parsed.reason.problem)
  const { policy } = parsed.value
  const times = [
    median(() => parse(text, role), runs),
    median(() => evaluate(policy, signIn), runs),
    median(() => examine(policy, signIn), runs),
  ]
  console.log(`| ${name} | ${text.length} | ${times.map((ms) => ms.toFixed(2)).join(' | ')} |`)
}
