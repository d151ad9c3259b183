// Token and issuer brought together: the token's own issuer, and its keys once more past caches where the token's key is not among them.
import type { IssuerFacts, Jwk, Result, Token } from '../model.js'
import type { Run } from '../run/run.js'
import { fetchIssuerPatiently, fetchJwks, isHttps } from './fetch-issuer.js'
import { verifyToken } from './verify-token.js'

/** The issuer asked ahead of the token, where it could be told, and its facts to come. */
export interface Early {
  url: string
  facts: Promise<IssuerFacts>
}

export function askEarly(run: Run, url: string, isOver: () => boolean): Early | undefined {
  if (!isHttps(url)) return undefined
  const facts = fetchIssuerPatiently(run, url, isOver)
  // Looked at later: until then a throw, which is a bug of ours, must not end the process without a word.
  facts.catch(() => undefined)
  return { url, facts }
}

/** Learns the issuer's facts and whether its keys verify the token. */
export async function inspectIssuer(
  run: Run,
  token: Token,
  early: Early | undefined,
  isOver: () => boolean,
): Promise<void> {
  const { world, log } = run
  const { issuer: url, header } = token.facts
  const asked = early?.url === url ? early : askEarly(run, url, isOver)
  const issuer = await asked?.facts
  if (!issuer) return
  log.learn({ issuer })
  const keys = issuer.jwks?.result
  if (!keys?.ok) return
  const signature = await verifyToken(token, keys.value)
  log.learn({ signature })
  if (signature !== 'no-key' || header['kid'] === undefined) return
  const refetched = await log.span({ of: 'jwks-past-caches' }, () =>
    fetchJwks(world, issuer.jwks?.url ?? '', true),
  )
  log.learn({
    issuer: { ...issuer, refetched },
    signature: await verifyAgain(token, refetched.result),
  })
}

async function verifyAgain(
  token: Token,
  keys: Result<readonly Jwk[]>,
): ReturnType<typeof verifyToken> {
  return keys.ok ? verifyToken(token, keys.value) : 'no-key'
}
