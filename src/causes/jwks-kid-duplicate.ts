// jwks-kid-duplicate: several different keys share one id, and STS takes the last.
import type { UnusableKey } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import type { KeyFailure } from './shared/issuer.js'
import { curlBody, memberText, NO_KEY } from './shared/issuer.js'

export const jwksKidDuplicate = causeOf('key', {
  id: 'jwks-kid-duplicate',
  section: 'issuer',
  title: 'several keys of the issuer share one id',
  severity: (failure) => (isLastWrong(failure) ? 'error' : 'warning'),
  retry: 'never',
  certainty: (failure) => (wrongOf(failure) === 'signature' ? 'likely' : 'certain'),
  docs: ['rfc7517'],
  explains: [...NO_KEY, 'token-rejected', 'token-signature-invalid'],
  matches: ({ problem }) => problem === 'duplicate',
  explain: (failure) => ({
    why: describeDuplicate(failure),
    fix: [
      `Give each key an id of its own, a new one for the key that came last: whoever holds ${quote(failure.kid)} in a cache knows it as another key.`,
      ...(isLastWrong(failure)
        ? [
            `At once: move the key that signs the tokens behind the others with the id ${quote(failure.kid)}, or take the others out.`,
          ]
        : []),
      `Look at the keys: ${curlBody(failure.url)}`,
    ],
  }),
  page: {
    meaning:
      'STS looks a key up by its id. Where several keys have the same, the last in the list replaces the ones before (observed with real STS on 2026-09-11). Whether sign-in works then hangs on the order of the list.',
    tell: 'An error where the last one is not the key that signed the token: it is for encryption, of another kind, or does not verify the signature. A warning where the last one is right, or where no token was there to try. The same key listed twice does no harm, and is not reported.',
  },
})

function wrongOf(failure: KeyFailure): 'signature' | UnusableKey | undefined {
  return failure.problem === 'duplicate' ? failure.wrong : undefined
}

function isLastWrong(failure: KeyFailure): boolean {
  return wrongOf(failure) !== undefined
}

function describeDuplicate(failure: KeyFailure): string {
  const { kid, url } = failure
  const wrong = wrongOf(failure)
  const share = `several different keys at ${quote(url)} share the id ${quote(kid)}, and STS takes the last of them`
  if (wrong === undefined)
    return `An id stands for more than one key: ${share}. Today that works; with another order of the list, sign-in fails.`
  return wrong === 'signature'
    ? `Most likely STS takes a wrong key for this token: ${share}, but the last one does not verify the signature. What settles it: the list with the others taken out.`
    : `STS takes a wrong key for this token: ${share}, but the last one cannot verify it (${quote(memberText(wrong))}).`
}
