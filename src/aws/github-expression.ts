// GitHub's expressions in a text, `${{ … }}`: which of them came out empty, and what each reads (GitHub docs, "Contexts" and "Evaluate expressions").
import { isWild, matchesWildcard } from './wildcard.js'

/** In an expression, `}}` may stand between single quotes. */
const EXPRESSION = /\$\{\{((?:'[^']*'|[^'}]|\}(?!\}))*)\}\}/g

/** No one writes a longer value, or more expressions into one. Our own limits. */
const LONGEST = 4096
const MOST = 16

/**
 * The expressions of `written`, without their braces, that must have been empty for it to become `given`; undefined where
 * it cannot become that: the file is then of another version, or the step another one.
 */
export function emptyExpressions(written: string, given: string): string[] | undefined {
  const text = written.trim()
  if (text.length > LONGEST || given.length > LONGEST) return undefined
  const expressions = [...text.matchAll(EXPRESSION)].map(([, inner = '']) => inner.trim())
  const literals = text.replace(EXPRESSION, '\0').split('\0')
  if (expressions.length > MOST || literals.some((literal) => isWild(literal))) return undefined
  const pattern = (filled?: number): string =>
    literals.map((literal, at) => `${literal}${signOf(at, filled)}`).join('')
  // The last literal is followed by no expression.
  const signOf = (at: number, filled?: number): string =>
    at === expressions.length ? '' : at === filled ? '?*' : '*'
  if (!matchesWildcard(pattern(), given)) return undefined
  return expressions.filter((_, at) => !matchesWildcard(pattern(at), given))
}

/** The contexts that a job's value may come from, and the name of it. `dispatch`: `github.event.inputs`, of the run alone. */
type ExpressionContext =
  | 'secrets'
  | 'vars'
  | 'env'
  | 'inputs'
  | 'dispatch'
  | 'needs'
  | 'steps'
  | 'matrix'

export interface ExpressionRead {
  context: ExpressionContext
  /** The last name of the path. */
  name: string
}

const ALONE =
  /^(secrets|vars|env|inputs|github\.event\.inputs|needs|steps|matrix)((?:\.[\w-]+|\[\s*'[\w-]+'\s*\])+)$/i

/** What an expression reads that is one value and nothing else: `secrets.AWS_ROLE`; undefined for any other form. */
export function readOf(expression: string): ExpressionRead | undefined {
  const [, context, path] = ALONE.exec(expression) ?? []
  if (context === undefined || path === undefined) return undefined
  const plain = context.toLowerCase()
  return {
    context: plain === 'github.event.inputs' ? 'dispatch' : (plain as ExpressionContext),
    name: path.match(/[\w-]+/g)?.at(-1) ?? '',
  }
}

/** GitHub sets it in every run (GitHub docs, "GITHUB_TOKEN"). */
const ALWAYS_SET = 'GITHUB_TOKEN'

/** The secrets, or variables, that an expression names, whatever else stands in it. */
export function namesIn(expression: string, context: 'secrets' | 'vars'): string[] {
  const named = expression.matchAll(
    /(?<![\w.-])(secrets|vars)(?:\.([\w-]+)|\[\s*'([\w-]+)'\s*\])/gi,
  )
  const names = [...named].flatMap(([, of = '', dotted, quoted]) =>
    of.toLowerCase() === context ? [dotted ?? quoted ?? ''] : [],
  )
  return [...new Set(names)].filter((name) => name.toUpperCase() !== ALWAYS_SET)
}

/** The expression of a text that is one expression and nothing else. */
export function loneExpression(text: string): string | undefined {
  const [first, second] = text.trim().slice(0, LONGEST).matchAll(EXPRESSION)
  return first && !second && first[0] === text.trim() ? first[1]?.trim() : undefined
}

/** Whether an expression may be empty because GitHub withholds secrets (`vars`: and variables) from the run. */
export function mayRead(expression: string, withheld: readonly ('secrets' | 'vars')[]): boolean {
  const read = readOf(expression)
  if (read) return [...withheld, 'inputs', 'env'].includes(read.context)
  return withheld.some((context) => new RegExp(`\\b${context}\\b`, 'i').test(expression))
}
