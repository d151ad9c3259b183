// The verdict in one line: what became of the sign-in, and what the root cause is.
import { baseName } from '../aws/role-arn.js'
import type { Finding, Known, LinkState, Report, Severity } from '../model.js'
import { count, duration, oneLine, quote } from '../text.js'

export const SIGN: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' }

export const STATE: Readonly<Record<LinkState, string>> = {
  passed: '✅',
  failed: '❌',
  warned: '⚠️',
  'not-known': '❔',
  'not-tried': '➖',
}

/** Values stand in backticks. */
export function verdictLine(report: Report): string {
  const { findings, known, failed, ready } = report
  const [root] = findings.filter(({ severity }) => severity !== 'notice')
  if (!root) return `✅ ${goodText(known)}`
  if (!ready) return `❌ ${badText(known, root)}`
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  const state = known.session || known.existing ? 'Signed in' : 'Checked'
  if (failed) return `❌ Failed by \`fail-on: warning\`: ${root.headline}`
  return warnings === 1
    ? `⚠️ ${state}, but ${root.headline}`
    : `⚠️ ${state}, with ${count(warnings, 'warning')}`
}

/** Where a session was given, it is this action that goes no further with it. */
function badText({ session, inputs }: Known, root: Finding): string {
  const outcome =
    root.link === 'export' || session
      ? 'Nothing exported'
      : inputs && !inputs.role && root.link !== 'inputs'
        ? 'Not ready'
        : 'Not signed in'
  return root.suspected
    ? `${outcome}, most likely because ${root.headline}`
    : `${outcome}: ${root.headline}`
}

function goodText({ session, existing, inputs, now, token }: Known): string {
  if (existing) return `The job already holds credentials that work, as ${quote(existing.arn)}`
  if (!session) return token ? 'Token and issuer are fine; STS was not asked' : 'The issuer is fine'
  const name = inputs?.role ? baseName(inputs.role) : ''
  const left = Date.parse(session.expiration) - now
  const life = Number.isFinite(left) ? `, for ${duration(Math.round(left / 1000))}` : ''
  // Another STS may have no accounts.
  const account = session.account === '' ? '' : ` in account ${oneLine(session.account)}`
  const where = inputs?.customEndpoint ? '' : ' to AWS'
  return `Signed in${where}: ${quote(name)}${account}${life}`
}
