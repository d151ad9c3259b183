// Signature Version 4: verifies a signed request against the sessions that the street's STS has given out.
import { timingSafeEqual } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Call, Clock } from './http-messages.js'
import { Sha256 } from './sha256.js'
import { signing as errors } from './sts-errors.js'
import type { Session, Sessions } from './sts-sessions.js'

interface Authorization {
  accessKeyId: string
  region: string
  service: string
  signedHeaders: string[]
  signature: string
  /** As sent, 20260911T101500Z. */
  date: string
}

const WINDOW_MS = 300_000

function readAuthorization(call: Call): Authorization {
  const header = call.headers['authorization']
  if (!header) throw errors.missing()
  const field = (name: string): string => new RegExp(`${name}=([^,\\s]+)`).exec(header)?.[1] ?? ''
  const [accessKeyId = '', , region = '', service = ''] = field('Credential').split('/')
  const date = call.headers['x-amz-date'] ?? ''
  const signature = field('Signature')
  const whole = header.startsWith('AWS4-HMAC-SHA256 ') && accessKeyId && signature
  if (!whole || !/^\d{8}T\d{6}Z$/.test(date)) throw errors.incomplete()
  const signedHeaders = field('SignedHeaders').split(';')
  return { accessKeyId, region, service, signedHeaders, signature, date }
}

const compactDate = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '')

function parseDate(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
}

function checkDate(date: string, now: number): void {
  const signed = parseDate(date)
  const [early, late] = [now - WINDOW_MS, now + WINDOW_MS]
  if (signed < early) throw errors.tooOld(date, compactDate(early), compactDate(now))
  if (signed > late) throw errors.tooNew(date, compactDate(late), compactDate(now))
}

async function expected(call: Call, sent: Authorization, session: Session): Promise<string> {
  const signer = new SignatureV4({
    credentials: {
      accessKeyId: session.accessKeyId,
      secretAccessKey: session.secretAccessKey,
      sessionToken: session.sessionToken,
    },
    region: sent.region,
    service: sent.service,
    sha256: Sha256,
    applyChecksum: false,
  })
  const headers = Object.fromEntries(
    sent.signedHeaders.map((name) => [name, call.headers[name] ?? '']),
  )
  const request = {
    method: call.method,
    protocol: 'https:',
    hostname: call.headers['host'] ?? '',
    path: call.path,
    query: Object.fromEntries(call.query),
    headers,
    body: call.body,
  }
  const options = {
    signingDate: new Date(parseDate(sent.date)),
    signableHeaders: new Set(sent.signedHeaders),
    // The library leaves out some headers, such as a user agent's, that a client may well have signed.
    unsignableHeaders: new Set<string>(),
  }
  const { headers: signed } = await signer.sign(request, options)
  return /Signature=(\w+)/.exec(signed['authorization'] ?? '')?.[1] ?? ''
}

function same(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
}

/** The session that signed this call, or a refusal in AWS's order: the key, the token, its end, the signature. */
export async function callerOf(call: Call, sessions: Sessions, clock: Clock): Promise<Session> {
  const sent = readAuthorization(call)
  const session = sessions.find(sent.accessKeyId)
  if (!session) throw errors.unknownKey()
  if (!same(call.headers['x-amz-security-token'] ?? '', session.sessionToken)) {
    throw errors.unknownKey()
  }
  if (clock() >= session.expiresMs) throw errors.expired()
  checkDate(sent.date, clock())
  if (!same(await expected(call, sent, session), sent.signature)) throw errors.mismatch()
  return session
}
