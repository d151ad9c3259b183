// jwks-private-key: the issuer publishes the private half of a key, so that anybody can sign in its name.
import { originOf } from '../aws/url.js'
import { count, list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksPrivateKey = causeOf('key', {
  id: 'jwks-private-key',
  section: 'issuer',
  title: 'the issuer publishes a private key',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  stands: true,
  docs: ['rfc7517', 'rfc7518'],
  matches: ({ problem }) => problem === 'private',
  explain: (failure) => {
    const { url, kid, kids, members } = ofProblem(failure, 'private')
    return {
      why: `A private key is open to the world: the key ${quote(kid)} at ${quote(url)} holds ${list(members)}, which only its owner may know.${kids.length > 1 ? ` In all ${count(kids.length, 'key')} do: ${list(kids.slice(0, 8))}.` : ''} Whoever has read this URL can make tokens of this issuer for any repository and any role that trusts it. Only the names of the members are shown here, not their values.`,
      fix: [
        'The key is burnt: rotate it now. Make a new key, sign with it, and take the old one out of the list.',
        `Until then close the door in AWS: detach or deny the roles that trust ${quote(originOf(url))}.`,
        'Publish only the public members: kty, kid, use, alg, and n and e (RSA), or crv, x and y (EC).',
        'Look in CloudTrail for AssumeRoleWithWebIdentity that no job of yours made.',
      ],
    }
  },
  page: {
    meaning:
      'A JSON Web Key of RSA or EC is private when it has the member `d` (and perhaps `p`, `q`, `dp`, `dq`, `qi`); a symmetric key (`k`) always is. In a published key set that is an accident with the worst outcome: anybody can sign tokens that STS accepts.',
    tell: 'This stays an error although sign-in works: that is just the trouble. Removing the member is not enough, for the key has been public.',
  },
})
