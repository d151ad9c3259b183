// A JSON Web Key by the rules that STS was seen to follow: which one it takes for a token, and why it could not use one.
import type { Jwk, KeyFamily, PrivateMember, UnusableKey, UnusableMember } from '../model.js'

/** What STS takes (AWS documentation, OIDC identity providers): RSA and EC keys, SHA-256, -384 and -512. */
export const ALGORITHMS: readonly string[] = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512']

/** RFC 7518, section 3.4: each ES algorithm has its one curve. */
const CURVES: ReadonlyMap<string, string> = new Map([
  ['ES256', 'P-256'],
  ['ES384', 'P-384'],
  ['ES512', 'P-521'],
])
/** Maps, since names from outside are looked up: an object has a `constructor`. */
const MEMBERS: ReadonlyMap<string, readonly ('n' | 'e' | 'x' | 'y')[]> = new Map([
  ['RSA', ['n', 'e']],
  ['EC', ['x', 'y']],
])

const PRIVATE: readonly PrivateMember[] = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** The kind of key that an algorithm is for; undefined for one that STS does not take. */
export function familyOf(alg: unknown): KeyFamily | undefined {
  if (typeof alg !== 'string') return undefined
  return alg.startsWith('RS') ? 'RSA' : alg.startsWith('ES') ? 'EC' : undefined
}

/** The key that STS would use: the last of the token's kid; without a kid, the only key, if that has one. */
export function keyFor(kid: unknown, keys: readonly Jwk[]): Jwk | undefined {
  if (kid !== undefined) return keys.findLast((key) => key['kid'] === kid)
  const [only, second] = keys
  return second === undefined && only?.['kid'] !== undefined ? only : undefined
}

/** The parts of a key that verify a signature, and nothing else of it. */
export function publicPart(key: Jwk): Jwk {
  const names = ['kty', 'crv', ...(MEMBERS.get(textOf(key['kty'])) ?? [])]
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(key, name)).map((name) => [name, key[name]]),
  )
}

/** The member for which STS cannot verify a token of `alg` with this key; undefined where it can. */
export function unusable(key: Jwk, alg?: string): UnusableKey | undefined {
  const kty = textOf(key['kty'])
  const members = MEMBERS.get(kty)
  const family = familyOf(alg) ?? 'EC'
  if (!members || (alg !== undefined && kty !== family)) return publishedMember('kty', key)
  const curves = alg === undefined ? [...CURVES.values()] : [CURVES.get(alg)]
  if (kty === 'EC' && !curves.includes(textOf(key['crv']))) return publishedMember('crv', key)
  const lacking = members.find((name) => textOf(key[name]) === '')
  if (lacking !== undefined) return publishedMember(lacking, key)
  if (key['use'] === 'enc') return publishedMember('use', key)
  if ('key_ops' in key) return publishedMember('key_ops', key)
  return isOtherCertificate(key, members) ? { member: 'x5c' } : undefined
}

function publishedMember(member: UnusableMember, key: Jwk): UnusableKey {
  const value: string | undefined = JSON.stringify(key[member])
  return { member, ...(value === undefined ? {} : { published: value }) }
}

/** `x5c` whose first certificate (DER) does not hold this key's own numbers. */
function isOtherCertificate(key: Jwk, members: readonly string[]): boolean {
  const [first]: unknown[] = Array.isArray(key['x5c']) ? key['x5c'] : []
  if (typeof first !== 'string') return false
  const der = bytesOf(first)
  return !members.filter((name) => name !== 'e').every((name) => der.includes(bytesOf(key[name])))
}

/** In bytes: of the curves (RFC 7518, section 3.4), and of RSA keys of 2,048, 3,072 and 4,096 bits. */
const SIGNATURES: readonly number[] = [64, 96, 132, 256, 384, 512]

/** As long, in base64url, as a signature is; one that was cut off by a line break mostly is not. */
export function isWholeSignature(signature: string): boolean {
  return SIGNATURES.some((bytes) => Math.ceil((bytes * 4) / 3) === signature.length)
}

export function privateMembers(key: Jwk): PrivateMember[] {
  return PRIVATE.filter((name) => textOf(key[name]) !== '' || Array.isArray(key[name]))
}

/** Length of an RSA modulus; undefined for what is no RSA key. */
export function rsaBits(key: Jwk): number | undefined {
  const bytes = bytesOf(key['n']).replace(/^\0+/, '')
  if (key['kty'] !== 'RSA' || bytes === '') return undefined
  return bytes.length * 8 - (Math.clz32(bytes.charCodeAt(0)) - 24)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Base64 of either alphabet as a text of one character a byte; other characters are passed over. */
function bytesOf(value: unknown): string {
  let [bits, held, bytes] = [0, 0, '']
  for (const digit of textOf(value).replaceAll('+', '-').replaceAll('/', '_')) {
    const number = DIGITS.indexOf(digit)
    if (number < 0) continue
    bits = ((bits << 6) | number) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes += String.fromCharCode((bits >> held) & 0xff)
  }
  return bytes
}
