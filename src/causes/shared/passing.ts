// The part of `sub`, or of another key, that is new with each run, in words, and the pattern that lasts beside the exact value.
import { type Passing, type PassingKind, passingPartOf } from '../../aws/passing-subject.js'
import { withPatterns } from '../../aws/statement.js'
import type { Block, Step } from '../../model.js'
import { list, quote } from '../../text.js'

/** A value of this job that no later run has. `key`: as a person calls it. */
export interface PassingValue extends Passing {
  key: string
  value: string
}

/** Those of them that change. */
export function passingValues(
  values: readonly { key: string; value: string }[],
): readonly PassingValue[] {
  const found = values.flatMap(({ key, value }) => {
    const passing = passingPartOf(value)
    return passing ? [{ ...passing, key, value }] : []
  })
  return [...new Map(found.map((one) => [one.value, one])).values()]
}

type Words = Readonly<Record<PassingKind, (passing: PassingValue) => string>>

const CHANGES: Words = {
  'merge-queue': ({ key }) =>
    key === 'sub'
      ? 'The merge queue makes a new branch for each run.'
      : `The merge queue makes a new branch for each run, so ${quote(key, 60)} changes.`,
  'pull-request': ({ part, key }) => `${inKey(part, key)} changes with each pull request.`,
  tag: ({ part, key }) => `${inKey(part, key)} changes with each tag.`,
  commit: ({ part, key }) => `${inKey(part, key, 24)} changes with each commit.`,
  run: ({ part, key }) => `${inKey(part, key, 40)} changes with each run.`,
  generated: ({ part, key }) => `${inKey(part, key)} looks generated, so it will change.`,
}

function inKey(part: string, key: string, most = 60): string {
  return `${quote(part, most)} in ${quote(key, 60)}`
}

/** Completes "If …": who comes in by the pattern. */
const ALLOWED: Words = {
  'merge-queue': ({ of }) =>
    `every pull request in the merge queue of ${quote(of, 60)} may use the role, before it is merged`,
  'pull-request': ({ repository }) =>
    `every pull request of ${repository === undefined ? 'this repository' : quote(repository, 60)} may use the role, whatever code it brings`,
  tag: ({ of, repository }) => {
    const where = repository === undefined ? '' : ` to ${quote(repository, 60)}`
    return of === ''
      ? `everyone who can push a tag${where} may use the role`
      : `everyone who can push a tag that begins with ${quote(of, 60)}${where} may use the role`
  },
  commit: ({ key }) =>
    `every commit may use the role, and the rest of ${quote(key, 60)} stays the same`,
  run: ({ key }) => `every run may use the role, and the rest of ${quote(key, 60)} stays the same`,
  generated: ({ of }) =>
    `every service account of this namespace whose name begins with ${quote(of, 60)} may use the role`,
}

/** The condition of the exact values, which fit no other pull request. */
export function ifThisPullRequest(values: readonly PassingValue[], otherwise: string): string {
  return values.some(({ kind }) => kind === 'pull-request')
    ? 'If this pull request, and no other, may use the role'
    : otherwise
}

/** What the exact value fits. */
const FITS: Readonly<Record<PassingKind, string>> = {
  'merge-queue': 'this run',
  'pull-request': 'this pull request',
  tag: 'this tag',
  commit: 'this commit',
  run: 'this run',
  generated: 'this service account',
}

/** Nothing where all stays the same; what several keys have in common is said once. */
export function passingBlocks(values: readonly PassingValue[]): Block[] {
  const [first] = values
  const said = values.map((one) => CHANGES[one.kind](one))
  return first ? [{ show: 'sentence', say: [...new Set(said)].slice(0, MOST_SAID).join(' ') }] : []
}

const MOST_SAID = 2

/** Beside the statement with the exact values: the same one with patterns in their place. */
export function lastingSteps(values: readonly PassingValue[], statement: string): Step[] {
  const [first] = values
  const code = withPatterns(statement, new Map(values.map((one) => [one.value, one.pattern])))
  if (!first || code === undefined) return []
  const allowed = [...new Set(values.map((one) => ALLOWED[one.kind](one)))]
  const keys = [...new Set(values.map(({ key }) => key))]
  return [
    {
      when: `If ${allowed.join(', and ')}`,
      say: `Use this statement instead: the exact ${list(keys)} ${keys.length === 1 ? 'fits' : 'fit'} ${FITS[first.kind]} alone`,
      code,
      language: 'json',
    },
  ]
}
