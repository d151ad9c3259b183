// provider-keys-unretrievable: STS could not get the issuer's key, and nothing seen from the runner says why.
import { IN_WORDS } from '../aws/limits.js'
import { isCode, KEY_MESSAGE } from '../aws/sts-answers.js'
import type { Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { issuerOf } from './shared/sts.js'
import { issuerSteps } from './shared/sts-steps.js'

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
    headline: `STS could not retrieve a verification key from ${quote(issuerOf(known), 60)}`,
    shown: [{ show: 'sentence', say: describeIssuer(known) }],
    steps: [
      { say: 'Run the job again, in case the issuer was slow only once' },
      ...issuerSteps(known),
    ],
  }),
  page: {
    meaning: `STS fetches the issuer's discovery document and keys over the internet, within about ${IN_WORDS.issuerLimit}. If that fails, is too slow or is throttled by the issuer, or if the key is missing or not usable, it answers with this one sentence. CloudTrail does not record it.`,
    tell: 'If the check of the issuer from the runner found a reason (an unknown kid, an unusable key, no caching, a slow or private issuer), that reason is the finding, and this sentence its evidence. This page applies only if nothing was found.',
  },
})

function describeIssuer({ issuer }: Known): string {
  return issuer?.discovery.result.ok && issuer.jwks?.result.ok
    ? 'Most likely the issuer was too slow for STS, or throttled it. From this runner, nothing looked wrong.'
    : 'Most likely STS could not reach the issuer in time, or was throttled. This runner did not see the keys itself.'
}
