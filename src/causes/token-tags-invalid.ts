// token-tags-invalid: the session tags in the token have not the form that STS wants.

import { isCode } from '../aws/sts-answers.js'
import { TAGS_CLAIM as TAGS } from '../aws/token-rules.js'
import type { FailureOf, Known, TagForm } from '../model.js'
import { oneLine, quote } from '../text.js'
import { causeOf } from './cause.js'
import { ofProblem } from './shared/of-problem.js'

const SAID = /principal_tags passed in claim is not in correct format/i

export const tokenTagsInvalid = causeOf(['claim', 'aws'], {
  id: 'token-tags-invalid',
  section: 'token',
  title: 'the session tags in the token have the wrong form',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['iamSessionTags'],
  explains: ['token-tags-invalid'],
  matches: (failure) =>
    failure.kind === 'claim'
      ? failure.problem === 'tags'
      : isCode(failure, 'InvalidIdentityToken') && SAID.test(failure.message),
  explain: (failure, known) => ({
    why: `The session tags in the token have the wrong form: ${describeTags(failure, known)}. In the claim \`${TAGS}\` each tag is a list of exactly one text, also where there is but one value.${failure.kind === 'aws' ? ` STS says: ${quote(oneLine(failure.message))}.` : ''}`,
    fix: [
      `Let the issuer write the claim so:\n"${TAGS}": {\n  "principal_tags": { "Team": ["engineering"] },\n  "transitive_tag_keys": ["Team"]\n}`,
      `Or flat, where an issuer cannot nest: "${TAGS}/principal_tags/Team": "engineering"`,
      'If nobody uses the tags, let the issuer leave the claim out.',
    ],
  }),
  page: {
    meaning:
      'An issuer may put session tags into its tokens, in the claim `https://aws.amazon.com/tags`. GitHub does not; self-made issuers, Auth0 and Vault can be told to. Nested, each tag is a list of one text; in the flat form it is a plain text.',
    tell: 'Only the form of the claim. Where the form is right and STS answers "Not authorized", the trust policy of the role lacks `sts:TagSession`.',
  },
})

const FORMS: Readonly<Record<TagForm, string>> = {
  object: 'an object',
  'list-of-one-text': '["text"]',
  'list-of-keys': '["key"]',
  text: '"text"',
}

function describeTags(failure: FailureOf<'claim'> | FailureOf<'aws'>, { token }: Known): string {
  if (failure.kind === 'claim') {
    const { claim, want, got } = ofProblem(failure, 'tags')
    return `${quote(claim)} should be ${quote(FORMS[want])}, and is ${quote(got)}`
  }
  return `the claim is ${quote(token?.claims[TAGS] ?? 'not there', 400)}`
}
