// jwks-key-unusable: the key that the token names is published in a form that STS does not verify with.
import type { UnusableMember } from '../model.js'
import { list, quote } from '../text.js'
import { causeOf } from './cause.js'
import type { KeyFailure } from './shared/issuer.js'
import { curlBody, memberText, NO_KEY } from './shared/issuer.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksKeyUnusable = causeOf('key', {
  id: 'jwks-key-unusable',
  section: 'issuer',
  title: "STS cannot use the token's key as it is published",
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['rfc7517', 'rfc7518', 'iamProvider'],
  // The generic sentence was seen of `key_ops` and of `use`, and of no other member.
  explains: (failure) => (isRejected(failure) ? [...NO_KEY, 'token-rejected'] : NO_KEY),
  matches: ({ problem }) => problem === 'unusable',
  explain: (failure, { token }) => {
    const alg = typeof token?.header['alg'] === 'string' ? token.header['alg'] : ''
    const key = ofProblem(failure, 'unusable')
    const { why, fix } = REASONS[key.member]
    const signed = alg === '' ? '' : ` The token is signed with ${quote(alg)}.`
    return {
      why: `The key ${quote(failure.kid)} at ${quote(failure.url)} cannot verify the token: ${why} Published is ${quote(memberText(key))}.${signed}`,
      fix: [fix, `Look at the key: ${curlBody(failure.url)}`],
    }
  },
  page: {
    meaning:
      'A published key says what it is and what it is for. STS takes RSA keys, and EC keys of the curves P-256, P-384 and P-521, for signatures. It passes over keys for encryption, does not take keys with `key_ops` at all, and wants the numbers of the key (`n` and `e`, or `x` and `y`), not only a certificate.',
    tell: 'The finding names the member. For `use: enc` STS says that it could not retrieve the verification key; for `key_ops` it gives its generic sentence. Both, and that the `alg` of the key is not compared, were observed with real STS on 2026-09-11. Only the key that the token names is judged: others in the set may be for encryption.',
  },
})

function isRejected(failure: KeyFailure): boolean {
  return failure.problem === 'unusable' && ['key_ops', 'use'].includes(failure.member)
}

function lackingMember(member: UnusableMember): { why: string; fix: string } {
  return {
    why: `it lacks ${list([member])}, and STS does not read the key from a certificate (\`x5c\`) instead.`,
    fix: 'Publish the numbers of the key: `n` and `e` of an RSA key, `crv`, `x` and `y` of an EC key, each in base64url.',
  }
}

const REASONS: Readonly<Record<UnusableMember, { why: string; fix: string }>> = {
  use: {
    why: 'it is published for encryption, not for signatures.',
    fix: 'Publish the signing key with this member, or without it:\n"use": "sig"',
  },
  key_ops: {
    why: 'it has the member `key_ops`, and STS refuses such a key, even where `key_ops` allows to verify.',
    fix: 'Remove `key_ops` from the published key. To say what it is for, use instead:\n"use": "sig"',
  },
  kty: {
    why: 'it is of another kind than the algorithm of the token needs. RS256, RS384 and RS512 need an RSA key, ES256, ES384 and ES512 an EC key.',
    fix: 'Sign the tokens with an RSA key (RS256) or an EC key (ES256), and publish that key under this id.',
  },
  crv: {
    why: 'its curve is not the one of the algorithm. ES256 needs P-256, ES384 needs P-384, ES512 needs P-521.',
    fix: 'Sign with the algorithm of the curve, or publish a key of the curve of the algorithm.',
  },
  x5c: {
    why: 'its certificate (`x5c`) is of another key than its numbers, and STS takes a key only where the two agree.',
    fix: 'Remove `x5c` from the published key, or publish the certificate of this very key. STS does not need it.',
  },
  n: lackingMember('n'),
  e: lackingMember('e'),
  x: lackingMember('x'),
  y: lackingMember('y'),
}
