// Placeholders that are filled in before a policy is deployed: of envsubst, Terraform, Helm, Serverless, and `<ACCOUNT>` of a manual.
import { type Hole, OpenText } from './open-text.js'
import { Unresolved } from './tree.js'
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

/** Each by itself; `${…}` only if nothing stands in its braces that may hold others. */
const EACH = new RegExp(`\\$\\{[^{}"]*\\}|${OTHERS.source}`, 'gi')

/** Cut around what may be a placeholder: each second part is one. */
export function cutAtPlaceholders(text: string): string[] {
  return text.split(new RegExp(`(${EACH.source})`, 'gi'))
}

/** What opens a placeholder. */
const OPENS = /\$\{|\{[{%#]|%\{|<%|#\{/

/** Of a language of templates: what stands between such is not always there. */
const DIRECTIVE = /\{%|%\{|<%|\{\{[-~]?\s*(?:if|else|end|range|with|for|block|define|[#/^])/

/** The account that is deployed to (Serverless Framework documentation, "Variables"). */
export const SERVERLESS_ACCOUNT = 'aws:accountId'

/** The text with a hole for each placeholder; unresolved as a whole where it is not plain what stays around them. */
export function markPlaceholders(
  text: string,
  which: Placeholders,
  account?: string,
): string | Unresolved {
  const filled =
    which === 'all' && account ? text.replaceAll(`\${${SERVERLESS_ACCOUNT}}`, () => account) : text
  if (!hasPlaceholder(filled, which)) return filled
  if (filled.includes('$${') || DIRECTIVE.test(filled)) return new Unresolved(text)
  const form: (string | Hole)[] = []
  let [from, isPlain] = [0, true]
  const pass = (to: number): void => {
    const own = filled.slice(from, to)
    isPlain &&= !hasPlaceholder(own, which) && !OPENS.test(replaceVariables(own, () => ''))
    if (own !== '') form.push(own)
  }
  for (const { 0: all, index } of filled.matchAll(EACH)) {
    if (!hasPlaceholder(all, which)) continue
    pass(index)
    form.push({ of: all, written: true })
    from = index + all.length
  }
  pass(filled.length)
  return isPlain ? new OpenText(text, [form], filled) : new Unresolved(text)
}

/** Where one begins that is no part of a text: there JSON ends; a mark in place of one, too (`open-document.ts`). */
const BEGINS = /^(?:\ufdd2|\$\{|\$[a-z_]|\{[{%#]|%\{|<[%a-z]|__[a-z]|#\{)/i

/** Whether at that place of a line that is no JSON stands a placeholder: of `{{`, the first brace would be JSON. */
export function beginsPlaceholder(line: string, column: number): boolean {
  const at = line.slice(column - 1)
  return BEGINS.test(at) || /^\{[{%#]/.test(line.slice(Math.max(column - 2, 0)))
}
