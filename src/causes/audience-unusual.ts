// audience-unusual: another audience was asked for than AWS's documentation gives; right only where the provider lists it.
import type { Step } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { addAudienceStep } from './shared/token.js'

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
    headline: `the audience is ${quote(asked, 60)}, not the usual ${quote(usual)}`,
    shown: [
      {
        show: 'sentence',
        say: known.session
          ? 'STS accepted it, so the provider lists it.'
          : 'STS accepts it only if the OIDC provider lists it and the trust policy asks for the same `aud`.',
      },
    ],
    steps: known.session
      ? acceptedSteps(usual)
      : [
          {
            when: 'If nothing needs another audience',
            say: `Delete \`audience\` from the step: it then asks for ${quote(usual)}`,
          },
          addAudienceStep(known, asked),
        ],
    where: { input: 'audience' },
  }),
  page: {
    meaning:
      'The audience (`aud`) says for whom a token is meant. STS accepts a token only if the OIDC provider of the account lists its audience as a client id. The setup in the documentation lists `sts.amazonaws.com` (in China `sts.amazonaws.com.cn`). Another one is not wrong by itself.',
    tell: 'A warning from the inputs alone: nothing has refused the token yet. If the token does carry a wrong audience, or STS says so, it is token-audience-mismatch.',
  },
})

function acceptedSteps(usual: string): Step[] {
  return [
    { when: 'If this audience is meant', say: 'Leave it as it is' },
    {
      when: 'If nothing needs it',
      say: `Add ${quote(usual)} to the OIDC provider in IAM and to the trust policy of the role, then set it here`,
      ...usualLine(usual),
    },
  ]
}

function usualLine(usual: string): Pick<Step, 'code' | 'language'> {
  return { code: `audience: ${oneLine(usual)}`, language: 'yaml' }
}
