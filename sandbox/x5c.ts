// Certificates of signing keys, as a JWKS shows them (`x5c`): Ceph verifies tokens by these alone.
import 'reflect-metadata'
import { createHash, type JsonWebKey, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(webcrypto)

const ALGORITHM = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const DAY_MS = 86_400_000

export interface KeyCertificate {
  /** DER, in Base64. */
  x5c: string
  /** SHA-1 in hexadecimal, as a provider lists it. */
  thumbprint: string
}

/** Signed by a key of its own: nobody looks at the signature, and the token's private key is not at hand. */
export async function certificateOf(jwk: JsonWebKey): Promise<KeyCertificate> {
  const { subtle } = webcrypto
  const size = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
  const [publicKey, signer] = await Promise.all([
    subtle.importKey('jwk', jwk as webcrypto.JsonWebKey, ALGORITHM, true, ['verify']),
    subtle.generateKey({ ...ALGORITHM, ...size }, true, ['sign', 'verify']),
  ])
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=signing',
    issuer: 'CN=signing',
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
    signingAlgorithm: ALGORITHM,
    publicKey,
    signingKey: signer.privateKey,
  })
  const der = Buffer.from(certificate.rawData)
  const thumbprint = createHash('sha1').update(der).digest('hex').toUpperCase()
  return { x5c: der.toString('base64'), thumbprint }
}
