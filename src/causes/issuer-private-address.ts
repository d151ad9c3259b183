// issuer-private-address: every address of the issuer's host is one that the internet cannot reach.
import { isAddress } from '../aws/addresses.js'
import { discoveryUrl } from '../aws/discovery.js'
import { hostOf, pathOf } from '../aws/url.js'
import type { Block, FailureOf, Known, Step } from '../model.js'
import { quote } from '../text.js'
import { causeOf, type Explanation } from './cause.js'
import { lookFromOutside, NO_KEY, resolveOutside } from './shared/issuer.js'

export const issuerPrivateAddress = causeOf('address', {
  id: 'issuer-private-address',
  section: 'issuer',
  atIssuer: ({ refused }) => refused !== 'metadata',
  title: "the issuer's host has only private addresses",
  severity: 'error',
  retry: 'never',
  certainty: ({ refused, internal }) => (refused === 'metadata' || internal ? 'certain' : 'likely'),
  docs: ['repostInvalidToken', 'iamProvider', 'rfc1918'],
  // A provider that nobody could reach the issuer of is no loss: its name is what has to change.
  explains: ({ refused, internal }) =>
    refused === 'metadata' || internal
      ? [...NO_KEY, 'token-rejected', 'provider-not-found']
      : NO_KEY,
  matches: () => true,
  explain: (failure, known) =>
    failure.refused === 'metadata'
      ? explainMetadata(failure, known)
      : failure.internal
        ? explainInternal(failure, known)
        : explainPrivate(failure, known),
  page: {
    meaning:
      "STS asks the issuer over the internet for its discovery document and its keys. An issuer whose host name has only private addresses (10/8, 172.16/12, 192.168/16, 100.64/10, loopback, link-local, fc00::/7) is out of its reach, and so is one with an internal name (`.local`, `.internal`, `.svc`, `.lan`, a name without a dot; kubeadm's default issuer is one), whatever it resolves to here: with AWS's STS nothing is even asked of it. The step does not even connect to a link-local address (169.254/16, fe80::/10), unless `sts-endpoint` is not AWS's, and never to one at which a cloud hands out credentials (169.254.169.254, fd00:ec2::254 and the like): a token or a discovery document that names one is a mistake, or an attack on the machine. A private issuer is usual for GitHub Enterprise Server and self-managed GitLab in a company's network.",
    tell: 'The addresses stand in the finding. It is "most likely" because some networks give the same name a private address inside and a public one outside (split DNS); a public DNS server settles it. A connection that fails to such an address is not reported on top.',
  },
})

type Address = FailureOf<'address'>

/** No look-up is needed: such a name is in no public DNS, so no record and no provider can help. */
function explainInternal({ host }: Address, known: Known): Explanation {
  const url = known.issuer?.discovery.url ?? discoveryUrl(`https://${host}`)
  const keysOnly = hostOf(known.token?.issuer ?? url) !== host
  return {
    headline: `${keysOnly ? "the host of the issuer's keys," : "the issuer's host"} ${quote(host, 60)}${keysOnly ? ',' : ''} is an internal name that STS cannot resolve`,
    shown: [
      {
        show: 'sentence',
        say: "STS fetches the issuer's documents from the internet, where this name does not exist.",
      },
    ],
    steps: keysOnly
      ? [
          {
            say: 'Publish the keys at a public https URL, and name that as `jwks_uri` in the discovery document',
          },
        ]
      : [
          {
            say: 'Give the issuer a public host name, so that `iss` of its tokens is a public https URL',
            then: `STS needs only two paths there: ${twoPaths(url)}.`,
          },
          {
            when: 'If the issuer itself must stay internal',
            say: 'Mirror its discovery document and its keys to public storage over https, and set the issuer to that URL',
            then: `\`issuer\` and \`jwks_uri\` in the mirrored document must name that URL too. In Kubernetes the settings are \`--service-account-issuer\` and \`--service-account-jwks-uri\` of the API server.`,
          },
        ],
    stop: 'Issuer: internal name',
  }
}

function explainPrivate(failure: Address, known: Known): Explanation {
  const { host, addresses } = failure
  const url = known.issuer?.discovery.url ?? discoveryUrl(`https://${host}`)
  const many = addresses.length === 1 ? 'a private address' : 'private addresses'
  return {
    headline: `on this runner, the issuer's host ${quote(host, 60)} has only ${many}`,
    shown: [
      ...addressValue(failure),
      {
        show: 'sentence',
        say: "STS fetches the issuer's documents from the internet, whatever network the runner is in.",
      },
    ],
    steps: isAddress(host) ? [nameStep(url)] : [askPublicDns(host), publishStep(host, url)],
    confirm: [lookFromOutside(url, known)],
    stop: 'Issuer: private address',
  }
}

/** Nothing where the headline names it as the host. */
function addressValue({ host, addresses }: Address): Block[] {
  if (addresses.every((address) => address === host)) return []
  return [{ show: 'values', values: [{ name: 'address', value: addresses.join(', ') }] }]
}

function askPublicDns(host: string): Step {
  return {
    ...resolveOutside(host),
    then: 'If that shows a public address, STS uses it, and this is not the reason.',
  }
}

const NOTHING_ELSE = 'STS needs nothing else of the issuer.'

/** What to publish where the issuer itself must stay private. */
function publishStep(host: string, url: string): Step {
  return {
    when: 'If it shows none',
    say: `Point a public DNS record for ${quote(host)} at a reverse proxy or CDN that serves only ${twoPaths(url)}`,
    then: `${NOTHING_ELSE} Inside your network the name may keep its private address.`,
  }
}

function nameStep(url: string): Step {
  return {
    say: `Give the issuer a public host name, and let a reverse proxy or CDN serve ${twoPaths(url)} there`,
    then: NOTHING_ELSE,
  }
}

function twoPaths(url: string): string {
  return `${quote(pathOf(url))} and the path of its \`jwks_uri\``
}

/** At such an address no issuer can be: who made the runner go there is to be found. */
function explainMetadata(failure: Address, known: Known): Explanation {
  const { host } = failure
  const token = known.token?.issuer ?? ''
  const keys = hostOf(token) !== host && hostOf(known.issuer?.url ?? '') !== host
  const name = quote(host, 60)
  return {
    headline: keys
      ? `\`jwks_uri\` of the issuer leads to a cloud's metadata service: ${name}`
      : `the issuer's host ${name} leads to a cloud's metadata service`,
    shown: [
      ...addressValue(failure),
      {
        show: 'sentence',
        say: "It hands out the machine's own credentials. The step did not connect to it, and STS cannot.",
      },
    ],
    steps: keys ? KEYS_AT_METADATA : ISSUER_AT_METADATA,
    confirm: isAddress(host) ? [] : [resolveOutside(host)],
    stop: 'Issuer: metadata service',
  }
}

const KEYS_AT_METADATA: readonly Step[] = [
  {
    say: "Correct `jwks_uri` in the issuer's discovery document: it must name a host on the internet",
  },
  {
    when: 'If nobody on your side wrote that address',
    say: 'Treat the issuer as compromised',
  },
]

const ISSUER_AT_METADATA: readonly Step[] = [
  {
    say: 'Find out who set this issuer: the runner, or the file or input that gave the token',
  },
  { when: 'If nobody on your side did', say: 'Treat the runner as compromised' },
]
