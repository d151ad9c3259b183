// What the sandbox's STS, whose matcher is its own, makes of a token and a policy.
import { conditionContext } from '../../sandbox/sts-context.js'
import { readAssumeRequest } from '../../sandbox/sts-parameters.js'
import { parseToken } from '../../sandbox/sts-token.js'
import { allows } from '../../sandbox/trust.js'
import { ACTION, type Json } from './fixtures.js'

const base64url = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url')

const HEADER = base64url({ alg: 'RS256', kid: 'k', typ: 'JWT' })
const jwtOf = (claims: Json): string => `${HEADER}.${base64url(claims)}.c2lnbmF0dXJl`
const REQUEST = readAssumeRequest(
  new URLSearchParams({
    RoleArn: 'arn:aws:iam::111122223333:role/deploy',
    RoleSessionName: 'GitHubActions',
    WebIdentityToken: jwtOf({}),
  }),
)

/** Whether the street lets a token of these claims in by a policy; asked once, for any number of policies. */
export function street(claims: Json): (policy: Json) => boolean {
  const token = parseToken(jwtOf(claims))
  const providerArn = `arn:aws:iam::111122223333:oidc-provider/${token.issuer.replace('https://', '')}`
  const context = conditionContext(REQUEST, token, providerArn)
  const actions = [ACTION, ...(Object.keys(token.tags).length > 0 ? ['sts:TagSession'] : [])]
  return (policy) => actions.every((action) => allows(policy, { action, providerArn, context }))
}
