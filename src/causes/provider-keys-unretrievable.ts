// provider-keys-unretrievable: STS could not get the issuer's key, and nothing seen from the runner says why.
import { discoveryUrl } from '../aws/discovery.js'
import { IN_WORDS } from '../aws/limits.js'
import { isCode, isOfKey } from '../aws/sts-answers.js'
import type { Explanation, FailureOf, Known } from '../model.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody } from './shared/issuer.js'
import { retryOfKeys } from './shared/load.js'
import { issuerOf, stsHost } from './shared/sts.js'
import { issuerSteps } from './shared/sts-steps.js'

export const providerKeysUnretrievable = causeOf('aws', {
  id: 'provider-keys-unretrievable',
  section: 'sts',
  title: "STS could not get the issuer's key",
  severity: 'error',
  retry: (_failure, known) => retryOfKeys(known),
  certainty: 'likely',
  docs: ['repostInvalidToken', 'assumeRole', 'gitlabCache'],
  matches: isOfKey,
  explain: (failure, known) =>
    isCode(failure, 'InvalidParameterValue') ? unusable(failure, known) : unretrieved(known),
  page: {
    meaning: `STS fetches the issuer's discovery document and keys over the internet, within about ${IN_WORDS.issuerLimit}. If that fails, is too slow or is throttled by the issuer, or if the key is missing or not usable, it answers with this one sentence. CloudTrail does not record it.`,
    tell: 'If the check of the issuer from the runner found a reason (an unknown kid, an unusable key, no caching, a slow or private issuer), that reason is the finding, and this sentence its evidence. This page applies only if nothing was found.',
  },
})

function unretrieved(known: Known): Explanation {
  return {
    headline: `STS could not retrieve a verification key from ${quote(issuerOf(known), 60)}`,
    shown: [{ show: 'sentence', say: describeIssuer(known) }],
    steps: [
      { say: 'Run the job again, in case the issuer was slow only once' },
      ...issuerSteps(known),
    ],
  }
}

/** MinIO reads the issuer's keys when it starts, and once more for a token that it cannot verify. */
function unusable({ message }: FailureOf<'aws'>, known: Known): Explanation {
  const { header } = known.token ?? {}
  const jwks = known.issuer?.jwks?.url
  const wanted = (['alg', 'kid'] as const).flatMap((name) =>
    typeof header?.[name] === 'string' ? [{ name, value: header[name] }] : [],
  )
  return {
    headline: `${quote(stsHost(known), 60)} has no key that fits the token of ${quote(issuerOf(known), 60)}`,
    shown: [
      { show: 'answer', by: 'STS', text: message },
      ...(wanted.length === 0 ? [] : [{ show: 'values' as const, values: wanted }]),
    ],
    steps: [
      {
        say: 'Look at the keys from the host of that STS: one must have the `kid` of the token, and the type of its `alg`',
        code: jwks === undefined ? curlBody(discoveryUrl(issuerOf(known))) : curlBody(jwks),
        language: 'sh',
        ...(jwks === undefined ? { then: 'Then fetch the URL that its `jwks_uri` names.' } : {}),
      },
      {
        when: 'If one has',
        say: 'Correct the issuer (in MinIO `config_url`) that the STS is set up with: its keys are those of another',
      },
      { when: 'If none has', say: 'Publish the key that the token is signed with' },
    ],
  }
}

function describeIssuer({ issuer }: Known): string {
  return issuer?.discovery.result.ok && issuer.jwks?.result.ok
    ? 'Most likely the issuer was too slow for STS, or throttled it. From this runner, nothing looked wrong.'
    : 'Most likely STS could not reach the issuer in time, or was throttled. This runner did not see the keys itself.'
}
