// trust-wildcard-with-equals: `*` or `?` stands in a value under an operator that reads it as a plain character.
import { isGitHub } from '../aws/token-rules.js'
import type { Known, TrustDenial } from '../model.js'
import { quote } from '../text.js'
import { conditionLine, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustWildcardWithEquals = trustCause('wildcard-with-equals', {
  title: 'a wildcard under StringEquals is not a wildcard',
  docs: ['iamConditionOperators', 'iamRoleTrust'],
  headline: ({ condition, nearest }, known) =>
    `${/\*/.test(nearest?.wanted ?? '') ? '`*`' : '`?`'} under ${quote(condition?.operator ?? '')} is not a wildcard in ${policyOfRole(known)}`,
  shown: () => [{ show: 'sentence', say: 'Only `StringLike` reads wildcards.' }],
  change: (denial, known) => (isTight(denial, known) ? {} : { then: describeWide(denial, known) }),
  otherwise: (denial, known) => {
    const { condition, nearest } = denial
    const { wanted = '' } = nearest ?? {}
    if (!condition || !isTight(denial, known)) return []
    return [
      {
        when: `If ${allowed(wanted, known)} may use the role`,
        say: `Move the value from ${quote(condition.operator)} to the \`StringLike\` of the statement instead (add one if there is none)`,
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

/** Who comes in by it under StringLike. */
function allowed(wanted: string, known: Known): string {
  if (isOfGitHub(known))
    return /^repo:[^:*?]+:\*$/.test(wanted)
      ? 'every branch, tag, environment and pull request of the repository'
      : `every run that fits ${quote(wanted)}`
  const namespace = /^system:serviceaccount:([^:*?]+):\*$/.exec(wanted)?.[1]
  return namespace === undefined
    ? `everything that fits ${quote(wanted)}`
    : `every service account of namespace ${quote(namespace, 60)}`
}

/**
 * The wildcard comes after what tells this owner's subjects from those of others: of GitHub's, the repository; of a
 * cluster's, the namespace; of other issuers', whose subjects have forms of their own, at least one part and its value.
 */
function isTight({ nearest }: TrustDenial, known: Known): boolean {
  const { wanted = '' } = nearest ?? {}
  if (isOfGitHub(known)) return /^repo:[^:*?]+:/.test(wanted)
  if (wanted.startsWith('system:serviceaccount:'))
    return /^system:serviceaccount:[^:*?]+:/.test(wanted)
  return /^[^:/|*?]+[:/|][^:/|*?]+[:/|]/.test(wanted)
}

function isOfGitHub({ token }: Known): boolean {
  return isGitHub(token?.claims ?? {})
}

function describeWide({ nearest }: TrustDenial, known: Known): string {
  const { wanted = '' } = nearest ?? {}
  const others =
    isOfGitHub(known) && wanted.startsWith('repo:') ? 'other repositories' : 'other subjects'
  return `Do not move ${quote(wanted)} to StringLike: there it would allow ${others} too.`
}
