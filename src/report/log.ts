// The lines that a run leaves in the job's log, besides its annotations.
import type { Attempt, Known, Report, SessionFacts } from '../model.js'
import { oneLine, quote } from '../text.js'
import { issuerText, tokenText } from './seen.js'

export function tokenLine({ token, now }: Known): string {
  return token ? `Token: ${tokenText(token, now)}` : 'Token: none'
}

export function issuerLine({ issuer, signature }: Known): string {
  return issuer ? `Issuer: ${issuerText(issuer, signature)}` : 'Issuer: not asked'
}

export function sessionLine({ arn, expiration }: SessionFacts, endpoint: string): string {
  return `STS: signed in at ${endpoint} as ${quote(arn)} until ${oneLine(expiration)}`
}

export function waitLine(peer: string, { cause, said, waitedMs }: Attempt, n: number): string {
  return `${peer}: attempt ${n} failed (${cause}: ${oneLine(said)}), trying again in ${waitedMs} ms`
}

export function endLine({ ready, failed, findings }: Report): string {
  const ids = findings.map(({ id }) => id).join(', ')
  if (failed) return `Not ready: ${ids}`
  if (!ready) return `Not ready, but fail-on lets it pass: ${ids}`
  return ids === '' ? 'Ready: nothing was found' : `Ready, with: ${ids}`
}

export function exportLine(region: string): string {
  return `Exported to the job: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION (${oneLine(region)}), AWS_DEFAULT_REGION`
}
