// The IAM condition operators that the street's STS knows; one that it does not know never holds.

/** Values by condition key, in lower case: IAM's condition keys know no case. */
export type Context = ReadonlyMap<string, readonly string[]>

type Compare = (actual: string, wanted: string) => boolean

/** IAM's wildcards, in time linear in practice: a pattern of many stars must not hang the street. */
export function like(actual: string, pattern: string): boolean {
  let [at, from] = [0, 0]
  let [star, mark] = [-1, 0]
  while (at < actual.length) {
    if (pattern[from] === '*') {
      star = from++
      mark = at
    } else if (from < pattern.length && (pattern[from] === '?' || pattern[from] === actual[at])) {
      at++
      from++
    } else if (star >= 0) {
      from = star + 1
      at = ++mark
    } else return false
  }
  return /^\**$/.test(pattern.slice(from))
}

const equals: Compare = (actual, wanted) => actual === wanted
const equalsIgnoreCase: Compare = (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase()

/** ARNs are compared part by part: a wildcard does not reach over a colon of the first five. */
const arnLike: Compare = (actual, wanted) => {
  const split = (arn: string): string[] => {
    const parts = arn.split(':')
    return [...parts.slice(0, 5), parts.slice(5).join(':')]
  }
  const [has, wants] = [split(actual), split(wanted)]
  return has.every((part, index) => like(part, wants[index] ?? ''))
}

const OPERATORS = new Map<string, { compare: Compare; negated?: boolean }>([
  ['stringequals', { compare: equals }],
  ['stringnotequals', { compare: equals, negated: true }],
  ['stringequalsignorecase', { compare: equalsIgnoreCase }],
  ['stringnotequalsignorecase', { compare: equalsIgnoreCase, negated: true }],
  ['stringlike', { compare: like }],
  ['stringnotlike', { compare: like, negated: true }],
  ['bool', { compare: equalsIgnoreCase }],
  ['arnequals', { compare: arnLike }],
  ['arnlike', { compare: arnLike }],
  ['arnnotequals', { compare: arnLike, negated: true }],
  ['arnnotlike', { compare: arnLike, negated: true }],
])

const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map((one) => String(one))

/** `${key}` in a policy's value stands for what the request has; undefined where it has nothing. */
function substitute(wanted: string, context: Context): string | undefined {
  let known = true
  const text = wanted.replace(/\$\{([^}]*)\}/g, (_all, name: string) => {
    if (['*', '?', '$'].includes(name)) return name
    const values = context.get(name.toLowerCase()) ?? []
    known &&= values.length === 1
    return values[0] ?? ''
  })
  return known ? text : undefined
}

interface Operator {
  set: 'forallvalues' | 'foranyvalue' | undefined
  name: string
  ifExists: boolean
}

function parseOperator(text: string): Operator {
  const [, set, name = '', exists] =
    /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(text.toLowerCase()) ?? []
  return { set: set as Operator['set'], name, ifExists: exists !== undefined }
}

function keyHolds(
  operator: Operator,
  actual: readonly string[] | undefined,
  wanted: string[],
): boolean {
  if (operator.name === 'null') return wanted.includes(String(!actual?.length))
  const known = OPERATORS.get(operator.name)
  if (!known) return false
  if (!actual?.length) {
    if (operator.ifExists || operator.set === 'forallvalues') return true
    return known.negated === true && operator.set === undefined
  }
  const matches = (value: string): boolean => wanted.some((want) => known.compare(value, want))
  const holds = (value: string): boolean => matches(value) !== (known.negated === true)
  if (operator.set === 'foranyvalue') return actual.some(holds)
  if (operator.set === 'forallvalues') return actual.every(holds)
  return known.negated ? actual.every(holds) : actual.some(holds)
}

/** Every operator, and under it every key, must hold. */
export function conditionsHold(block: unknown, context: Context): boolean {
  return Object.entries((block ?? {}) as Record<string, Record<string, unknown>>).every(
    ([text, keys]) => {
      const operator = parseOperator(text)
      return Object.entries(keys).every(([key, value]) => {
        const wanted = list(value).map((want) => substitute(want, context))
        const usable = wanted.filter((want) => want !== undefined)
        return keyHolds(operator, context.get(key.toLowerCase()), usable)
      })
    },
  )
}
