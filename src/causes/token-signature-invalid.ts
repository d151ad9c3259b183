// token-signature-invalid: the key that the token names does not verify its signature.

import { isCode } from '../aws/sts-answers.js'
import type { Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody, keysUrl } from './shared/issuer.js'
import { issuerOf } from './shared/sts.js'

export const tokenSignatureInvalid = causeOf(['key', 'aws'], {
  id: 'token-signature-invalid',
  section: 'issuer',
  title: "the token's signature is not by the key that it names",
  severity: 'error',
  retry: 'once',
  certainty: (failure, { signature }) =>
    failure.kind === 'aws' && signature === 'valid' ? 'likely' : 'certain',
  docs: ['rfc7515', 'rfc7517', 'repostInvalidToken'],
  // A key that STS could not get is another matter: it had not come to the signature then.
  explains: ['token-rejected'],
  matches: (failure) =>
    failure.kind === 'key'
      ? failure.problem === 'signature'
      : isCode(failure, 'InvalidIdentityToken') && /token signature invalid/i.test(failure.message),
  explain: (failure, known) => {
    const kid = failure.kind === 'key' ? failure.kid : String(known.token?.header['kid'] ?? '')
    const url = failure.kind === 'key' ? failure.url : keysUrl(known)
    const key = kid === '' ? 'its only key' : `its key ${quote(kid)}`
    return {
      why: describeSignature(failure.kind, known, key),
      fix: [
        'Run the job again if keys were changed just now.',
        `Let the issuer publish the public half of the key that it really signs with, under a new \`kid\`. An id that once stood for another key stays in caches: never use it twice.\nWhat it publishes now: ${curlBody(url)}`,
        ...(known.token?.source === 'file'
          ? [
              'The token comes from a file: see that nothing changed it, no line break within, nothing cut off, nothing masked.',
            ]
          : []),
        'If several servers stand behind the issuer, see that all of them sign with the same key.',
      ],
    }
  },
  page: {
    meaning:
      'A token is signed with a private key; the issuer publishes the public half under an id (`kid`). Here the id is published, but the signature does not fit: a wrong key under the id, a rotation that kept the old id, servers that do not share their key, or a token that was altered.',
    tell: 'The signature is computed on the runner, by the same rule as STS: of several keys with one id the last one counts. Where the id is not published at all, see jwks-key-not-found; where two keys share it, jwks-kid-duplicate. STS said "Token signature invalid" for it until mid-2026, and its generic sentence since.',
  },
})

function describeSignature(kind: 'key' | 'aws', known: Known, key: string): string {
  if (kind === 'aws' && known.signature === 'valid')
    return `Most likely STS verified the token with an older copy of the keys: it says that the signature is wrong, but by the keys that this runner got it is right. What settles it: the same job a few minutes later.`
  const who = kind === 'key' ? 'This runner computed it.' : 'STS says so.'
  return `The signature of the token is wrong: the issuer ${quote(issuerOf(known))} publishes ${key}, but that key did not make this signature. ${who} Either the issuer signs with another key than it publishes under this id, or the token was altered on its way.`
}
