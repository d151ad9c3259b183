// The protocol of credential_process: the one JSON object that a tool reads, made of a session and read back from the cache.
import type { Session } from '../model.js'

/** So long before its end a session is not handed out any more where a new one can be had: the SDKs ask anew by then. */
export const RENEW_BEFORE_MS = 300_000

/** As the tool reads it (AWS SDKs and Tools Reference Guide, process credential provider). */
export function processCredentials({ credentials, facts }: Session, endsAt: number): string {
  return JSON.stringify({
    Version: 1,
    AccessKeyId: credentials.accessKeyId.reveal(),
    SecretAccessKey: credentials.secretAccessKey.reveal(),
    SessionToken: credentials.sessionToken.reveal(),
    Expiration: facts.expiration || new Date(endsAt).toISOString(),
  })
}

/** ms that cached credentials still last; 0 where the text is none that this program has written. */
export function leftMs(text: string | undefined, now: number): number {
  const { Version, Expiration, ...rest } = parsed(text)
  const whole = ['AccessKeyId', 'SecretAccessKey', 'SessionToken'].every(
    (name) => typeof rest[name] === 'string' && rest[name] !== '',
  )
  const ends = typeof Expiration === 'string' ? Date.parse(Expiration) : Number.NaN
  return Version === 1 && whole && ends > now ? ends - now : 0
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
