// A text that should be an ID token, masked and taken apart.
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { isWholeSignature } from '../aws/jwk.js'
import { Secret, tokenMasks } from '../model/secret.js'
import type { Result, Token, TokenFailure } from '../model.js'
import type { World } from '../world.js'

/** Masks the token and its segments, then takes it apart. The signature is another step's to judge. */
export function decodeToken(world: World, text: string, source: 'runner' | 'file'): Result<Token> {
  const words = text.split(/\s+/)
  for (const mask of masksOf(text, words)) world.runner.mask(mask)
  const wrong = formOf(text, words)
  if (wrong) return { ok: false, failure: { kind: 'token', ...wrong } }
  const [header, claims] = [
    tryDecode(() => decodeProtectedHeader(text)),
    tryDecode(() => decodeJwt(text)),
  ]
  if (!header || !claims)
    return { ok: false, failure: { kind: 'token', problem: header ? 'payload' : 'header' } }
  const audiences = [claims.aud ?? []].flat().filter((audience) => typeof audience === 'string')
  const facts = {
    source,
    header: { ...header },
    claims: { ...claims },
    issuer: typeof claims.iss === 'string' ? claims.iss : '',
    subject: typeof claims.sub === 'string' ? claims.sub : '',
    audiences,
  }
  return { ok: true, value: { secret: new Secret(text), facts } }
}

/** Shorter words are not masked by themselves: the log would lose ordinary ones. */
const SHORTEST_SECRET = 16

/** Of the whole, and of each word that may be a secret: a token beside other text is one all the same. */
function masksOf(text: string, words: readonly string[]): Set<string> {
  const own = words.length > 1 ? words.filter((one) => one.length >= SHORTEST_SECRET) : []
  return new Set([text, ...own].flatMap(tokenMasks))
}

/** Why it is not three parts; undefined where it is. Words come first: dots in them are no parts of a token. */
function formOf(text: string, words: readonly string[]): TokenFailure | undefined {
  const at = words.findIndex(isJwt)
  if (words.length > 1 && at >= 0 && !isWrapped(text, words.slice(at))) {
    const before = words.slice(0, at).some((one) => one !== '')
    const after = at < words.length - 1
    return { problem: 'more-text', at: before && after ? 'both' : before ? 'before' : 'after' }
  }
  const parts = text.split('.').length
  if (parts === 5 && words.length === 1) return { problem: 'encrypted' }
  const whitespace = words.length > 1 ? { whitespace: true as const } : {}
  return parts !== 3 || words.length > 1
    ? { problem: 'not-a-jws', parts, ...whitespace }
    : undefined
}

/** Three parts, the first two of which can be read. */
function isJwt(text: string): boolean {
  return (
    /^[^.]+\.[^.]+\.[^.]+$/.test(text) &&
    tryDecode(() => decodeProtectedHeader(text)) !== undefined &&
    tryDecode(() => decodeJwt(text)) !== undefined
  )
}

/** One token over several lines, broken within its signature: each line but the last is filled, and the rest has no dot. */
function isWrapped(text: string, [first = '', ...rest]: readonly string[]): boolean {
  const signature = first.split('.')[2] ?? ''
  return (
    !/[^\S\r\n]/.test(text) &&
    rest.every((one) => /^[\w-]*$/.test(one)) &&
    !isWholeSignature(signature)
  )
}

function tryDecode<T>(decode: () => T): T | undefined {
  try {
    return decode()
  } catch {
    return undefined
  }
}
