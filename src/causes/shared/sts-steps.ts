// Steps and blocks that the causes of STS's answers share, with this run's own values filled in.
import { discoveryUrl } from '../../aws/discovery.js'
import { vpcService } from '../../aws/endpoints.js'
import { CLOUD_ISSUER, isGitHubHost } from '../../aws/github.js'
import { IN_WORDS } from '../../aws/limits.js'
import { issuerHost } from '../../aws/provider.js'
import type { FailureOf, Fold, Known, Step } from '../../model.js'
import { quote, sanitise, shellWord } from '../../text.js'
import { answererOf } from '../../words.js'
import type { Where } from '../cause.js'
import { DOC_URLS } from './doc-urls.js'
import { expectedAudience, issuerOf, otherRegion, stsHost, stsUrl } from './sts.js'
import { builtIn, principalOf } from './token.js'

/** What answers at the endpoint, asked by hand. */
export function askSts(known: Known): Step[] {
  const code = `curl -sS -D- ${shellWord(stsUrl(known))}`
  if (known.inputs?.customEndpoint)
    return [
      { say: 'Ask the endpoint from this runner', code, language: 'sh' },
      { when: 'If that fails too', say: `Correct ${endpointSource(known)}` },
    ]
  return [
    {
      say: 'Ask STS from this runner',
      code,
      language: 'sh',
      then: 'An answer with the header `x-amzn-RequestId` comes from STS, any other from something in between.',
    },
  ]
}

/** What may stand between the runner and STS: a VPC without a way out, a proxy that is missing or (`proxied`) in the way. */
export function networkSteps(known: Known, proxied = false): Step[] {
  const host = quote(stsHost(known))
  const needed: Step = {
    when: 'If this network needs a proxy',
    say: `Set \`HTTPS_PROXY\` in the environment of the runner, and exempt ${host} from the proxy's TLS inspection`,
  }
  // A step of its own has said how to go past a proxy that is in the way.
  const proxy: Step[] = proxied
    ? []
    : [
        needed,
        { when: 'If STS can be reached without a proxy', say: `Add ${host} to \`NO_PROXY\`` },
      ]
  if (known.inputs?.customEndpoint) return proxy
  const service = vpcService(known.inputs?.region ?? '<region>')
  return [
    {
      when: 'If the runner is in a VPC without internet access',
      say: `Create an interface endpoint for ${quote(service)} with private DNS, whose security group accepts port 443 from this runner`,
    },
    ...proxy,
  ]
}

/** Where the endpoint that is not AWS's was given. */
export function endpointSource({ inputs }: Known): string {
  const source = inputs?.endpointSource || 'sts-endpoint'
  return source === 'sts-endpoint' ? `the input ${quote(source)}` : `the variable ${quote(source)}`
}

export function endpointPlace({ inputs }: Known): { where?: Where } {
  const given = inputs?.customEndpoint && !inputs.endpointSource.startsWith('AWS_')
  return given ? { where: { input: 'sts-endpoint' } } : {}
}

/** What `fallback-regions` is to be, the regions that it has already included; none where there is no region to add. */
export function fallbackStep(known: Known, step: Pick<Step, 'when' | 'say'>): Step[] {
  const given = known.inputs?.fallbackRegions ?? []
  const other = otherRegion(known)
  if (other === undefined || given.includes(other)) return []
  return [{ ...step, code: `fallback-regions: ${[...given, other].join(', ')}`, language: 'yaml' }]
}

/** Its code and request id too, for AWS support. */
export function answerFold(answer: FailureOf<'aws' | 'not-sts'>): Fold {
  const told =
    answer.kind === 'aws'
      ? { code: answer.code, message: answer.message, 'request id': answer.requestId }
      : { 'content type': answer.contentType, server: answer.server, body: answer.excerpt }
  const values = Object.entries({ status: `HTTP ${answer.status}`, ...told })
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({ name, value }))
  return { title: 'The answer in full', blocks: [{ show: 'values', values }] }
}

/** The issuer in a condition: who it is that an account may trust. */
export function issuerInWords(known: Known): string {
  return issuerOf(known) === CLOUD_ISSUER ? 'GitHub' : 'this issuer'
}

/** The line of a trust policy that names this issuer. */
export function principalLine(known: Known): string {
  return sanitise(`"Principal": {"Federated": ${JSON.stringify(principalOf(known))}}`)
}

/** For an issuer that IAM knows by itself: what stands in the place of a provider. */
export function builtInStep(known: Known): Step {
  const name = builtIn(known)?.name ?? ''
  return {
    say: `Name ${name} in the trust policy of the role by its host`,
    code: principalLine(known),
    language: 'json',
    then: `Create no provider for ${name} in the account: AWS has it built in, and says not to.`,
  }
}

/** A fresh token of such an issuer, since no provider can be missing. It is asked for by `aud`, whatever `azp` says. */
export function freshTokenStep(known: Known): Step {
  const audience = known.token?.audiences[0] ?? expectedAudience(known)
  return {
    say: `Get a fresh ID token (not an access token) for the audience ${quote(audience)}, and run the job again`,
  }
}

/** Until all of AWS knows of a change in IAM. */
export const WAIT_FOR_IAM = {
  say: 'Wait 15 s and run the job again, or let this step wait for IAM',
  code: 'new-role-wait-s: 30',
  language: 'yaml',
} as const

/** Where else than in the trust policy AWS may be told to refuse. */
const DENY_ELSEWHERE =
  'Look for a Deny beside the trust policy: a service control or resource control policy (SCP, RCP) of the organisation, or the policy of a VPC endpoint for STS'

/** Another STS has no organisations, but a log. */
export function denyStep(known: Known, when: string): Step {
  return answererOf(known) === 'AWS'
    ? { when, say: DENY_ELSEWHERE }
    : { when, say: `Read the reason in the log of ${quote(stsHost(known))}` }
}

/** STS's own two requests, made from where it asks: what one network sees another may not. */
export function issuerSteps(known: Known): Step[] {
  const issuer = issuerOf(known)
  const jwks = known.issuer?.jwks?.url
  const requests = [discoveryUrl(issuer), ...(jwks === undefined ? [] : [jwks])]
  const rest =
    jwks === undefined ? 'Then fetch the URL that its `jwks_uri` names in the same way. ' : ''
  const elsewhere = answererOf(known) === 'STS'
  return [
    {
      say: elsewhere
        ? `Fetch the issuer's documents on the host of ${quote(stsHost(known))}`
        : "Fetch the issuer's documents from a network outside yours (a phone, a laptop at home)",
      code: requests.map((url) => `curl -sS -D- ${shellWord(url)}`).join('\n'),
      language: 'sh',
      then: elsewhere
        ? `${rest}Both must answer 200.`
        : `${rest}Both must answer 200, within ${IN_WORDS.issuerLimit} together.`,
    },
    ...(elsewhere ? [] : outsideSteps(issuer)),
  ]
}

function outsideSteps(issuer: string): Step[] {
  return [
    ...(isGitHubHost(issuerHost(issuer))
      ? [
          {
            when: 'If they do not',
            say: `See ${DOC_URLS.githubStatus}/ for an incident, and run the job again when it is over`,
          },
        ]
      : [
          { when: 'If they do not', say: 'Make both paths publicly reachable' },
          {
            when: 'If they do',
            say: `Look in the issuer's access log for answers to AWS addresses that were 403, 429 or 5xx, or slower than ${IN_WORDS.issuerLimit}`,
          },
        ]),
  ]
}
