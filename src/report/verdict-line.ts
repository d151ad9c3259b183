// The verdict in one line: what became of the sign-in, and what the root cause is.
import { baseName } from '../aws/role-arn.js'
import { asksForRole } from '../model/input.js'
import type {
  Finding,
  Known,
  LinkState,
  Report,
  RoleVerdict,
  SessionFacts,
  Severity,
} from '../model.js'
import { count, duration, listAtMost, oneLine, quote } from '../text.js'
import { MOST_NAMED } from '../words.js'

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
  if (!root) return `✅ ${goodText(report)}`
  if (!ready) return `❌ ${badText(report, root)}`
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  const state = isSignedIn(report) || known.existing ? 'Signed in' : 'Checked'
  if (failed) return `❌ Failed by \`fail-on: warning\`: ${root.headline}`
  return warnings === 1
    ? `⚠️ ${state}, but ${root.headline}`
    : `⚠️ ${state}, with ${count(warnings, 'warning')}`
}

/** To its role, or to all of several. */
export function isSignedIn({ known, roles }: Report): boolean {
  return known.session !== undefined || (roles.length > 0 && roles.every(({ session }) => session))
}

/** Where a session was given, it is this action that goes no further with it. */
function badText({ known, roles }: Report, root: Finding): string {
  const { session, inputs } = known
  const red = roles.filter(({ ready }) => !ready).map(({ name }) => name)
  const some = `${red.length} of ${roles.length} ${roles.length === 1 ? 'role' : 'roles'}`
  if (root.roles) {
    const outcome = root.link === 'export' ? 'Nothing exported, because of' : 'Not signed in to'
    return `${outcome} ${some}: ${listAtMost(red, MOST_NAMED)}`
  }
  if (roles.some(({ session: given }) => given) && red.length > 0)
    return `Not signed in to ${some}: ${root.headline}`
  const outcome =
    root.link === 'export' || session
      ? 'Nothing exported'
      : inputs && !asksForRole(inputs) && root.link !== 'inputs'
        ? 'Not ready'
        : 'Not signed in'
  return root.suspected
    ? `${outcome}, most likely because ${root.headline}`
    : `${outcome}: ${root.headline}`
}

function goodText({ known, roles }: Report): string {
  const { session, existing, inputs, token } = known
  if (roles.length > 0) return rolesText(roles, known)
  if (existing) return `The job already holds credentials that work, as ${quote(existing.arn)}`
  if (!session) return token ? 'Token and issuer are fine; STS was not asked' : 'The issuer is fine'
  const name = inputs?.role ? baseName(inputs.role) : ''
  // Another STS may have no accounts.
  const account = session.account === '' ? '' : ` in account ${oneLine(session.account)}`
  return signedInText(`${quote(name)}${account}`, [session], known)
}

function rolesText(roles: readonly RoleVerdict[], known: Known): string {
  const sessions = roles.flatMap(({ session }) => session ?? [])
  const accounts = new Set(sessions.map(({ account }) => account))
  const places = accounts.has('') ? '' : ` in ${count(accounts.size, 'account')}`
  return signedInText(`${count(roles.length, 'role')}${places}`, sessions, known)
}

/** With the time that all of them last. */
function signedInText(
  what: string,
  sessions: readonly SessionFacts[],
  { inputs, now }: Known,
): string {
  const left = Math.min(...sessions.map(({ expiration }) => Date.parse(expiration) - now))
  const life = Number.isFinite(left) ? `, for ${duration(Math.round(left / 1000))}` : ''
  return `Signed in${inputs?.customEndpoint ? '' : ' to AWS'}: ${what}${life}`
}
