// The part of `sub` that is new with each run, in words, and the pattern that lasts beside the exact value.
import { type Passing, type PassingKind, passingPartOf } from '../../aws/passing-subject.js'
import { statementFor } from '../../aws/statement.js'
import type { Block, Known, Step } from '../../model.js'
import { quote } from '../../text.js'
import { expectedAudience } from './sts.js'
import { providerPlace } from './token.js'

const CHANGES: Readonly<Record<PassingKind, (passing: Passing) => string>> = {
  'merge-queue': () => 'The merge queue makes a new branch for each run.',
  'pull-request': ({ part }) => `${quote(part, 60)} in \`sub\` changes with each pull request.`,
  tag: ({ part }) => `${quote(part, 60)} in \`sub\` changes with each tag.`,
  commit: ({ part }) => `${quote(part, 24)} in \`sub\` changes with each commit.`,
  run: ({ part }) => `${quote(part, 40)} in \`sub\` changes with each run.`,
  generated: ({ part }) => `${quote(part, 60)} in \`sub\` looks generated, so it will change.`,
}

/** Completes "If …": who comes in by the pattern. */
const ALLOWED: Readonly<Record<PassingKind, (passing: Passing) => string>> = {
  'merge-queue': ({ of }) =>
    `every pull request in the merge queue of ${quote(of, 60)} may use the role, before it is merged`,
  'pull-request': () =>
    'every pull request of this repository may use the role, whatever code it brings',
  tag: ({ of }) =>
    of === ''
      ? 'everyone who can push a tag may use the role'
      : `everyone who can push a tag that begins with ${quote(of, 60)} may use the role`,
  commit: () => 'every commit may use the role, and the rest of `sub` stays the same',
  run: () => 'every run may use the role, and the rest of `sub` stays the same',
  generated: ({ of }) =>
    `every service account of this namespace whose name begins with ${quote(of, 60)} may use the role`,
}

/** Nothing where `sub` stays the same. */
export function passingBlocks({ token }: Known): Block[] {
  const passing = passingPartOf(token?.subject ?? '')
  return passing ? [{ show: 'sentence', say: CHANGES[passing.kind](passing) }] : []
}

/** Beside the exact value, which fits this run alone. */
export function lastingSteps(known: Known): Step[] {
  const { token } = known
  const passing = passingPartOf(token?.subject ?? '')
  if (!token || !passing) return []
  const audience = expectedAudience(known)
  return [
    {
      when: `If ${ALLOWED[passing.kind](passing)}`,
      say: 'Add this statement in place of the exact `sub`, which fits this run alone',
      code: statementFor(token, { ...providerPlace(known), audience, pattern: passing.pattern }),
      language: 'json',
    },
  ]
}
