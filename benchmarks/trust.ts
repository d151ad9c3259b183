// How long a trust policy takes: parsed, evaluated and examined, for one statement and for many, for hostile ones, and in each form that is read.
import { KNOWN } from '../evidence/baseline.js'
import { evaluate, examine, parse } from '../src/trust/index.js'
import { FORMS } from './trust-forms.js'

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

/** The median of many runs after a warm-up, in ms of the processor: what else the machine does is not counted. */
function median(work: () => unknown, runs: number): number {
  for (let n = 0; n < 5; n++) work()
  const times = Array.from({ length: runs }, () => {
    const from = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

const ROWS: readonly (readonly [name: string, text: string, runs: number])[] = [
  ['1 statement', policyOf(1, () => 'repo:octo-org/octo-repo:ref:refs/heads/release'), 200],
  ['30 statements', policyOf(30, (n) => `repo:octo-org/app-${n}:ref:refs/heads/*`), 50],
  ['40 statements, all open', policyOf(40, () => 'repo:*'), 50],
  ['10 statements of `*a*a…*b`', policyOf(10, () => `${'*a'.repeat(200)}b`), 20],
  ...FORMS.map(([name, text]) => [`100 short statements, ${name}`, text, 20] as const),
]

/** What a form may take, in ms: it is read while STS is being asked. */
const MOST_MS = 50

console.log(
  '| policy | bytes | parse, ms | evaluate, ms | examine (with diagnosis, change, openings), ms |',
)
console.log('|---|---|---|---|---|')
let slowest = 0
for (const [name, text, runs] of ROWS) {
  const parsed = parse(text, role)
  if (!parsed.ok) throw new Error(`${name}: ${parsed.reason.problem}`)
  const { policy } = parsed.value
  const times = [
    median(() => parse(text, role), runs),
    median(() => evaluate(policy, signIn), runs),
    median(() => examine(policy, signIn), runs),
  ]
  if (policy.statements.length === 100) slowest = Math.max(slowest, times[0] ?? 0)
  console.log(`| ${name} | ${text.length} | ${times.map((ms) => ms.toFixed(2)).join(' | ')} |`)
}
console.log(`\nThe slowest form takes ${slowest.toFixed(1)} ms to read; it may take ${MOST_MS} ms.`)
if (slowest > MOST_MS) process.exitCode = 1
