// trust-denied: a statement of the trust policy with the effect Deny matches this token.

import { issuerName } from '../aws/provider.js'
import { literalValue } from '../aws/statement.js'
import { isWild } from '../aws/wildcard.js'
import type { Block, ConditionResult, Known, Step, TrustDenial } from '../model.js'
import { quote, sanitise } from '../text.js'
import { expectedAudience } from './shared/sts.js'
import { conditionLine, keyName, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'
import { statementText } from './shared/trust-policy.js'

export const trustDenied = trustCause('denied', {
  title: 'the trust policy denies this job explicitly',
  docs: ['iamEvaluation', 'iamRoleTrust'],
  headline: ({ statement }, known) =>
    `${statement ? `${statementText(statement)} of ` : ''}${policyOfRole(known)} denies this job`,
  shown: describeDeny,
  // The "no" first: somebody wrote this Deny on purpose.
  noFirst: () => 'If the Deny is meant for jobs like this one',
  change: () => ({
    when: 'If this job may use the role all the same',
    then: 'That exempts this subject alone from the Deny.',
  }),
  others: (denial, known) => [
    ...ownerById(denial, known),
    ...(denial.suggestion ? [] : exemption(denial, known)),
  ],
  page: {
    meaning:
      'IAM first looks for a Deny that matches, and only then for an Allow: a Deny wins over every Allow. A Deny with a negated operator (StringNotLike, StringNotEquals) matches all that is not listed, also where the key is missing.',
    tell: 'An Allow would have allowed this job: where none would, the finding is what keeps the nearest Allow from matching. A Deny of the organisation (SCP, RCP) is not in the trust policy: see trust-policy-differs.',
  },
})

/** Where no change is exact: if the statement that allows this subject leaves the audience open, to exempt it would allow it for every audience. */
function exemption({ condition, more, statement }: TrustDenial, known: Known): Step[] {
  const { token } = known
  if (!token || !statement) return []
  const isListed = ({ operator, key }: ConditionResult): boolean =>
    /:sub$/i.test(key) &&
    (/^StringNotEquals$/i.test(operator) ||
      (/^StringNotLike$/i.test(operator) && !isWild(token.subject)))
  const listed = [...(condition ? [condition] : []), ...more].find(isListed)
  const key = `${issuerName(token.issuer)}:sub`
  const value = sanitise(JSON.stringify(literalValue(token.subject)))
  const where = statementText(statement)
  return [
    {
      when: 'If the statement that allows this job does not test the audience',
      say: 'Let it test the audience first',
      code: conditionLine(`${issuerName(token.issuer)}:aud`, expectedAudience(known)),
      language: 'json',
    },
    {
      when: 'If this job may use the role all the same, and the audience is tested',
      ...(listed
        ? {
            say: `Add this value to the list under ${quote(listed.operator)} of ${where}`,
            code: value,
          }
        : {
            say: `Add this to \`Condition\` of ${where}`,
            code: `"StringNotEquals": {\n  ${JSON.stringify(key)}: ${value}\n}`,
          }),
      language: 'json',
      then: 'That exempts this subject alone from the Deny.',
    },
  ]
}

/** A Deny for all but one owner, by a name that STS does not offer: it offers the id. */
function ownerById({ condition, more }: TrustDenial, { token }: Known): Step[] {
  const all = [...(condition ? [condition] : []), ...more]
  const named = all.find(
    ({ operator, key, state }) =>
      /^StringNot(Equals|Like)$/i.test(operator) &&
      state === 'not-offered' &&
      /:repository_owner$/i.test(key),
  )
  const { repository_owner: owner, repository_owner_id: id } = token?.claims ?? {}
  const isOwn = named?.wanted.length === 1 && named.wanted[0] === owner
  if (!named || !isOwn || typeof owner !== 'string' || typeof id !== 'string') return []
  return [
    {
      when: `If the Deny is meant for all owners but ${quote(owner, 60)}`,
      say: 'Test the id of the owner in place of the name, which STS does not offer',
      code: `- ${conditionLine(named.key, owner)}\n+ ${conditionLine(`${named.key}_id`, id)}`,
      language: 'diff',
    },
  ]
}

/** A Deny matches where all of its conditions hold. */
function describeDeny({ condition, more }: TrustDenial): Block[] {
  const conditions = condition ? [condition, ...more] : []
  if (conditions.length === 0)
    return [{ show: 'sentence', say: 'It has no conditions. A Deny wins over every Allow.' }]
  const values = conditions.slice(0, 2).flatMap(({ operator, key, wanted, actual }) => [
    { name: `${operator} ${keyName(key)}`, value: wanted.slice(0, 3).join(', ') },
    { name: 'this job', value: actual?.join(', ') ?? '(not there)' },
  ])
  const missing = conditions.find(({ state }) => state === 'not-offered')
  const say = missing
    ? `STS has no key ${quote(keyName(missing.key), 60)}, so that condition holds for every job.`
    : 'A Deny wins over every Allow.'
  return [
    { show: 'values', values },
    { show: 'sentence', say },
  ]
}
