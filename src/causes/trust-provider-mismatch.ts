// trust-provider-mismatch: the trust policy trusts another identity provider than the one of this token, or none.

import { issuerHost, type ProviderPlace, providerOf } from '../aws/provider.js'
import { withoutSlash } from '../aws/url.js'
import { list, quote } from '../text.js'
import { createProvider, getProvider } from './shared/sts.js'
import { builtIn } from './shared/token.js'
import { placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustProviderMismatch = trustCause('provider-mismatch', {
  title: 'the trust policy trusts another identity provider',
  docs: ['iamPrincipal', 'iamProvider', 'iamRoleTrust'],
  why: (denial) => {
    const { has, needs } = denial.principals ?? { has: [], needs: '' }
    const named = has.length === 0 ? 'no principal at all' : list(has.slice(0, 4))
    return `The trust policy does not trust the identity provider of this token: ${placeOf(denial)} has ${named}, and needs ${quote(needs)} as Federated principal. ${providerDifference(has, needs)}`
  },
  others: (_denial, known) =>
    builtIn(known)
      ? []
      : [
          `Look whether the provider is there, with this very URL: ${getProvider(known)}`,
          `If it is not, make it: ${createProvider(known)}`,
        ],
  page: {
    meaning:
      'A statement lets a web identity in where its principal is `{"Federated": "<ARN of the OIDC provider>"}`. The ARN must be that of the provider in the account of the role, with host and path of the issuer as they stand in `iss`: another account, a slash too many, a missing enterprise path, or a principal of another kind (`AWS`, `Service`) does not count. `{"AWS": "*"}` does not cover web identities either.',
    tell: 'STS knows the provider: otherwise it would have answered InvalidIdentityToken. It is the trust policy of the role that names another one.',
  },
})

/** Of a principal that is no ARN: the host of a provider that IAM knows by itself. */
const NO_ARN: ProviderPlace = { partition: '', account: '', issuer: '' }

/** What in the ARN that comes nearest is other than it should be. */
function providerDifference(has: readonly string[], needs: string): string {
  const { partition, account, issuer } = providerOf(needs) ?? NO_ARN
  const providers = has
    .flatMap((arn) => providerOf(arn) ?? [])
    .filter((theirs) => theirs.issuer !== '')
  if (providers.length === 0) return 'Only a Federated principal covers web identities.'
  if (providers.some((theirs) => theirs.account === account && theirs.issuer === issuer))
    return `The partition must be that of the role: ${quote(partition)}.`
  if (providers.some((theirs) => theirs.issuer === issuer))
    return `The account must be ${quote(account)}, that of the role.`
  if (providers.some((theirs) => withoutSlash(theirs.issuer) === withoutSlash(issuer)))
    return 'The slash at the end makes it another provider.'
  if (providers.some((theirs) => isSameHost(theirs.issuer, issuer)))
    return 'The path after the host must be that of `iss`.'
  return 'The host must be that of `iss`.'
}

function isSameHost(one: string, other: string): boolean {
  return issuerHost(one).toLowerCase() === issuerHost(other).toLowerCase()
}
