// trust-wildcard-with-equals: `*` or `?` stands in a value under an operator that reads it as a plain character.
import type { TrustDenial } from '../model.js'
import { quote } from '../text.js'
import { conditionLine, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustWildcardWithEquals = trustCause('wildcard-with-equals', {
  title: 'a wildcard under StringEquals is not a wildcard',
  docs: ['iamConditionOperators', 'iamRoleTrust'],
  headline: ({ condition, nearest }, known) =>
    `${/\*/.test(nearest?.wanted ?? '') ? '`*`' : '`?`'} under ${quote(condition?.operator ?? '')} is not a wildcard in ${policyOfRole(known)}`,
  shown: () => [{ show: 'sentence', say: 'Only `StringLike` reads wildcards.' }],
  change: (denial) => (isTight(denial) ? {} : { then: describeWide(denial) }),
  otherwise: (denial) => {
    const { condition, nearest } = denial
    const { wanted = '' } = nearest ?? {}
    if (!condition || !isTight(denial)) return []
    return [
      {
        when: /^repo:[^:*?]+:\*$/.test(wanted)
          ? 'If every branch, tag, environment and pull request of the repository may use the role'
          : `If every run that fits ${quote(wanted)} may use the role`,
        say: `Move the value from ${quote(condition.operator)} to the "StringLike" of the statement instead (add one if there is none)`,
        code: conditionLine(condition.key, wanted),
        language: 'json',
      },
    ]
  },
  page: {
    meaning:
      'StringEquals compares character by character, and a `*` in its value is just an asterisk, which no subject has. StringLike is the operator with wildcards: `*` for any string, the empty one included, and `?` for any one character.',
    tell: 'Under StringLike the value would match this token. The suggested change names this subject and no other; a wildcard allows more.',
  },
})

/** The wildcard is after the repository, so it allows no other. */
function isTight({ nearest }: TrustDenial): boolean {
  return /^repo:[^:*?]+:/.test(nearest?.wanted ?? '')
}

function describeWide({ nearest }: TrustDenial): string {
  const { wanted = '' } = nearest ?? {}
  const others = wanted.startsWith('repo:') ? 'other repositories' : 'other subjects'
  return `Do not move ${quote(wanted)} to StringLike: there it would allow ${others} too.`
}
