// provider-keys-unretrievable: STS could not get the issuer's key, and nothing seen from the runner says why.
import { quote } from '../text.js'
import { causeOf, isCode, KEY_MESSAGE } from './cause.js'

export const providerKeysUnretrievable = causeOf('aws', {
  id: 'provider-keys-unretrievable',
  section: 'sts',
  title: "STS could not get the issuer's key",
  severity: 'error',
  retry: 'transient',
  certainty: 'likely',
  docs: ['repostInvalidToken', 'assumeRole', 'gitlabCache'],
  matches: (failure) =>
    isCode(failure, 'InvalidIdentityToken') && KEY_MESSAGE.test(failure.message),
  explain: (_failure, { issuer, token }) => {
    const url = issuer?.url ?? token?.issuer ?? ''
    const jwks = issuer?.jwks?.url ?? `${url}/.well-known/jwks`
    return {
      why: `Most likely STS could not reach the issuer ${quote(url)} within its 5 s, or was throttled by it: STS says that it could not retrieve the key that verifies the token. From this runner the issuer was reached and nothing is wrong with its documents, but STS asks from the internet. What settles it: the two requests below, from a network outside yours.`,
      fix: [
        `Try from another network: curl -sS -D- ${url}/.well-known/openid-configuration`,
        `Then the keys: curl -sS -D- ${jwks}`,
        "Look in the issuer's access log for answers of 403, 429 or 5xx, or of more than 5 s, to AWS addresses; let both paths be reached from the whole internet.",
        'Run the job again: where the issuer was slow only once, the next attempt passes.',
      ],
    }
  },
  page: {
    meaning:
      "STS fetches the issuer's discovery document and keys over the internet, within about 5 s. When that fails, or when the key is not there or not usable, it answers with this one sentence; CloudTrail does not record it.",
    tell: 'Where the check of the issuer from the runner found a reason (an unknown kid, an unusable key, no caching, a slow or private issuer), that reason is the finding, and this sentence its evidence. Only where nothing was found does this page apply.',
  },
})
