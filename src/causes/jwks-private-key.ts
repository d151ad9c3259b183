// jwks-private-key: the issuer publishes the private half of a key, so that anybody can sign in its name.
import { originOf } from '../aws/url.js'
import { count, list, quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'

export const jwksPrivateKey = causeOf('key', {
  id: 'jwks-private-key',
  section: 'issuer',
  atIssuer: true,
  title: 'the issuer publishes a private key',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  stands: true,
  docs: ['rfc7517', 'rfc7518'],
  matches: ({ problem }) => problem === 'private',
  explain: (failure) => {
    const { url, kid, kids, members } = ofProblem(failure, 'private')
    const others = kids.length > 1 ? ` (${count(kids.length, 'key')} in all)` : ''
    return {
      headline: `the issuer publishes the private half of its key ${quote(kid, 60)}${others}`,
      shown: [
        { show: 'values', values: [{ name: 'at', value: url }] },
        {
          show: 'sentence',
          say: 'Anybody who has read this URL can sign tokens as this issuer.',
        },
      ],
      steps: [
        {
          say: `Close the roles in AWS that trust ${quote(originOf(url))} until the key is replaced: add a Deny to their trust policies`,
        },
        {
          say: 'Replace the key, for it is compromised: create a new one, sign with it, and remove the old one from the list',
        },
        {
          say: 'Publish only the public members: kty, kid, use, alg, and n and e (RSA), or crv, x and y (EC)',
        },
        {
          say: 'Look in CloudTrail for `AssumeRoleWithWebIdentity` events that no job of yours caused',
        },
      ],
      folded: [
        {
          title: 'Which keys, and what of them only the owner may know',
          blocks: [
            { show: 'sentence', say: `Keys: ${list(kids.slice(0, 20))}.` },
            {
              show: 'sentence',
              say: `Members: ${list(members)}. Only their names are shown here, not their values.`,
            },
          ],
        },
      ],
      stop: `Issuer: private key ${quote(kid, 60)}`,
    }
  },
  page: {
    meaning:
      'A JSON Web Key of RSA or EC is private when it has the member `d` (and perhaps `p`, `q`, `dp`, `dq`, `qi`); a symmetric key (`k`) always is. In a published key set that is an accident with the worst outcome: anybody can sign tokens that STS accepts, for any repository and any role that trusts the issuer.',
    tell: 'This stays an error although sign-in works: that is exactly the problem. Removing the member is not enough, for the key has been public.',
  },
})
