// discovery-issuer-mismatch: the discovery document names another issuer than the token.
import { isInternalName } from '../aws/addresses.js'
import { authorityOf, hostOf } from '../aws/url.js'
import type { Known, Step } from '../model.js'
import { commonLength, sanitise } from '../text.js'
import { answererOf } from '../words.js'
import { causeOf } from './cause.js'
import { lookAgain, NO_KEY_ANYWHERE, stopAt } from './shared/issuer.js'
import { createProvider } from './shared/sts.js'

export const discoveryIssuerMismatch = causeOf('discovery-field', {
  id: 'discovery-issuer-mismatch',
  section: 'issuer',
  atIssuer: true,
  title: 'the discovery document and the token name different issuers',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcDiscovery', 'iamProvider', 'oidcCore'],
  explains: [...NO_KEY_ANYWHERE, 'token-rejected'],
  matches: ({ fields }) => fields.some(({ problem }) => problem === 'differs'),
  explain: ({ url, fields }, known) => {
    const { want = '', got = '' } = fields.find(({ problem }) => problem === 'differs') ?? {}
    const at = commonLength(want, got)
    const change: Step = {
      when: 'If the tokens are to change instead',
      say: 'Create a provider for the new URL in IAM',
      code: createProvider(known, got),
      language: 'sh',
    }
    return {
      headline: `the discovery document and the token name different issuers: ${describeDifference(want, got)}`,
      shown: [
        {
          show: 'difference',
          wanted: { label: 'token', value: want, at },
          actual: { label: 'document', value: got, at },
        },
      ],
      steps: [
        {
          say: "Set the public URL in the issuer's own settings, so that the document names the issuer of the tokens",
          code: `"issuer": ${sanitise(JSON.stringify(want))}`,
          language: 'json',
        },
        // IAM has no provider of another scheme, and no use for one of a name that AWS cannot resolve.
        ...(/^https:\/\//i.test(got) && !isHidden(got, known) ? [change] : []),
      ],
      confirm: [lookAgain(url)],
      stop: stopAt('discovery'),
    }
  },
  page: {
    meaning:
      'An issuer has one name, its URL. It stands in the token (`iss`), in the discovery document (`issuer`) and in the provider in IAM, and has to be the same everywhere, character by character, down to the last slash (OpenID Connect Discovery, section 4.3).',
    tell: 'The finding says how the two differ. Only a slash: a setting of the issuer. http and https: the issuer is behind a proxy that terminates TLS, and does not know its own public URL. Another host: a move, or two environments mixed up.',
  },
})

function describeDifference(want: string, got: string): string {
  const bare = (url: string): string => url.replace(/\/+$/, '')
  const scheme = (url: string): string => url.replace(/^https?:/i, '')
  if (bare(want) === bare(got)) return 'only a trailing slash differs'
  if (scheme(bare(want)) === scheme(bare(got))) return '`http` in place of `https`'
  if (want.toLowerCase() === got.toLowerCase()) return 'only the letter case differs'
  return authorityOf(want).toLowerCase() === authorityOf(got).toLowerCase()
    ? 'the path differs'
    : 'the host differs'
}

function isHidden(url: string, known: Known): boolean {
  return answererOf(known) === 'AWS' && isInternalName(hostOf(url))
}
