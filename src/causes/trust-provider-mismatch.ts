// trust-provider-mismatch: the trust policy trusts another identity provider than the one of this token, or none.

import { builtInProvider, issuerHost, type ProviderPlace, providerOf } from '../aws/provider.js'
import { withoutSlash } from '../aws/url.js'
import type { TrustDenial } from '../model.js'
import { createProvider, getProvider } from './shared/sts.js'
import { builtIn } from './shared/token.js'
import { needed, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustProviderMismatch = trustCause('provider-mismatch', {
  title: 'the trust policy trusts another identity provider',
  docs: ['iamPrincipal', 'iamProvider', 'iamRoleTrust'],
  headline: (denial, known) => `${policyOfRole(known)} ${HEADLINES[nearestProvider(denial).slip]}`,
  shown: (denial) => {
    const { needs = '' } = denial.principals ?? {}
    const { has, slip } = nearestProvider(denial)
    return [
      has === undefined
        ? { show: 'values', values: [{ name: 'needs', value: needs }] }
        : needed(has, needs),
      ...(slip === 'none' && has !== undefined && !has.includes('oidc-provider/')
        ? [
            {
              show: 'sentence' as const,
              say: needs.endsWith(`/${withoutScheme(has)}`)
                ? 'The principal is the ARN of the provider, not its URL.'
                : 'Only a `Federated` principal covers web identities.',
            },
          ]
        : []),
    ]
  },
  otherwise: (_denial, known) =>
    builtIn(known)
      ? []
      : [
          {
            say: 'Check that the account of the role has the provider, with this very URL',
            code: getProvider(known),
            language: 'sh',
          },
          {
            when: 'If it does not',
            say: 'Create it',
            code: createProvider(known),
            language: 'sh',
          },
        ],
  page: {
    meaning:
      'A statement covers a web identity where its principal is `{"Federated": "<ARN of the OIDC provider>"}`. The ARN must be that of the provider in the account of the role, with host and path of the issuer as they stand in `iss`: another account, an extra slash, a missing enterprise path, or a principal of another kind (`AWS`, `Service`) does not match. `{"AWS": "*"}` does not cover web identities either.',
    tell: 'STS knows the provider: otherwise it would have answered InvalidIdentityToken. It is the trust policy of the role that names another one.',
  },
})

function withoutScheme(url: string): string {
  return withoutSlash(url.replace(/^https?:\/\//, ''))
}

type Slip = 'none' | 'partition' | 'account' | 'slash' | 'path' | 'host'

const HEADLINES: Readonly<Record<Slip, string>> = {
  none: "does not name this token's identity provider",
  partition: 'names the identity provider in another partition',
  account: 'names the identity provider of another account',
  slash: "differs from the token's issuer in the slash at the end",
  path: 'names the identity provider with another path',
  host: 'names the identity provider of another issuer',
}

/** The principal that comes nearest, and what in it is other than it should be. */
function nearestProvider({ principals }: TrustDenial): { has?: string; slip: Slip } {
  const { has, needs } = principals ?? { has: [], needs: '' }
  const slips = has.flatMap((one) => {
    const theirs = placeOf(one)
    return theirs === undefined || theirs.issuer === ''
      ? []
      : [{ has: one, slip: slipOf(theirs, placeOf(needs)) }]
  })
  const [nearest] = ORDER.flatMap((wanted) => slips.find(({ slip }) => slip === wanted) ?? [])
  const [first] = has
  return nearest ?? { ...(first === undefined ? {} : { has: first }), slip: 'none' }
}

const ORDER: readonly Slip[] = ['partition', 'account', 'slash', 'path', 'host']

/** A provider that IAM knows by itself is of no account. */
function placeOf(principal: string): ProviderPlace | undefined {
  const own = builtInProvider(principal)
  return own ? { partition: '', account: '', issuer: own.host } : providerOf(principal)
}

function slipOf(theirs: ProviderPlace, right: ProviderPlace | undefined): Slip {
  const { account = '', issuer = '' } = right ?? {}
  if (theirs.issuer === issuer) return theirs.account === account ? 'partition' : 'account'
  if (withoutSlash(theirs.issuer) === withoutSlash(issuer)) return 'slash'
  const [one, other] = [theirs.issuer, issuer].map((name) => issuerHost(name).toLowerCase())
  return one === other ? 'path' : 'host'
}
