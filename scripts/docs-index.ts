// The index of all causes by the sentence that people see, in plain text that searching finds.
import { knownWith } from '../evidence/baseline.js'
import { evidenceOf } from '../evidence/read.js'
import type { Cause } from '../src/causes/cause.js'
import { resolve } from '../src/causes/index.js'
import type { CauseId } from '../src/model.js'
import { oneLine } from '../src/text.js'
import { plainMarkdown } from './docs-text.js'

const SECTIONS = {
  inputs: 'Inputs',
  token: "The runner's token",
  issuer: 'The issuer',
  sts: 'AWS STS and the run',
  trust: 'The trust policy',
} as const

/** In characters; a message of AWS's that says more says it behind. */
const LONGEST = 140

export function causeIndex(causes: readonly Cause[]): string {
  return `${[
    '<!-- Written by scripts/docs.ts; do not edit. -->',
    '# What you see, and what it means',
    'Search this page for the message you see. One sentence of AWS can stand for a dozen mistakes: the run itself says which one it was.',
    '## Messages of AWS',
    ...awsSentences(causes).map(
      ([sentence, own]) => `### ${plainMarkdown(sentence)}\n\n${own.map(line).join('\n')}`,
    ),
    '## Other messages',
    ...otherMessages(causes),
    '## All causes',
    ...Object.entries(SECTIONS).flatMap(([section, title]) => {
      const own = causes.filter((cause) => cause.section === section)
      return own.length === 0 ? [] : [`### ${title}`, own.map(line).join('\n')]
    }),
  ].join('\n\n')}\n`
}

/** Each sentence with the causes whose evidence it is, and those that are the reason for it; the commonest first. */
function awsSentences(causes: readonly Cause[]): [string, Cause[]][] {
  const sentences = new Map<CauseId, string[]>(
    causes.map(({ id }) => [
      id,
      unique(
        evidenceOf(id).flatMap(({ failure }) =>
          failure.kind === 'aws' ? [oneLine(failure.message, 300)] : [],
        ),
      ),
    ]),
  )
  const pairs = causes.flatMap((cause) =>
    unique([cause.id, ...explainedBy(cause)].flatMap((id) => sentences.get(id) ?? [])).map(
      (sentence) => ({ sentence, cause }),
    ),
  )
  return [...Map.groupBy(pairs, ({ sentence }) => sentence)]
    .filter(([sentence]) => sentence !== '')
    .map(([sentence, all]): [string, Cause[]] => [sentence, all.map(({ cause }) => cause)])
    .sort(([, one], [, other]) => other.length - one.length)
}

function explainedBy({ id, explains }: Cause): readonly CauseId[] {
  return unique(
    evidenceOf(id).flatMap(({ failure, known }) =>
      resolve(explains ?? [], failure, knownWith(known)),
    ),
  )
}

/** What tools, servers and systems said: one line each, with the cause behind it. */
function otherMessages(causes: readonly Cause[]): string[] {
  return Object.entries(SECTIONS).flatMap(([section, title]) => {
    const lines = causes
      .filter((cause) => cause.section === section)
      .flatMap((cause) =>
        evidenceOf(cause.id)
          .filter(({ failure }) => failure.kind !== 'aws')
          .map(
            ({ what, captured }) =>
              `- ${plainMarkdown(seen(captured))} – ${plainMarkdown(what)}: [\`${cause.id}\`](${cause.id}.md)`,
          ),
      )
    return lines.length === 0 ? [] : [`### ${title}`, unique(lines).join('\n')]
  })
}

function seen(captured: unknown): string {
  const text = Array.isArray(captured) ? captured.map(textOf).join(' … ') : textOf(captured)
  return oneLine(text.replaceAll('`', "'"), LONGEST)
}

function textOf(captured: unknown): string {
  return typeof captured === 'string' ? captured : JSON.stringify(captured)
}

function line({ id, title }: Cause): string {
  return `- [\`${id}\`](${id}.md): ${plainMarkdown(title)}`
}

function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)]
}
