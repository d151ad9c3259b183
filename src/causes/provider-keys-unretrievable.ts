// provider-keys-unretrievable: STS could not get the issuer's key, and nothing seen from the runner says why.
import { IN_WORDS } from '../aws/limits.js'

import { isCode, KEY_MESSAGE } from '../aws/sts-answers.js'
import type { Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { askIssuer, issuerOf } from './shared/sts.js'

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
  explain: (_failure, known) => ({
    why: `Most likely STS could not reach the issuer ${quote(issuerOf(known))} within its ${IN_WORDS.issuerLimit}, or was throttled by it: STS says that it could not retrieve the key that verifies the token. ${describeIssuer(known)} STS asks from the internet. What settles it: the two requests below, from a network outside yours.`,
    fix: [
      'Run the job again: where the issuer was slow only once, the next attempt passes.',
      ...askIssuer(known),
    ],
  }),
  page: {
    meaning: `STS fetches the issuer's discovery document and keys over the internet, within about ${IN_WORDS.issuerLimit}. When that fails, or when the key is not there or not usable, it answers with this one sentence; CloudTrail does not record it.`,
    tell: 'Where the check of the issuer from the runner found a reason (an unknown kid, an unusable key, no caching, a slow or private issuer), that reason is the finding, and this sentence its evidence. Only where nothing was found does this page apply.',
  },
})

function describeIssuer({ issuer }: Known): string {
  return issuer?.discovery.result.ok && issuer.jwks?.result.ok
    ? 'From this runner the issuer and its keys were reached, and the checks found nothing that explains it, but'
    : 'This runner did not see the keys of the issuer itself, and'
}
