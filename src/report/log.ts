// The lines that a run leaves in the job's log, besides its annotations.

import { trueTime } from '../checks/clocks.js'
import type {
  Attempt,
  CauseId,
  Failure,
  Inputs,
  Known,
  ProxySettings,
  Report,
  SessionFacts,
} from '../model.js'
import { list, listAtMost, oneLine, quote } from '../text.js'
import { answerText } from '../words.js'
import { issuerText, tokenText } from './summary-rows.js'

export function tokenLine(known: Known): string {
  return known.token ? `Token: ${tokenText(known.token, trueTime(known))}` : 'Token: none'
}

export function proxyLine({ host, source, noProxy }: ProxySettings): string {
  const except = noProxy === '' ? '' : `, but not for ${oneLine(noProxy)}`
  return `Proxy: ${oneLine(host)} (${source})${except}`
}

export function endpointLine(
  endpoint: string,
  { endpointSource, fips, dualStack }: Inputs,
): string {
  const variants = [fips ? 'FIPS' : '', dualStack ? 'dual-stack' : ''].filter((one) => one !== '')
  return `STS endpoint: ${oneLine(endpoint)} (${endpointSource || variants.join(', ')})`
}

/** What became of the credentials that the job holds. */
type Existing =
  | { state: 'none' }
  | { state: 'refused'; failure: Failure }
  | { state: 'not-asked' }
  | { state: 'work'; arn: string }

export function existingLine(existing: Existing): string {
  if (existing.state === 'work')
    return `Existing credentials: they work, as ${quote(existing.arn)}; no others are fetched`
  if (existing.state === 'none')
    return 'Existing credentials: none in the environment, so the job signs in'
  if (existing.state === 'not-asked')
    return 'Existing credentials: this STS has no GetCallerIdentity to judge them by, so the job signs in'
  const { failure } = existing
  const why = failure.kind === 'aws' ? ` (${oneLine(answerText(failure))})` : ''
  return `Existing credentials: refused${why}, so the job signs in`
}

export function clearedLine(names: readonly string[]): string {
  return `Cleared for the job: ${names.join(', ')}`
}

export function issuerLine({ issuer, signature }: Known, waited = true): string {
  if (!issuer && !waited) return 'Issuer: not waited for, since the outcome was already known'
  return issuer ? `Issuer: ${issuerText(issuer, signature)}` : 'Issuer: not asked'
}

export function sessionLine({ arn, expiration }: SessionFacts, endpoint: string): string {
  return `STS: signed in at ${endpoint} as ${quote(arn)} until ${oneLine(expiration)}`
}

const ASKED = { sts: 'STS', 'token-service': 'Token service' } as const

export function waitLine(
  peer: keyof typeof ASKED,
  { cause, failure, waitedMs }: Attempt,
  n: number,
  role = '',
): string {
  const said = oneLine(answerText(failure))
  return `${ASKED[peer]}${role === '' ? '' : ` for ${quote(role)}`}: attempt ${n} failed (${cause}: ${said}), trying again in ${waitedMs} ms`
}

export function endLine({ ready, failed, findings }: Report): string {
  const ids = findings.map(({ id }) => id).join(', ')
  if (failed && ready) return `Ready, but fail-on fails the step, and nothing was exported: ${ids}`
  if (failed) return `Not ready: ${ids}`
  if (!ready) return `Not ready, but fail-on lets it pass: ${ids}`
  return ids === '' ? 'Ready: nothing was found' : `Ready, with: ${ids}`
}

export function exportLine(region: string, names: readonly string[]): string {
  const shown = names.map((name) => (name === 'AWS_REGION' ? `${name} (${oneLine(region)})` : name))
  return `Exported to the job: ${shown.join(', ')}`
}

export function profileLine(
  names: readonly string[],
  { renew, outputEnvCredentials }: Inputs,
  paths: readonly string[],
): string {
  const which = names.length === 1 ? 'which fetches' : 'each of which fetches'
  const how = renew ? `, ${which} a new session whenever a tool needs one` : ''
  const but =
    renew && outputEnvCredentials
      ? '. Most tools prefer the exported keys, which end with this session'
      : ''
  const what = names.length === 1 ? 'Profile' : `${names.length} profiles,`
  return `${what} ${listAtMost(names, 5)}${how}, written to ${list(paths)}${but}`
}

export function regionLine(region: string, cause: CauseId): string {
  return `STS in ${oneLine(region)} failed (${cause}): trying the next region, if there is one`
}

export function noRoleLine(): string {
  return 'No role-to-assume: the token and the issuer were checked; AWS was not asked, and nothing is exported'
}
