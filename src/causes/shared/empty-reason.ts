// An input that came out empty, whole or in part: which expression it was, and why the files say that it may have no value.
import { readOf } from '../../aws/github-expression.js'
import type { EmptyExpression, InputSource, Known, Setting } from '../../model.js'
import { list, oneLine, quote } from '../../text.js'

/** Names in a headline. */
const MOST_NAMED = 2

export interface Emptied {
  input: string
  source?: InputSource
  /** What the setting is to hold, as a placeholder. */
  value: string
}

/** `secrets.A` and `vars.B`, where each is one value and nothing else; undefined where one is more than that. */
export function emptyNames({ source }: Pick<Emptied, 'source'>): string | undefined {
  const texts = [...new Set((source?.empty ?? []).map(({ text }) => text))]
  const plain =
    texts.length > 0 && texts.length <= MOST_NAMED && texts.every((text) => readOf(text))
  return plain ? list(texts.map((text) => oneLine(text, 60))) : undefined
}

/** The event of a run that somebody starts, and gives its inputs (GitHub docs, "Contexts", `inputs`). */
export const BY_HAND = 'workflow_dispatch'

/** The names that the empty expressions read from one context. */
export function namesRead({ empty }: InputSource, context: 'secrets' | 'vars'): string[] {
  const names = empty.flatMap(({ text, from }) => {
    const read = readOf(from ?? text)
    return read?.context === context ? [read.name] : []
  })
  return [...new Set(names)]
}

/** Why an expression of this job may have no value: what the file shows of it. */
export function emptyReason(
  { source }: Pick<Emptied, 'source'>,
  { run }: Pick<Known, 'run'>,
): string {
  const [first] = source?.empty ?? []
  if (first?.dispatch && run.event !== BY_HAND)
    return `Only a run of ${quote(BY_HAND)} has inputs, and their defaults. This one is of ${quote(run.event, 60)}.`
  if (first?.set && first.from === undefined) return unsetReason(first.set)
  if (source?.callers?.all && namesRead(source, 'secrets').length > 0)
    return callerReason(source.callers)
  if (first?.from !== undefined) return originReason(first, first.from)
  return 'GitHub turns an unset expression into an empty string.'
}

function callerReason({ calls }: NonNullable<InputSource['callers']>): string {
  const jobs = calls.flatMap((one) => one.jobs)
  const places = calls.map((one) => `${list(one.jobs)} in ${quote(one.file)}`)
  return `This workflow is called by ${places.join(' and ')}, which ${jobs.length === 1 ? 'does' : 'do'} not pass the secret on.`
}

function originReason({ text, set }: EmptyExpression, from: string): string {
  const value = quote(`\${{ ${from} }}`, 80)
  if (set === undefined || (set.by === 'env' && readOf(text)?.name === set.key))
    return `The file sets ${quote(text, 60)} to ${value}, and that has no value in this run.`
  return `${jobOf(set)} sets ${quote(set.key, 60)} to ${value}, which has no value in this run.`
}

function unsetReason(set: Setting): string {
  const to = set.by === 'call' ? 'the workflow that it calls' : 'the composite action'
  return `${jobOf(set)} gives ${to} no ${quote(set.key, 60)}.`
}

function jobOf({ file, job }: Setting): string {
  return `The job ${quote(job, 60)} of ${quote(file, 80)}`
}

/** Where a key stands, in words. */
export function placeOf({ by, file, job }: Setting): string {
  const ofJob = `the job ${quote(job, 60)} of ${quote(file, 80)}`
  return by === 'step' ? `the step that uses the composite action, in ${ofJob}` : ofJob
}
