// Is the token meant for whom it was asked for, in a form that STS can compare?

import { partyOf } from '../aws/token-rules.js'
import type { Known, TokenFacts } from '../model.js'
import type { Check } from './check.js'

export const tokenAudience: Check = {
  id: 'token-audience',
  title: 'The audience is the one asked for',
  asked: (known) =>
    known.token !== undefined &&
    known.token.audiences.length > 0 &&
    wantedAudience(known, known.token) !== undefined,
  judge(known) {
    const { token } = known
    if (!token || token.audiences.length === 0) return []
    const { claim, value } = partyOf(token.claims)
    if (claim === 'aud' && token.audiences.length > 1)
      return [{ kind: 'claim', claim, problem: 'several-audiences', audiences: token.audiences }]
    const want = wantedAudience(known, token)
    const party = [value].flat().map(String).join(', ')
    const fits = party !== '' && (want === undefined || party === want)
    const asked = want === undefined ? {} : { want }
    return fits ? [] : [{ kind: 'claim', claim, problem: 'audience', ...asked, got: party }]
  },
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
