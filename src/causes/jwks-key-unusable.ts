// jwks-key-unusable: the key that the token names is published in a form that STS does not verify with.
import type { Step, UnusableMember } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import type { KeyFailure } from './shared/issuer.js'
import { curlBody, memberText, NO_KEY } from './shared/issuer.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksKeyUnusable = causeOf('key', {
  id: 'jwks-key-unusable',
  section: 'issuer',
  atIssuer: true,
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
    const { headline, shown, step } = REASONS[key.member]
    return {
      headline: `STS cannot use the token's key ${quote(failure.kid, 60)}: ${headline}`,
      shown: [
        {
          show: 'values',
          values: [
            ...(key.published === undefined ? [] : [{ name: 'key', value: memberText(key) }]),
            ...(alg === '' ? [] : [{ name: 'token', value: `alg: ${alg}` }]),
          ],
        },
        { show: 'sentence', say: shown },
      ],
      steps: [step],
      confirm: [{ say: 'Look at the key', code: curlBody(failure.url), language: 'sh' }],
      stop: `Issuer: key ${quote(failure.kid, 60)}`,
    }
  },
  page: {
    meaning:
      'A published key says what it is and what it is for. STS accepts RSA keys, and EC keys of the curves P-256, P-384 and P-521, for signatures. It ignores keys for encryption, does not accept keys with `key_ops` at all, and needs the numbers of the key (`n` and `e`, or `x` and `y`), not only a certificate.',
    tell: 'The finding names the member. For `use: enc` STS says that it could not retrieve the verification key; for `key_ops` it gives its generic sentence. Both, and that the `alg` of the key is not compared, were observed with real STS on 2026-09-11. Only the key that the token names is judged: others in the set may be for encryption.',
  },
})

function isRejected(failure: KeyFailure): boolean {
  return failure.problem === 'unusable' && ['key_ops', 'use'].includes(failure.member)
}

interface Reason {
  /** After "STS cannot use the token's key". */
  headline: string
  shown: string
  step: Step
}

function lackingMember(member: UnusableMember): Reason {
  return {
    headline: `it lacks ${quote(member)}`,
    shown: 'STS does not read the key from a certificate (`x5c`) instead.',
    step: {
      say: 'Publish the numbers of the key, each in base64url: `n` and `e` of an RSA key, `crv`, `x` and `y` of an EC key',
    },
  }
}

const USE_SIG = { code: '"use": "sig"', language: 'json' } as const

const REASONS: Readonly<Record<UnusableMember, Reason>> = {
  use: {
    headline: 'it is published for encryption',
    shown: 'STS ignores keys that are not for signatures.',
    step: { say: 'Publish the signing key with this member, or without `use`', ...USE_SIG },
  },
  key_ops: {
    headline: 'it has the member `key_ops`',
    shown: 'STS refuses such a key even if `key_ops` allows to verify.',
    step: {
      say: 'Remove `key_ops` from the published key; to say what it is for, use this instead',
      ...USE_SIG,
    },
  },
  kty: {
    headline: "its kind does not fit the token's algorithm",
    shown: '`RS…` algorithms need an RSA key, `ES…` algorithms an EC key.',
    step: {
      say: 'Sign the tokens with an RSA key (RS256) or an EC key (ES256), and publish that key under this id',
    },
  },
  crv: {
    headline: "its curve does not fit the token's algorithm",
    shown: 'ES256 needs P-256, ES384 needs P-384, ES512 needs P-521.',
    step: {
      say: 'Sign with the algorithm of the curve, or publish a key of the curve of the algorithm',
    },
  },
  x5c: {
    headline: 'its certificate (`x5c`) is of another key',
    shown: 'STS needs the two to agree.',
    step: {
      say: 'Remove `x5c` from the published key, or publish the certificate of this very key',
      then: 'STS does not need it.',
    },
  },
  n: lackingMember('n'),
  e: lackingMember('e'),
  x: lackingMember('x'),
  y: lackingMember('y'),
}
