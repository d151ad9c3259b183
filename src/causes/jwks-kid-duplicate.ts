// jwks-kid-duplicate: several different keys share one id, and STS uses the last.
import type { UnusableKey } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import type { KeyFailure } from './shared/issuer.js'
import { lookAtKeys, memberText, NO_KEY } from './shared/issuer.js'

export const jwksKidDuplicate = causeOf('key', {
  id: 'jwks-kid-duplicate',
  section: 'issuer',
  atIssuer: true,
  title: 'several keys of the issuer share one id',
  severity: (failure) => (isLastWrong(failure) ? 'error' : 'warning'),
  retry: 'never',
  certainty: (failure) => (wrongOf(failure) === 'signature' ? 'likely' : 'certain'),
  docs: ['rfc7517'],
  explains: [...NO_KEY, 'token-rejected', 'token-signature-invalid'],
  matches: ({ problem }) => problem === 'duplicate',
  explain: (failure) => {
    const { kid, url } = failure
    return {
      headline: `several different keys of the issuer share the id ${quote(kid, 60)}`,
      shown: [
        { show: 'values', values: [{ name: 'at', value: url }] },
        { show: 'sentence', say: `STS uses the last of them. ${describeLast(failure)}` },
      ],
      steps: [
        ...(isLastWrong(failure)
          ? [
              {
                say: `Put the key that signs the tokens last among those with the id ${quote(kid, 60)}, or remove the others`,
              },
            ]
          : []),
        {
          say: 'Give each key an id of its own: the key that was added last gets a new one',
          then: `A cache that holds ${quote(kid, 60)} knows it as another key.`,
        },
      ],
      confirm: [lookAtKeys(url)],
      stop: `Issuer: keys with the id ${quote(kid, 60)}`,
    }
  },
  page: {
    meaning:
      'STS looks a key up by its id. If several keys have the same, the last in the list replaces the ones before (observed with real STS on 2026-09-11). Whether sign-in works then depends on the order of the list.',
    tell: 'An error where the last one is not the key that signed the token: it is for encryption, of another kind, or does not verify the signature. A warning where the last one is right, or where there was no token to try. The same key listed twice does no harm, and is not reported.',
  },
})

function wrongOf(failure: KeyFailure): 'signature' | UnusableKey | undefined {
  return failure.problem === 'duplicate' ? failure.wrong : undefined
}

function isLastWrong(failure: KeyFailure): boolean {
  return wrongOf(failure) !== undefined
}

function describeLast(failure: KeyFailure): string {
  const wrong = wrongOf(failure)
  if (wrong === undefined) return 'In another order of the list, sign-in would fail.'
  return wrong === 'signature'
    ? 'Most likely that is the wrong one: it does not verify the signature.'
    : `It cannot verify this token (${quote(memberText(wrong), 60)}).`
}
