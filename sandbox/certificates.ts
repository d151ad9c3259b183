// The street's own certificate authority, made afresh at every start, and the faulty certificates of the TLS switches.
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import type { TlsFault } from './faults.js'

x509.cryptoProvider.set(webcrypto)

const DAY_MS = 86_400_000
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
/** Names of the real world that the CONNECT proxy leads to the street. */
export const PUBLIC_ISSUER = 'token.actions.githubusercontent.com'
const PUBLIC_NAMES = [
  PUBLIC_ISSUER,
  ...['eu-west-1', 'eu-central-1', 'us-east-1'].map((region) => `sts.${region}.amazonaws.com`),
  'sts-fips.us-east-1.amazonaws.com',
  'sts.eu-west-1.api.aws',
].map((value) => ({ type: 'dns', value }) as const)

const OWN_NAMES = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
  { type: 'ip', value: '::1' },
  ...PUBLIC_NAMES,
] as const

/** What a TLS server is given: its key, and the certificates that it sends, leaf first. */
export interface TlsMaterial {
  key: string
  cert: string
}

interface Authority {
  name: string
  keys: CryptoKeyPair
  certificate: x509.X509Certificate
}
type CryptoKeyPair = webcrypto.CryptoKeyPair

async function newKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

async function authority(name: string, parent?: Authority): Promise<Authority> {
  const keys = await newKeys()
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: `CN=${parent?.name ?? name}`,
    notBefore: new Date(Date.now() - 30 * DAY_MS),
    notAfter: new Date(Date.now() + 365 * DAY_MS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: (parent?.keys ?? keys).privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { name, keys, certificate }
}

interface LeafOptions {
  name?: string
  days?: number
  signer?: Authority
}

async function leaf({ name, days = 30, signer }: LeafOptions): Promise<TlsMaterial> {
  const keys = await newKeys()
  const subject = `CN=${name ?? 'localhost'}`
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: signer ? `CN=${signer.name}` : subject,
    notBefore: new Date(Date.now() - 29 * DAY_MS),
    notAfter: new Date(Date.now() + days * DAY_MS),
    signingAlgorithm: ALGORITHM,
    publicKey: keys.publicKey,
    signingKey: (signer?.keys ?? keys).privateKey,
    extensions: [
      new x509.SubjectAlternativeNameExtension(
        name ? [{ type: 'dns', value: name }] : [...OWN_NAMES],
      ),
      new x509.ExtendedKeyUsageExtension(['1.3.6.1.5.5.7.3.1']),
    ],
  })
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { key: x509.PemConverter.encode(key, 'PRIVATE KEY'), cert: certificate.toString('pem') }
}

async function leafWithChain(signer: Authority): Promise<TlsMaterial> {
  const { key, cert } = await leaf({ signer })
  return { key, cert: `${cert}\n${signer.certificate.toString('pem')}` }
}

/** One authority that the street trusts, and certificates good and bad. Bad ones are made when first asked for. */
export class Certificates {
  readonly caPem: string
  readonly good: TlsMaterial
  readonly #root: Authority
  readonly #faulty = new Map<TlsFault, Promise<TlsMaterial>>()

  private constructor(root: Authority, good: TlsMaterial) {
    this.#root = root
    this.caPem = root.certificate.toString('pem')
    this.good = good
  }

  static async make(): Promise<Certificates> {
    const root = await authority('AWS OIDC preflight sandbox CA')
    return new Certificates(root, await leaf({ signer: root }))
  }

  async for(fault: TlsFault | undefined): Promise<TlsMaterial> {
    if (!fault) return this.good
    const made = this.#faulty.get(fault) ?? this.#make(fault)
    this.#faulty.set(fault, made)
    return made
  }

  async #make(fault: TlsFault): Promise<TlsMaterial> {
    switch (fault) {
      case 'untrusted':
        return leaf({})
      case 'private-ca':
        return leafWithChain(await authority('Example Private Root CA'))
      case 'inspected':
        return leafWithChain(await authority('Acme Corp TLS Inspection CA'))
      case 'incomplete':
        return leaf({ signer: await authority('Sandbox Intermediate CA', this.#root) })
      case 'expired':
        return leaf({ days: -1, signer: this.#root })
      case 'wrong-name':
        return leaf({ name: 'other.example.test', signer: this.#root })
      case 'expires-soon':
        return leaf({ days: 5, signer: this.#root })
    }
  }
}
