// Placeholders that are filled in before a policy is deployed: of envsubst, Terraform, Helm, Serverless, and `<ACCOUNT>` of a manual.
import { isMembers, Unresolved } from './tree.js'
import { replaceVariables } from './variables.js'

/**
 * Which `${…}` are placeholders. all: those that are no policy variable of IAM's · template: those of the Serverless
 * Framework only, since of the others CloudFormation's Fn::Sub has taken what it takes, and the rest is text.
 */
export type Placeholders = 'all' | 'template'

/** Without a dollar: `{{ x }}`, `<x>`, `__X__`, `#{x}`; and `$x`. */
const OTHERS = /\{\{[^{}]*\}\}|<[a-z][^<>]*>|__[a-z][a-z\d_]*__|#\{[^{}]*\}|\$[a-z_]\w*/i

/** `ACCOUNT_ID`, `XXXXXXXXXXXX` in place of an account: IAM takes no such principal. */
const ACCOUNT = /:iam::[A-Z][A-Z_-]{2,}:/

/** The sources of variables that Serverless has (Serverless Framework documentation, "Variables"), and `${aws:accountId}` beside them. */
const SERVERLESS =
  /^\s*(?:(?:self|env|opt|sls|param|cf|git|file|custom|ssm|s3|vault|doppler|terraform|strToBool)\b[^:(]{0,40}[:(]|aws:(?:accountId|region)\s*$)/

/** A key of IAM's: a prefix, a colon, a name; a default may follow (IAM User Guide, "Policy variables and tags"). A shell's default begins with `:-`. */
const IAM_KEY = /^\s*[\w./-]+:(?![-=?+:])[^{}"]*$/

export function hasPlaceholder(text: string, which: Placeholders = 'all'): boolean {
  if (OTHERS.test(text) || (which === 'all' && ACCOUNT.test(text))) return true
  if (!text.includes('${')) return false
  if (which === 'all' && text.includes('$${')) return true
  let found = false
  replaceVariables(text, (inner) => {
    found ||= isPlaceholder(inner, which)
    return ''
  })
  return found
}

function isPlaceholder(inner: string, which: Placeholders): boolean {
  if (SERVERLESS.test(inner)) return true
  return which === 'all' && !/^[*?$]$/.test(inner) && !IAM_KEY.test(inner)
}

/** Names of statements decide nothing. */
const NAMES = new Set(['Sid', 'Id'])

/** The value with every text marked that only the deployment knows; objects keep their identity. */
export function markPlaceholders(value: unknown, which: Placeholders): unknown {
  if (typeof value === 'string') return hasPlaceholder(value, which) ? new Unresolved(value) : value
  if (Array.isArray(value)) return value.map((item) => markPlaceholders(item, which))
  if (!isMembers(value)) return value
  const own = value as Record<string, unknown>
  for (const [name, member] of Object.entries(value))
    if (!NAMES.has(name)) own[name] = markPlaceholders(member, which)
  return own
}

/** Where one begins that is no part of a text: there JSON ends. */
const BEGINS = /^(?:\$\{|\$[a-z_]|\{[{%#]|%\{|<[%a-z]|__[a-z]|#\{)/i

/** Whether at that place of a line that is no JSON stands a placeholder: of `{{`, the first brace would be JSON. */
export function beginsPlaceholder(line: string, column: number): boolean {
  const at = line.slice(column - 1)
  return BEGINS.test(at) || /^\{[{%#]/.test(line.slice(Math.max(column - 2, 0)))
}
