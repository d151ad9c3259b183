// Is the token meant for whom it was asked for, in a form that STS can compare?

import { builtInProvider } from '../aws/provider.js'
import { clusterAudience, isOutbound } from '../aws/service-tokens.js'
import { partyOf } from '../aws/token-rules.js'
import type { Failure, Known, TokenFacts } from '../model.js'
import { plainText } from '../text.js'
import type { Check } from './check.js'
import { isAwsSts } from './issuer-facts.js'

export const tokenAudience: Check = {
  id: 'token-audience',
  title: 'The audience is the one asked for',
  asked: (known) =>
    known.token !== undefined &&
    known.token.audiences.length > 0 &&
    wantedAudience(known, known.token) !== undefined,
  judge(known) {
    const { token } = known
    if (!token) return []
    const [notForSts] = forOthers(known, token)
    if (notForSts) return [notForSts]
    if (token.audiences.length === 0) return []
    const { claim, value } = partyOf(token.claims)
    if (claim === 'aud' && token.audiences.length > 1)
      return [{ kind: 'claim', claim, problem: 'several-audiences', audiences: token.audiences }]
    const want = wantedAudience(known, token)
    const party = [value].flat().map(plainText).join(', ')
    const fits = party !== '' && (want === undefined || party === want || isOaud(want, token))
    const asked = want === undefined ? {} : { want }
    return fits ? [] : [{ kind: 'claim', claim, problem: 'audience', ...asked, got: party }]
  },
}

/** IAM keeps no list for Google, and tests its audience as `oaud` beside `azp` (IAM User Guide, "Available keys for AWS OIDC federation"). */
function isOaud(want: string, { issuer, audiences }: TokenFacts): boolean {
  return builtInProvider(issuer) !== undefined && audiences.includes(want)
}

/** By its claims made for somebody else; what a provider lists on purpose STS has accepted. */
function forOthers(known: Known, { claims }: TokenFacts): Failure[] {
  if (!isAwsSts(known) || known.session) return []
  if (isOutbound(claims)) return [{ kind: 'token', problem: 'outbound' }]
  const got = clusterAudience(claims)
  return got === undefined ? [] : [{ kind: 'claim', claim: 'aud', problem: 'audience', got }]
}

/**
 * What a runner's token was asked for. Nobody asked for that of a file: it is compared only where the user
 * says which audience it should have, which the usual one does not tell from none at all.
 */
function wantedAudience({ inputs }: Known, { source }: TokenFacts): string | undefined {
  if (!inputs) return undefined
  return source === 'runner' || inputs.audience !== inputs.usualAudience
    ? inputs.audience
    : undefined
}
