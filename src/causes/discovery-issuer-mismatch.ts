// discovery-issuer-mismatch: the discovery document says another issuer than the token.
import { authorityOf } from '../aws/url.js'
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { curlBody, NO_KEY } from './shared/issuer.js'
import { createProvider } from './shared/sts.js'

export const discoveryIssuerMismatch = causeOf('discovery-field', {
  id: 'discovery-issuer-mismatch',
  section: 'issuer',
  title: 'the discovery document and the token name different issuers',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['oidcDiscovery', 'iamProvider', 'oidcCore'],
  explains: [...NO_KEY, 'token-rejected'],
  matches: ({ fields }) => fields.some(({ problem }) => problem === 'differs'),
  explain: ({ url, fields }, known) => {
    const { want = '', got = '' } = fields.find(({ problem }) => problem === 'differs') ?? {}
    return {
      why: `The discovery document at ${quote(url)} says \`issuer\` ${quote(got)}, but the token says \`iss\` ${quote(want)}: ${describeDifference(want, got)}. The two have to be equal to the letter (OpenID Connect Discovery, section 4.3).`,
      fix: [
        `Set the public URL of the issuer in its own settings, so that document and tokens both say the same. To keep the tokens as they are, the document must say:\n"issuer": ${JSON.stringify(want)}`,
        `If the tokens change instead, IAM needs a provider for the new URL, for example:\n${createProvider(known, got)}`,
        `Look again: ${curlBody(url)}`,
      ],
    }
  },
  page: {
    meaning:
      'An issuer has one name, its URL. It stands in the token (`iss`), in the discovery document (`issuer`) and in the provider in IAM, and has to be the same text everywhere, down to the last slash.',
    tell: 'The finding says how the two differ. Only a slash: a setting of the issuer. http and https: the issuer stands behind a proxy that ends TLS and does not know its own public URL. Another host: a move, or two environments mixed up.',
  },
})

function describeDifference(want: string, got: string): string {
  const bare = (url: string): string => url.replace(/\/+$/, '')
  const scheme = (url: string): string => url.replace(/^https?:/i, '')
  if (bare(want) === bare(got)) return 'only a slash at the end differs'
  if (scheme(bare(want)) === scheme(bare(got))) return '`http` stands for `https`'
  if (want.toLowerCase() === got.toLowerCase()) return 'only the letter case differs'
  return authorityOf(want).toLowerCase() === authorityOf(got).toLowerCase()
    ? 'the path differs'
    : 'the host differs'
}
