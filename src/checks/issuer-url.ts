// Has the issuer's URL a form that a provider in IAM can have?
import { isInternalName } from '../aws/addresses.js'
import { LONGEST_PROVIDER_URL } from '../aws/limits.js'
import { isLegacyServiceAccount } from '../aws/service-tokens.js'
import { hostOf, withoutSlash } from '../aws/url.js'
import type { Failure, IssuerUrlProblem, Known } from '../model.js'
import type { Check } from './check.js'
import { fetchesOf, isAwsSts, isOutOfReach } from './issuer-facts.js'

export const issuerUrl: Check = {
  id: 'issuer-url',
  title: "The issuer's URL fits IAM",
  asked: (known) => urlOf(known) !== '' && isPortAsked(known),
  judge(known) {
    const url = urlOf(known)
    // Such a token has no issuer that could be another: that it lacks claims says all.
    if (url === '' || isLegacyServiceAccount(known.token?.claims ?? {})) return []
    // Such an issuer is to get another name, and with it another URL.
    if (isAwsSts(known) && isInternalName(hostOf(url))) return []
    return problemsOf(url, known).map(
      (problem): Failure => ({ kind: 'issuer-url', url: withoutUser(url), problem }),
    )
  },
}

/** Problems that keep nobody from fetching the documents. */
const FETCHABLE: readonly IssuerUrlProblem[] = ['port', 'too-long', 'trailing-slash']

/** Problems after which it means little that, and how, the documents could not be fetched. */
export function isUnfetchable(known: Known): boolean {
  const [first] = problemsOf(urlOf(known), known)
  return first !== undefined && !FETCHABLE.includes(first)
}

/** The token's own word counts; without a token, what was asked to be looked at. */
function urlOf({ token, issuer }: Known): string {
  return token?.issuer ?? issuer?.url ?? ''
}

const PARTS =
  /^(?<scheme>[a-z][a-z\d+.-]*):\/\/(?<user>[^/?#@\s]*@)?(?:\[[\da-f:.]+\]|[^/?#:@\s]+)(?<port>:\d*)?(?:\/[^?#\s]*)?(?<query>\?[^#\s]*)?(?<fragment>#\S*)?$/i

function problemsOf(url: string, known: Known): IssuerUrlProblem[] {
  const parts = PARTS.exec(url)?.groups
  if (!parts) return ['unparsable']
  const { scheme = '', user, port, query, fragment } = parts
  const found: [IssuerUrlProblem, boolean][] = [
    ['scheme', scheme.toLowerCase() !== 'https'],
    ['user-info', user !== undefined],
    ['query', query !== undefined],
    ['fragment', fragment !== undefined],
    ['port', port !== undefined && isPortAsked(known)],
    ['too-long', url.length > LONGEST_PROVIDER_URL],
    ['trailing-slash', differsBySlash(url, known.inputs?.issuer ?? '')],
  ]
  return found.flatMap(([problem, is]) => (is ? [problem] : []))
}

/** Another STS may take a port; and an issuer that STS cannot reach has no use for a better URL. */
function isPortAsked(known: Known): boolean {
  return isAwsSts(known) && !fetchesOf(known).some(isOutOfReach)
}

function differsBySlash(url: string, given: string): boolean {
  return given !== '' && url !== given && withoutSlash(url) === withoutSlash(given)
}

/** A password in a URL goes no further. */
function withoutUser(url: string): string {
  return url.replace(/\/\/[^/?#@\s]*@/, '//***@')
}
