// audience-unusual: another audience was asked for than AWS's documentation gives; right only where the provider lists it.
import { quote } from '../text.js'
import { causeOf } from './cause.js'
import { addAudience } from './shared/token.js'

export const audienceUnusual = causeOf('audience-unusual', {
  id: 'audience-unusual',
  section: 'inputs',
  title: 'the audience is not the usual one',
  severity: 'warning',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamProvider', 'githubOidcAws'],
  yieldsTo: ['token-rejected', 'token-audience-mismatch'],
  matches: () => true,
  explain: ({ asked, usual }, known) => ({
    why: `The token was asked for with the audience ${quote(asked)}; AWS's own documentation uses ${quote(usual)} here. ${known.session ? 'STS took it, so the provider lists it.' : whereItWorks(asked)}`,
    fix: known.session
      ? [
          `Leave it as it is, if it is meant. If nothing needs another audience, let the OIDC provider in IAM and the role's trust policy take ${quote(usual)}, and then set\naudience: ${usual}`,
        ]
      : [
          `If nothing needs another audience, delete \`audience\` from the step, or set\naudience: ${usual}`,
          `If it is meant, list it at the provider: ${addAudience(known, asked)}`,
        ],
    where: { input: 'audience' },
  }),
  page: {
    meaning:
      'The audience (`aud`) says for whom a token is meant. STS takes a token only if the OIDC provider of the account lists its audience as a client id. Providers made by the book list `sts.amazonaws.com` (in China `sts.amazonaws.com.cn`).',
    tell: 'A warning, seen from the inputs alone: nobody has refused anything yet. Where the token does carry a wrong audience, or STS says so, it is token-audience-mismatch.',
  },
})

function whereItWorks(asked: string): string {
  return `This is not wrong by itself: it works where the OIDC provider in IAM lists ${quote(asked)} as a client id, and where the role's trust policy asks for the same \`aud\`. Where either does not, STS refuses the token.`
}
