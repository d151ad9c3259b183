// The verdict in one line: what became of the sign-in, and why.
import { expect, test } from '@jest/globals'
import { knownWith, reportWith } from '../../evidence/baseline.js'
import type { Finding, LinkName, Report } from '../../src/model.js'
import { verdictLine } from '../../src/report/verdict-line.js'
import { granted } from '../fake-world.js'
import { finding } from '../finding.js'

const SIGNED_IN = { known: knownWith({ session: granted().session.facts }) }
const EXISTING = { known: knownWith({ existing: { account: '1', arn: 'arn:aws:iam::1:user/a' } }) }
const NO_ROLE = { known: knownWith({ inputs: { role: null } }) }
const warning = finding({ severity: 'warning', headline: 'the keys are old' })
const failed = (change: Partial<Finding> = {}) => ({
  ready: false,
  failed: true,
  findings: [finding({ headline: 'it is wrong', ...change }), warning],
})
const at = (link: LinkName) => failed({ link })

test.each<[string, Partial<Report>]>([
  ['✅ Signed in to AWS: `deploy` in account 111122223333, for 60 min', SIGNED_IN],
  [
    '✅ Signed in to AWS: `deploy` in account 111122223333, for 60 min',
    { ...SIGNED_IN, findings: [finding({ severity: 'notice' })] },
  ],
  [
    '✅ Signed in to AWS: `deploy` in account 111122223333',
    { known: knownWith({ session: { ...granted().session.facts, expiration: 'soon' } }) },
  ],
  [
    '✅ Signed in to AWS: `deploy` in account 111122223333, for 60 min',
    {
      known: knownWith({
        session: granted().session.facts,
        inputs: { role: { name: 'some/path/deploy' } },
      }),
    },
  ],
  [
    '✅ Signed in: `deploy` in account 111122223333, for 60 min',
    { known: knownWith({ session: granted().session.facts, inputs: { customEndpoint: true } }) },
  ],
  ['✅ The job already holds credentials that work, as `arn:aws:iam::1:user/a`', EXISTING],
  ['✅ Token and issuer are fine; STS was not asked', NO_ROLE],
  ['✅ The issuer is fine', { known: knownWith({ inputs: { role: null }, token: null }) }],
  ['⚠️ Signed in, but the keys are old', { ...SIGNED_IN, findings: [warning] }],
  ['⚠️ Signed in, with 2 warnings', { ...SIGNED_IN, findings: [warning, warning] }],
  ['⚠️ Signed in, but the keys are old', { ...EXISTING, findings: [warning] }],
  ['⚠️ Checked, but the keys are old', { ...NO_ROLE, findings: [warning] }],
  [
    '❌ Failed by `fail-on: warning`: the keys are old',
    { ...SIGNED_IN, failed: true, findings: [warning] },
  ],
  ['❌ Not signed in: it is wrong', at('role')],
  ['❌ Not signed in: it is wrong', { ...at('role'), failed: false }],
  ['❌ Not signed in, most likely because it is wrong', failed({ suspected: true })],
  ['❌ Nothing exported: it is wrong', { ...SIGNED_IN, ...at('role') }],
  ['❌ Nothing exported: it is wrong', at('export')],
  ['❌ Not ready: it is wrong', { ...NO_ROLE, ...at('issuer') }],
  ['❌ Not signed in: it is wrong', { ...NO_ROLE, ...at('inputs') }],
  ['❌ Not signed in: it is wrong', { known: knownWith({ inputs: null }), ...at('inputs') }],
])('%s: %#', (line, change) => {
  expect(verdictLine(reportWith(change))).toBe(line)
})
