// Key sets as the evidence describes them, made of the street's own keys.
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { JsonWebKeySet } from '../../sandbox/keys.js'
import type { Street } from '../../sandbox/street.js'

type Key = Record<string, unknown>
/** Keys written out with placeholders, or only counted. */
export interface ObservedKeys {
  keys?: Key[]
  counts?: Record<string, number>
}

function own(on: Street, kid: string): Key {
  return (on.jwks() as JsonWebKeySet).keys.find((key) => key['kid'] === kid) ?? {}
}

/** A certificate of the published key; who signed it is not looked at. */
async function certificateOf(key: Key): Promise<string> {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const publicKey = await webcrypto.subtle.importKey('jwk', key, rsa, true, ['verify'])
  const ec = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const signer = await webcrypto.subtle.generateKey(ec, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=probe',
    issuer: 'CN=probe',
    signingAlgorithm: ec,
    signingKey: signer.privateKey,
    publicKey,
  })
  return certificate.toString('base64')
}

async function real(on: Street, key: Key): Promise<Key> {
  const { n, e } = own(on, 'RS256')
  const wrong = `${String(n).slice(0, -4)}AAAA`
  const modulus = String(key['n']).includes('wrong') ? wrong : n
  const filled = { ...key, n: modulus, e }
  return 'x5c' in key ? { ...filled, x5c: [await certificateOf({ kty: 'RSA', n, e })] } : filled
}

/** The one counted set of the evidence: RS256, extra0 … extra99, all the same RSA key, and ES256. */
function counted(on: Street, { RSA = 0 }: Record<string, number>): Key[] {
  const first = own(on, 'RS256')
  const extra = Array.from({ length: RSA - 1 }, (_, index) => ({ ...first, kid: `extra${index}` }))
  return [first, ...extra, own(on, 'ES256')]
}

export async function keySet(observed: ObservedKeys, on: Street): Promise<{ keys: Key[] }> {
  // The street's own keys are the model, whatever it was told to serve before.
  on.setJwks(null)
  if (observed.counts) return { keys: counted(on, observed.counts) }
  return { keys: await Promise.all((observed.keys ?? []).map((key) => real(on, key))) }
}
