// What every explanation keeps to, whatever it explains: short, plain, ready to paste, and set by every page alike.
import { expect } from '@jest/globals'
import type { Block, Finding, Step } from '../../src/model.js'
import { messageOf } from '../../src/report/annotations.js'
import { blockLines, stepLines } from '../../src/report/plain.js'

/** Words that this project has used and that native engineers stumble over; what to say instead stands beside them. */
export const RETIRED: readonly (readonly [RegExp, string])[] = [
  [
    /\btook the token\b|\blets? (this|the|in) ?(token|in)\b|\blet in\b|\blets (nobody|every\w*|all|strangers) in\b/i,
    'accepted; allows',
  ],
  [
    /\bletters?\b(?! case|,? (and |or )?digits)|\bblanks?\b|\bstar out\b|\bburnt\b/i,
    'character, space, mask, compromised',
  ],
  [/comes from the future/i, 'is not valid yet'],
  [/made out to/i, 'does not cover the host name'],
  [/signed by itself|opens TLS/i, 'self-signed; TLS inspection'],
  [/\bfresh for\b|\bthrift/i, 'cache lifetime'],
  [/switched off/i, 'not activated'],
  [/asked too often/i, 'throttled'],
  [/time that the step may take/i, 'the step timed out'],
  [/would fail again/i, 'retrying cannot help'],
  [/not joined by/i, 'no kid links'],
  [/and its kin/i, 'RS256 requires'],
  [/from the whole internet/i, 'publicly reachable'],
  [/makes an expression/i, 'turns an unset expression into an empty string'],
  [
    /\banew\b|\bmend(s|ed)?\b|\bbrings? about\b|\ba good run\b|\bpeers?\b/i,
    'again, fix, cause, a successful run',
  ],
  [/`-` goes|`\+` comes|differ from letter/i, '(the diff shows it)'],
  [/\bplease\b|\bsimply\b|\binvalid request\b/i, '(nothing)'],
  [/^Where\b/, 'If'],
]

/** A command is something to paste, so it stands in `code`; the bare name of a tool or of a file may stand in a sentence. */
const COMMAND = /\b(aws (iam|sts|s3) |gh api|curl -|openssl s_client|docker run|kubectl \w+ )/

const SENTENCE = /^[A-Z][a-z]+ [a-z]+ [a-z]+ .*[.:]$/

const words = (text: string): number =>
  text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length

/** `steps` begin with a verb: what a sentence that is no step begins with. */
const NO_VERB =
  /^(The|This|That|It|If|Where|When|A|An|There|In|For|Most|Your|You|AWS|STS|GitHub|IAM|Or|And|Else|Then|Mind)\b/

export function expectWellSaid(finding: Finding): void {
  const { headline, shown, steps, otherwise, confirm, folded } = finding
  const all = [...steps, ...otherwise, ...confirm]
  expectPlain(headline)
  expect(words(headline)).toBeLessThanOrEqual(15)
  expect(headline).not.toMatch(/[.:]$/)
  // Lower-case, but for names and acronyms.
  expect(headline).not.toMatch(/^(?!Forgejo |GitHub )[A-Z][a-z]/)
  expect(steps.length).toBeGreaterThan(0)
  for (const step of all) expectStep(step)
  const blocks = [...shown, ...folded.flatMap((fold) => fold.blocks)]
  for (const block of blocks) expectBlock(block)
  for (const { title } of folded) expectPlain(title)
  // Before the first step, the chain included, a page has 40; the chain takes 14 of them at most.
  // A value is as long as the user made it: it counts as one.
  const seen = [headline, ...shown.flatMap(ownWords)].join('\n').replace(/`[^`]*`/g, 'value')
  expect(words(seen)).toBeLessThanOrEqual(34)
  const message = messageOf(finding)
  expect(message.split('\n').length).toBeLessThanOrEqual(12)
  expect(message).toContain(finding.docs)
  // Somebody who sees nothing but the annotation can begin.
  const [first] = steps
  if (first) expect(message).toContain(stepLines(first)[0]?.replace(/[.:]$/, ''))
}

function ownWords(block: Block): string[] {
  return block.show === 'values'
    ? block.values.map(({ name }) => `${name} value`)
    : blockLines(block)
}

function expectStep({ when, say, code, then }: Step): void {
  expect(say).toMatch(/^[A-Z]/)
  expect(say).not.toMatch(NO_VERB)
  expect(say).not.toMatch(/[.:]$/)
  expect(say).not.toContain('\n')
  expectPlain(say)
  if (when !== undefined) {
    expect(when).toMatch(/^(If|Until|Before|After|Once|On|To) /)
    expectPlain(when)
  }
  if (code !== undefined) expectCode(code)
  if (then !== undefined) {
    expect(then).toMatch(/[.)”]$/)
    expectPlain(then)
  }
}

function expectBlock(block: Block): void {
  if (block.show === 'sentence') expectPlain(block.say)
  if (block.show === 'list') for (const point of block.points) expectPlain(point)
  if (block.show === 'code') expectCode(block.code)
}

function expectPlain(text: string): void {
  // Values of the user's and of AWS's are theirs.
  const own = text.replace(/`[^`]*`/g, '`…`').replace(/“[^”]*”|"[^"]*"/g, '“…”')
  for (const [retired] of RETIRED) expect(own).not.toMatch(retired)
  expect(text).not.toMatch(COMMAND)
  expect(text).not.toMatch(/undefined|\[object|\bNaN\b/)
  expect(text.trim()).toBe(text)
}

function expectCode(code: string): void {
  expect(code.trim()).not.toBe('')
  expect(code).not.toMatch(/undefined|\[object|\bNaN\b/)
  expect(code.split('\n')[0]).not.toMatch(SENTENCE)
}
