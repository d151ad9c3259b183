// trust-wildcard-with-equals: `*` or `?` stands in a value under an operator that takes it as a plain character.
import { oneLine, quote } from '../text.js'
import { conditionLine, placeOf } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustWildcardWithEquals = trustCause('wildcard-with-equals', {
  title: 'a wildcard under StringEquals is not a wildcard',
  docs: ['iamConditionOperators', 'iamRoleTrust'],
  why: (denial) => {
    const { operator = '' } = denial.condition ?? {}
    return `${quote(operator)} takes \`*\` and \`?\` as plain characters: only StringLike reads them as wildcards. So ${quote(denial.nearest?.wanted ?? '')} in ${placeOf(denial)} lets nobody in.`
  },
  others: ({ condition, nearest }) => {
    const { wanted = '' } = nearest ?? {}
    const tight = /^repo:[^:*?]+:/.test(wanted)
    if (!condition || !tight) {
      return [
        `Do not move ${quote(wanted)} to StringLike: it would let in other repositories than this one.`,
      ]
    }
    return [
      `Or, if every run that fits ${quote(wanted)} is meant, move it from ${oneLine(condition.operator)} to StringLike, as a line of the "StringLike" of the statement (make one where there is none)${/^repo:[^:*?]+:\*$/.test(wanted) ? '. That is every branch, tag, environment and pull request' : ''}:\n${conditionLine(condition.key, wanted)}`,
    ]
  },
  page: {
    meaning:
      'StringEquals compares letter by letter, and a `*` in its value is just a star, which no subject has. StringLike is the operator with wildcards: `*` for any text, also none, and `?` for any one character.',
    tell: 'Under StringLike the value would fit this token. The change that is suggested names this subject and no other; a wildcard lets in more.',
  },
})
