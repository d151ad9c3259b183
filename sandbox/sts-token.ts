// Parsing of a web identity token: its form, its claims and its times, before any key is looked at.
import { isObject } from './http-messages.js'
import { token as errors } from './sts-errors.js'

export interface WebIdentity {
  header: Record<string, unknown>
  claims: Record<string, unknown>
  algorithm: string
  /** What the signature is over, and the signature. */
  signed: string
  signature: Buffer
  issuer: string
  subject: string
  /** azp where there is one, else the one audience: what the provider's client ids are asked for. */
  audience: string
  tags: Record<string, string>
  transitiveTagKeys: string[]
  sourceIdentity: string | undefined
}

const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512']
const REQUIRED = ['iss', 'sub', 'aud', 'iat', 'exp']
const LEEWAY_SECONDS = 300
const TAGS_CLAIM = 'https://aws.amazon.com/tags'

function part(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (isObject(value)) return value
  } catch {
    // Not JSON: the same answer as for JSON of another kind.
  }
  throw errors.notJwt()
}

function text(value: unknown): string {
  // A null subject was observed to end in an internal failure; a number becomes its digits.
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') throw errors.unknown()
  return value
}

function audience(claims: Record<string, unknown>): string {
  const { aud, azp } = claims
  const list = Array.isArray(aud) ? aud : [aud]
  if (list.length === 0) throw errors.emptyAudience()
  if (azp !== undefined) return text(azp)
  if (list.length > 1) throw errors.manyAudiences()
  return text(list[0])
}

/** Whole seconds, as a number or as a string of digits. */
function timestamp(value: unknown): number {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw errors.timestamp()
  return number
}

function nestedTags(nested: unknown): Record<string, string> {
  if (nested === undefined) return {}
  if (!isObject(nested)) throw errors.tags()
  const entries = Object.entries(nested).map(([name, values]) => {
    const one = Array.isArray(values) && values.length === 1 ? values[0] : undefined
    if (typeof one !== 'string') throw errors.tags()
    return [name, one] as const
  })
  return Object.fromEntries(entries)
}

/** Session tags come as one nested object with lists of one, or as flat claims with plain strings. */
function sessionTags(
  claims: Record<string, unknown>,
): Pick<WebIdentity, 'tags' | 'transitiveTagKeys'> {
  const nested = claims[TAGS_CLAIM] ?? {}
  if (!isObject(nested)) throw errors.tags()
  const prefix = `${TAGS_CLAIM}/principal_tags/`
  const flat = Object.entries(claims)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => {
      if (typeof value !== 'string') throw errors.tags()
      return [name.slice(prefix.length), value] as const
    })
  const transitive = nested['transitive_tag_keys'] ?? claims[`${TAGS_CLAIM}/transitive_tag_keys`]
  return {
    tags: { ...nestedTags(nested['principal_tags']), ...Object.fromEntries(flat) },
    transitiveTagKeys: Array.isArray(transitive) ? transitive.map(String) : [],
  }
}

export function parseToken(raw: string): WebIdentity {
  const parts = raw.split('.')
  const [head = '', body = '', signature = ''] = parts
  if (parts.length !== 3) throw errors.notJwt()
  const header = part(head)
  const algorithm = String(header['alg'])
  // STS knows no extension, so every critical one is unknown to it.
  if (!ALGORITHMS.includes(algorithm) || 'crit' in header) throw errors.notJwt()
  const claims = part(body)
  for (const name of REQUIRED) if (!(name in claims)) throw errors.missing(name)
  const source = claims['https://aws.amazon.com/source_identity']
  for (const name of ['iat', 'exp', 'nbf']) if (name in claims) timestamp(claims[name])
  return {
    header,
    claims,
    algorithm,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
    issuer: text(claims['iss']),
    subject: text(claims['sub']),
    audience: audience(claims),
    ...sessionTags(claims),
    sourceIdentity: typeof source === 'string' ? source : undefined,
  }
}

/** AWS prints its clock with the leeway already taken off or added on. */
export function checkTimes(claims: Record<string, unknown>, now: number): void {
  const [expires, issued] = [timestamp(claims['exp']), timestamp(claims['iat'])]
  const [early, late] = [now - LEEWAY_SECONDS, now + LEEWAY_SECONDS]
  if (early >= expires) throw errors.expired(early, expires)
  if ('nbf' in claims) {
    const notBefore = timestamp(claims['nbf'])
    if (late < notBefore) throw errors.notYet(late, notBefore)
  }
  if (issued > late) throw errors.future(issued)
}
