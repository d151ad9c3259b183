// Words of data that a green run may show too, and the causes beside it: tasks, bare answers, what keeps keys out of caches, codes of files, a policy's defaults and flaws.
import type {
  CacheBar,
  ElementFlaw,
  Failure,
  FileReason,
  Finding,
  Known,
  PolicyFlaw,
  Task,
} from './model.js'
import { list, quote } from './text.js'

/** As the timeline names it. */
export function taskName(task: Task): string {
  switch (task.of) {
    case 'token':
      return `token, attempt ${task.attempt}`
    case 'issuer':
      return `issuer, attempt ${task.attempt}`
    case 'jwks-past-caches':
      return 'JWKS past caches'
    case 'sts':
      return `STS${task.role === undefined ? '' : ` for ${task.role}`}${task.region === undefined ? '' : ` in ${task.region}`}, attempt ${task.attempt}`
    case 'existing-credentials':
      return `existing credentials, attempt ${task.attempt}`
  }
}

/** The bare answer, for the log and for findings of a run that signed in all the same. */
export function answerText(failure: Failure): string {
  if (failure.kind === 'aws') return `${failure.code}: ${failure.message}`
  if (failure.kind === 'http') return `HTTP ${failure.status}`
  if (failure.kind === 'network') return `${failure.phase} ${failure.code}`
  return failure.kind
}

/** Who has answered: of an STS that is not AWS's, nothing is said of AWS. */
export function answererOf({ inputs }: Known): 'AWS' | 'STS' {
  return inputs?.customEndpoint ? 'STS' : 'AWS'
}

/** What keeps STS from caching a document. */
export function cacheBarText(bar: CacheBar): string {
  switch (bar.header) {
    case 'cache-control':
      return bar.directive
    case 'pragma':
      return 'Pragma: no-cache'
    case 'expires':
      return 'Expires in the past'
  }
}

/** The system's code of what kept a file from being used, or ours. */
export function errorCode(why: FileReason): string {
  return why.reason === 'os' ? why.errno : REASON_CODES[why.reason]
}

const REASON_CODES: Readonly<Record<Exclude<FileReason['reason'], 'os'>, string>> = {
  'not-set': 'not set',
  delimiter: 'the delimiter is in a value',
  link: 'LINK',
  'not-a-file': 'NOT_A_FILE',
  'too-large': 'TOO_LARGE',
  locked: 'LOCKED',
}

/** STS's own sentence, where the finding is about one. */
export function stsAnswer({ evidence }: Pick<Finding, 'evidence'>): string | undefined {
  const failure = evidence.find(({ kind }) => kind === 'aws')
  return failure?.kind === 'aws' && failure.message !== '' ? failure.message : undefined
}

/** More names than these are no help in a sentence. */
export const MOST_NAMED = 3

/** ``the defaults of `GitHubOrg` and `Stage` ``. */
export function defaultsText(names: readonly string[]): string {
  const more = names.length - MOST_NAMED
  const first = names.slice(0, MOST_NAMED)
  const named =
    more > 0 ? `${first.map((name) => quote(name, 40)).join(', ')} and ${more} more` : list(first)
  return `the ${names.length === 1 ? 'default' : 'defaults'} of ${named}`
}

/** What in a policy IAM would not accept, or nobody can tell before it is deployed. */
export function flawText(flaw: PolicyFlaw): string {
  if (flaw.kind === 'unknown-version') return `Version ${flaw.value} is not one that IAM knows`
  const { kind, element = 'the statement', place } = flaw
  const where = place ? ` (line ${place.line}, column ${place.column})` : ''
  return `${FLAWS[kind](element)}${where}`
}

const FLAWS: Readonly<Record<ElementFlaw, (element: string) => string>> = {
  deployment: (element) => `only the deployment knows ${element}`,
  duplicate: (element) => `${element} is there twice`,
  'unknown-element': (element) => `IAM does not accept ${element} here`,
  'unknown-effect': (element) => `${element} is neither Allow nor Deny`,
  'unknown-principal': (element) => `${element} is neither an object nor "*"`,
  'not-one-of-two': (element) => `exactly one of ${element} and Not${element} must be there`,
  'not-an-object': (element) => `${element} is not an object`,
  'not-text': (element) => `${element} has a value that is not a string`,
  'no-condition-keys': (element) => `${element} holds no condition keys`,
}
