// Scenarios of the issuer's keys (section 3 of the catalogue).
import { generateKeyPairSync } from 'node:crypto'
import type { Scenario } from './scenario.js'
import type { Street } from './street.js'

type Key = Record<string, unknown>

function keysOf(street: Street): Key[] {
  return (street.jwks() as { keys: Key[] }).keys
}

/** The street's keys with the one that signs changed. */
function withSigningKey(street: Street, change: (key: Key) => Key[]): { keys: Key[] } {
  return { keys: keysOf(street).flatMap((key) => (key['kid'] === 'RS256' ? change(key) : [key])) }
}

function publicKey(bits: number): Key {
  return generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({
    format: 'jwk',
  }) as Key
}

export const KEY_SCENARIOS: readonly Scenario[] = [
  {
    id: 'jwks-key-not-found',
    what: 'a token signed with a key that is not published',
    exit: 1,
    setUp: (street) => street.setJwks(withSigningKey(street, () => [])),
  },
  {
    id: 'jwks-kid-missing',
    what: 'a published key without a kid',
    exit: 1,
    faults: { token: { header: { kid: null } } },
    setUp: (street) => street.setJwks(withSigningKey(street, ({ kid: _kid, ...key }) => [key])),
  },
  {
    id: 'jwks-key-unusable',
    what: 'the signing key published for encryption',
    exit: 1,
    setUp: (street) => street.setJwks(withSigningKey(street, (key) => [{ ...key, use: 'enc' }])),
  },
  {
    id: 'jwks-kid-duplicate',
    what: 'two keys of one kid, the right one last',
    exit: 0,
    setUp: (street) =>
      street.setJwks(withSigningKey(street, (key) => [{ ...key, ...publicKey(2048) }, key])),
  },
  {
    id: 'jwks-too-many-keys',
    what: 'more than a hundred RSA keys',
    exit: 1,
    setUp(street) {
      const more = (key: Key): Key[] => [
        key,
        ...Array.from({ length: 100 }, (_, n) => ({ ...key, kid: `old-${n}` })),
      ]
      street.setJwks(withSigningKey(street, more))
    },
  },
  {
    id: 'jwks-key-weak',
    what: 'an RSA key of 1,024 bits among the keys',
    exit: 0,
    setUp: (street) =>
      street.setJwks({
        keys: [...keysOf(street), { ...publicKey(1024), kid: 'legacy', use: 'sig', alg: 'RS256' }],
      }),
  },
  {
    id: 'jwks-private-key',
    what: 'a private key published by mistake',
    exit: 1,
    setUp: (street) =>
      street.setJwks(withSigningKey(street, (key) => [{ ...key, d: 'c2VjcmV0LWV4cG9uZW50' }])),
  },
  {
    id: 'token-signature-invalid',
    what: 'a token signed by another key under the same kid',
    exit: 1,
    faults: { token: { tamper: true } },
  },
]
