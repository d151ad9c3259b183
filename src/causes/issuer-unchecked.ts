// issuer-unchecked: STS has signed in, and the issuer's documents had not come to this runner in the time that is left for them.
import { IN_WORDS, SLOW_MS } from '../aws/limits.js'
import { duration, quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { askFromOutside, documentName } from './shared/issuer.js'

export const issuerUnchecked = causeOf('issuer-unchecked', {
  id: 'issuer-unchecked',
  section: 'issuer',
  title: 'signed in, but the issuer could not be checked in time',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['repostInvalidToken', 'oidcDiscovery'],
  matches: () => true,
  explain: ({ issuer, missing, url, waitedMs, deadlineSeconds: deadline }, known) => ({
    headline: `the issuer ${quote(issuer, 60)} could not be checked in time`,
    shown: [
      {
        show: 'sentence',
        say: `Its ${documentName(missing)} had not arrived ${
          deadline
            ? `by \`action-timeout-s\` (${duration(deadline)})`
            : `${duration(waitedMs / 1000)} after STS signed in`
        }. All else was checked.`,
      },
    ],
    steps: [
      ...(deadline && deadline * 1000 < ENOUGH_MS
        ? [
            {
              say: 'Give the step time for the check',
              code: `action-timeout-s: ${ENOUGH_MS / 1000}`,
              language: 'yaml' as const,
            },
          ]
        : []),
      {
        say: 'See how long the issuer takes from this runner',
        code: `curl -sS -m 20 -o /dev/null -w 'HTTP %{http_code} after %{time_total} s\\n' ${shellWord(url)}`,
        language: 'sh',
        kind: 'look',
        then: `From ${IN_WORDS.slow} on it is slow for STS too.`,
      },
    ],
    confirm: [askFromOutside(url, known)],
    folded: [
      {
        title: 'What was not checked',
        blocks: [
          {
            show: 'list',
            points: [
              `whether STS can read and cache ${missing === 'jwks' ? 'the keys' : 'the document and the keys'}`,
              'whether they verify the token',
            ],
          },
        ],
      },
    ],
    ...(deadline ? { where: { input: 'action-timeout-s' } } : {}),
  }),
  page: {
    meaning: `The step asks the issuer for its discovery document and its keys while STS signs the job in. STS may hold them in its cache, or may have a faster way to the issuer. Once STS has given a session, the step waits at most ${IN_WORDS.issuerLimit} for them, and not past \`action-timeout-s\`: it does not lose the session to an issuer that is slow here.`,
    tell: 'The session is exported, unless `fail-on: warning` is set. The finding names what was left out. The list of allowed accounts, the clock, the trust policy and special characters in the keys are checked in any case. If the issuer answered with an error, that is the finding instead.',
  },
})

/** Room for a sign-in and for two documents of an issuer that is just not too slow, in ms. */
const ENOUGH_MS = Math.ceil((10 * SLOW_MS) / 1000) * 1000
