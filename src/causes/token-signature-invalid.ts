// token-signature-invalid: the token's signature does not match the key that it names.

import { isCode } from '../aws/sts-answers.js'
import type { Block, Known, Step } from '../model.js'
import { plainText, quote } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { curlBody, keysUrl } from './shared/issuer.js'
import { issuerOf } from './shared/sts.js'

export const tokenSignatureInvalid = causeOf(['key', 'aws'], {
  id: 'token-signature-invalid',
  section: 'issuer',
  atIssuer: true,
  title: "the token's signature does not match the key that it names",
  severity: 'error',
  retry: 'once',
  certainty: (failure, { signature }) =>
    failure.kind === 'aws' && signature === 'valid' ? 'likely' : 'certain',
  docs: ['rfc7515', 'rfc7517', 'repostInvalidToken'],
  // A key that STS could not get is another matter: it had not come to the signature then.
  explains: ['token-rejected', 'sts-refused'],
  matches: (failure) =>
    failure.kind === 'key'
      ? failure.problem === 'signature'
      : isCode(failure, 'InvalidIdentityToken') && /token signature invalid/i.test(failure.message),
  explain: (failure, known) => {
    const kid = failure.kind === 'key' ? failure.kid : plainText(known.token?.header['kid'])
    const url = failure.kind === 'key' ? failure.url : keysUrl(known)
    const said: Block[] = failure.kind === 'aws' ? [answer(failure, known)] : []
    const confirm: Step[] = [
      { say: 'See what the issuer publishes now', code: curlBody(url), language: 'sh' },
    ]
    const stop = 'Signature of the token'
    if (failure.kind === 'aws' && known.signature === 'valid')
      return {
        headline: "STS says that the token's signature is wrong; this runner found it right",
        shown: [...said, OLDER_KEYS],
        steps: [
          {
            say: 'Run the job again in a few minutes',
            then: 'If it works then, the keys had changed, and STS had not fetched them yet.',
          },
        ],
        otherwise: issuerSteps(known),
        confirm,
        stop,
      }
    return {
      headline: `the token's signature does not match ${kid === '' ? 'the only key' : `the key ${quote(kid, 60)}`} that its issuer publishes`,
      shown: [
        ...said,
        { show: 'values', values: [{ name: 'issuer', value: issuerOf(known) }] },
        {
          show: 'sentence',
          say: 'The issuer used another key, or the token was altered.',
        },
      ],
      steps: [
        { when: 'If the keys were changed just now', say: 'Run the job again in a few minutes' },
        ...issuerSteps(known, 'If they were not'),
      ],
      confirm,
      stop,
    }
  },
  page: {
    meaning:
      'A token is signed with a private key; the issuer publishes the public half under an id (`kid`). Here the id is published, but the signature does not match: a wrong key under the id, a rotation that kept the old id, servers that do not share their key, or a token that was altered.',
    tell: 'The signature is computed on the runner, by the same rule as STS: of several keys with one id the last one counts. If the id is not published at all, see jwks-key-not-found; if two keys share it, jwks-kid-duplicate. STS said "Token signature invalid" for it until mid-2026, and its generic sentence since.',
  },
})

const OLDER_KEYS: Block = {
  show: 'sentence',
  say: 'Most likely STS verified it with an older copy of the keys.',
}

function issuerSteps({ token }: Known, when?: string): Step[] {
  return [
    {
      ...(when === undefined ? {} : { when }),
      say: 'Let the issuer publish the public half of the key that it signs with, under a new `kid`',
      then: 'Never use an old `kid` again: caches keep the old key under it.',
    },
    ...(token?.source === 'file'
      ? [
          {
            say: 'See that nothing changed the token in the file: no line break within, nothing cut off, nothing masked',
          },
        ]
      : []),
    {
      when: 'If several servers stand behind the issuer',
      say: 'See that all of them sign with the same key',
    },
  ]
}
