// What the causes of the trust policy share: the two values one under the other, what else does not hold, and the change to paste.
import type { ConditionResult, Known, Nearest, TrustDenial } from '../../model.js'
import { list, quote, sanitise } from '../../text.js'
import { roleName } from './sts.js'
import { sourceOf, statementText } from './trust-policy.js'

/** How much of a long value stands before the place that matters. */
const BEFORE = 60
const WIDEST = 120

/** Both values, and a mark under the first letter that differs. Lines of four blanks are set as they are. */
export function differenceLines({ wanted, actual, wantedAt, actualAt }: Nearest): string {
  const [policy, under] = markedValue('wanted', wanted, wantedAt)
  const [token, below] = markedValue('actual', actual, actualAt)
  return (under === below ? [policy, token, below] : [policy, under, token, below])
    .map((line) => `    ${line}`)
    .join('\n')
}

function markedValue(name: string, value: string, at: number): [value: string, mark: string] {
  const from = Math.max(0, at - BEFORE)
  const start = from > 0 ? '…' : ''
  const part = visible(value.slice(from, from + WIDEST))
  const end = value.length > from + WIDEST ? '…' : ''
  return [
    `${name}: ${start}${part}${end}`,
    `${' '.repeat(name.length + 2 + start.length + at - from)}^`,
  ]
}

/** Letter by letter, so that the mark stays where it belongs. */
function visible(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) => (found === ' ' ? ' ' : '\ufffd'))
}

/** Where the two part, in words; for people who do not see the mark under its letter. */
export function differenceWords({ wanted, actual, wantedAt, actualAt }: Nearest): string {
  const rest = (text: string, at: number): string =>
    at >= text.length ? 'ends there' : `goes on with ${quote(text.slice(at), 80)}`
  return `They differ from letter ${actualAt + 1} on: the policy ${rest(wanted, wantedAt)}, the token ${rest(actual, actualAt)}.`
}

export function placeOf({ source, statement }: TrustDenial): string {
  return statement ? `${statementText(statement)} of ${sourceOf(source)}` : sourceOf(source)
}

/** The repository whose run this is; as the token has it, since `sub` is made of that. */
export function repositoryOf({ token, run }: Known): string {
  const claim = token?.claims['repository']
  return typeof claim === 'string' ? claim : run.repository
}

export function ownerOf(known: Known): string {
  return repositoryOf(known).split('/')[0] ?? ''
}

/** A condition as it stands in the policy, and what it meets. */
export function conditionText({ operator, key, wanted, actual, state }: ConditionResult): string {
  const has =
    actual !== undefined
      ? `this sign-in has ${list(actual)}`
      : state === 'not-offered'
        ? 'STS has no such key'
        : 'this sign-in does not have it'
  return `${quote(operator)} on ${quote(key)} wants ${list(wanted.slice(0, 5), 'or')}, ${has}`
}

/** One line to paste into a block that may have others: a second block of the same name would take the place of the first. */
export function conditionLine(key: string, value: string): string {
  return sanitise(`${JSON.stringify(key)}: ${JSON.stringify(value)}`)
}

/** What else of the statement does not hold; the change below mends it too. */
export function furtherConditions({ more, denied }: TrustDenial): string {
  const lines = more.slice(0, 3).map((condition) => `\n- ${conditionText(condition)}`)
  const deny = denied
    ? `\nBeside that, ${statementText(denied)} has the effect Deny and matches this token: without a change there as well, the one below is not enough.`
    : ''
  return `${lines.length === 0 ? '' : `\nThis does not hold either:${lines.join('')}`}${deny}`
}

/** The change as a diff, the whole statement, and how to put it in place. */
export function policyChanges(denial: TrustDenial, known: Known): string[] {
  const { suggestion, source } = denial
  if (!suggestion) return []
  const { diff, statement } = suggestion
  return [
    ...(diff === ''
      ? [`Add this statement to the policy. It lets in exactly this token:\n${sanitise(statement)}`]
      : [
          `Change the policy like this (\`-\` goes, \`+\` comes):\n${sanitise(diff)}`,
          `The whole statement after the change, to paste:\n${sanitise(statement)}`,
        ]),
    `Bring the change to AWS: ${sourceOf(source)} alone changes nothing there. Deploy it from where the role is defined (the template, Terraform), or save the whole policy, changed, as new-policy.json (the policy alone, beginning with "Version"), then: aws iam update-assume-role-policy --role-name ${roleName(known)} --policy-document file://new-policy.json`,
  ]
}

/** The part of a subject or pattern after the repository, as a person calls it. */
export function contextWords(subject: string): string {
  const context = /^repo:[^:]*:(.*)$/s.exec(subject)?.[1] ?? ''
  const [, kind = '', name = ''] =
    /^(environment:|ref:refs\/heads\/|ref:refs\/tags\/)(.+)$/s.exec(context) ?? []
  const words = CONTEXTS[kind]
  if (words !== undefined) return `the ${words}${name === '*' ? ' of any name' : ` ${quote(name)}`}`
  if (context === 'pull_request') return 'pull requests'
  return context === '' ? quote(subject) : quote(context)
}

const CONTEXTS: Readonly<Record<string, string>> = {
  'environment:': 'environment',
  'ref:refs/heads/': 'branch',
  'ref:refs/tags/': 'tag',
}
