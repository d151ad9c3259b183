// The line of the workflow file that an empty value comes from, with something else in place of its expression.
import { readOf } from '../../aws/github-expression.js'
import { oneLine } from '../../text.js'
import { type Emptied, placeOf } from './empty-reason.js'

/** Empty where that is not one line, or not one expression. */
export function lineWith({ input, source }: Emptied, expression: string): string {
  const [first, second] = source?.empty ?? []
  const written = source?.written?.trim() ?? ''
  if (!first || second || written.includes('\n')) return ''
  const inserted = `\${{ ${expression} }}`
  const key = first.set?.key ?? readOf(first.text)?.name
  if (first.from !== undefined) return key === undefined ? '' : `${oneLine(key)}: ${inserted}`
  const line = written.replace(/\$\{\{\s*([^}]*?)\s*\}\}/g, (whole, inner: string) =>
    inner === first.text ? inserted : whole,
  )
  return `${input}: ${oneLine(line, 2048)}`
}

/** Where that line is, if it is not beside the step. */
export function placeOfLine({ source }: Emptied): string {
  const [{ set } = {}] = source?.empty ?? []
  return set === undefined || set.by === 'env' ? '' : `, in ${placeOf(set)}`
}
