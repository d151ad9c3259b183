// token-tags-invalid: the session tags in the token do not have the form that STS requires.

import { TAG_SESSION } from '../aws/statement.js'
import { isCode } from '../aws/sts-answers.js'
import { TAGS_CLAIM as TAGS } from '../aws/token-rules.js'
import type { Block, FailureOf, Known, TagForm } from '../model.js'
import { jsonOf, quote } from '../text.js'
import { causeOf } from './cause.js'
import { answer } from './shared/blocks.js'
import { ofProblem } from './shared/of-problem.js'

const SAID = /principal_tags passed in claim is not in correct format/i

export const tokenTagsInvalid = causeOf(['claim', 'aws'], {
  id: 'token-tags-invalid',
  section: 'token',
  atIssuer: true,
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
    headline:
      failure.kind === 'claim'
        ? `the session tag ${quote(failure.claim, 60)} in the token has the wrong form`
        : 'the session tags in the token have the wrong form',
    shown: failure.kind === 'claim' ? [difference(failure)] : answered(failure, known),
    steps: [
      {
        say: 'Let the issuer write the claim like this, with a list of exactly one string for each tag',
        code: `"${TAGS}": {\n  "principal_tags": { "Team": ["engineering"] },\n  "transitive_tag_keys": ["Team"]\n}`,
        language: 'json',
      },
      {
        when: 'If the issuer cannot nest claims',
        say: 'Let it write one claim for each tag, as a plain string',
        code: `"${TAGS}/principal_tags/Team": "engineering"`,
        language: 'json',
      },
      { when: 'If nobody uses the tags', say: 'Let the issuer leave the claim out' },
    ],
    stop: 'Token: session tags',
  }),
  page: {
    meaning:
      'An issuer may put session tags into its tokens, in the claim `https://aws.amazon.com/tags`. GitHub does not; Auth0, Vault and issuers of your own can be told to. Nested, each tag is a list of exactly one string, even if it has only one value; in the flat form it is a plain string.',
    tell: `Only the form of the claim. If the form is right and STS answers "Not authorized", the trust policy of the role lacks \`${TAG_SESSION}\`.`,
  },
})

const FORMS: Readonly<Record<TagForm, string>> = {
  object: '{…}',
  'list-of-one-text': '["…"]',
  'list-of-keys': '["…",…]',
  text: '"…"',
}

function difference(failure: FailureOf<'claim'>): Block {
  const { want, got } = ofProblem(failure, 'tags')
  return {
    show: 'difference',
    wanted: { label: 'wanted', value: FORMS[want], at: 0 },
    actual: { label: 'token', value: got, at: 0 },
  }
}

function answered(failure: FailureOf<'aws'>, known: Known): Block[] {
  const claim = known.token?.claims[TAGS]
  return [
    answer(failure, known),
    ...(claim === undefined
      ? []
      : [{ show: 'values' as const, values: [{ name: 'tags', value: jsonOf(claim) }] }]),
  ]
}
