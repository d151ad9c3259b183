// The issuer's signing keys; the only file that holds private keys of tokens and signs with them.
import { generateKeyPair, type JsonWebKey, type KeyObject, sign as signBytes } from 'node:crypto'
import { promisify } from 'node:util'

const generate = promisify(generateKeyPair)

export type Header = Record<string, unknown>
export interface JsonWebKeySet {
  keys: Record<string, unknown>[]
}

const CURVES = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' } as const
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'] as const
type Algorithm = (typeof ALGORITHMS)[number]

interface KeyPair {
  publicKey: KeyObject
  privateKey: KeyObject
}

async function keyPair(algorithm: Algorithm): Promise<KeyPair> {
  return algorithm.startsWith('RS')
    ? generate('rsa', { modulusLength: 2048 })
    : generate('ec', { namedCurve: CURVES[algorithm as keyof typeof CURVES] })
}

function isAlgorithm(value: unknown): value is Algorithm {
  return ALGORITHMS.includes(value as Algorithm)
}

const base64url = (text: string): string => Buffer.from(text).toString('base64url')

/** Signs any header and payload at all, so it does without a JOSE library: those refuse to write a wrong token. */
function compact(header: Header, payload: string, key: KeyObject): string {
  const input = `${base64url(JSON.stringify(header))}.${base64url(payload)}`
  if (header['alg'] === 'none') return `${input}.`
  const hash = `sha${/(256|384|512)$/.exec(String(header['alg']))?.[1] ?? '256'}`
  const signature = signBytes(hash, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
  return `${input}.${signature.toString('base64url')}`
}

export class Keys {
  readonly #pairs: ReadonlyMap<string, KeyPair>
  readonly #strangers = new Map<string, Promise<KeyPair>>()

  private constructor(pairs: ReadonlyMap<string, KeyPair>) {
    this.#pairs = pairs
  }

  /** The three RS algorithms share one key: making RSA keys is slow, and only the kid is looked at. */
  static async make(): Promise<Keys> {
    const [rsa, ...ec] = await Promise.all(
      (['RS256', 'ES256', 'ES384', 'ES512'] as const).map(keyPair),
    )
    const pairs = [rsa, rsa, rsa, ...ec] as KeyPair[]
    return new Keys(new Map(ALGORITHMS.map((name, index) => [name, pairs[index] as KeyPair])))
  }

  set(): JsonWebKeySet {
    return {
      keys: ALGORITHMS.map((name) => ({ ...this.jwk(name), use: 'sig', kid: name, alg: name })),
    }
  }

  jwk(name: string): JsonWebKey {
    return this.#pair({ kid: name }).publicKey.export({ format: 'jwk' })
  }

  /** Signs with the key that header.kid names, else with the key of header.alg. */
  sign(header: Header, payload: string): string {
    return compact(header, payload, this.#pair(header).privateKey)
  }

  /** Signs with a key that nobody publishes, under the same header: a signature that does not verify. */
  async forge(header: Header, payload: string): Promise<string> {
    const algorithm = isAlgorithm(header['alg']) ? header['alg'] : 'RS256'
    const family = algorithm.startsWith('RS') ? 'RS256' : algorithm
    const stranger = this.#strangers.get(family) ?? keyPair(family)
    this.#strangers.set(family, stranger)
    return compact(header, payload, (await stranger).privateKey)
  }

  #pair(header: Header): KeyPair {
    const { kid, alg } = header
    const kind = (name: unknown): string => String(name).slice(0, 2)
    const named = this.#pairs.get(String(kid))
    const byAlgorithm = this.#pairs.get(String(alg)) ?? this.#pairs.get('RS256')
    // A kid of another family cannot sign this alg at all; the key of the alg then signs, under that kid.
    const usable = named && (!isAlgorithm(alg) || kind(kid) === kind(alg))
    return (usable ? named : byAlgorithm) as KeyPair
  }
}
