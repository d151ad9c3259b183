// The page of a cause, the index of all by what is seen, and the README's table: all from the causes and their evidence.

import { existsSync } from 'node:fs'
import { knownWith } from '../evidence/baseline.js'
import { type Evidence, evidenceOf } from '../evidence/read.js'
import type { Cause } from '../src/causes/cause.js'
import { resolve } from '../src/causes/index.js'
import { DOC_URLS } from '../src/causes/shared/doc-urls.js'
import { fenced } from '../src/report/html.js'
import { clip, entities } from '../src/text.js'

const SECTIONS = {
  inputs: 'Inputs',
  token: "The runner's token",
  issuer: 'The issuer',
  sts: 'AWS STS and the run',
  trust: 'The trust policy',
} as const

const RETRIES = {
  never: 'no: the same again would fail again',
  once: 'once, after a second',
  'eventual-consistency': 'yes, from one second on',
  transient: 'yes, with full jitter',
  throttled: 'yes, backing off further each time',
} as const

/** What keeps a page from being made, in one sentence for whoever adds a cause. */
export class DocsError extends Error {}

export function causePageText(cause: Cause): string {
  const [first, ...others] = piecesOf(cause)
  const evidence = [first, ...others]
  const known = knownWith(first.known)
  const { why, fix } = cause.explain(first.failure, known)
  const severity = resolve(cause.severity, first.failure, known)
  return `${[
    `<!-- Written by scripts/docs.ts from src/causes/${cause.id}.ts; do not edit. -->`,
    `# ${cause.title}`,
    `\`${cause.id}\` · ${severity} · ${resolve(cause.certainty, first.failure, known)} · tried again: ${RETRIES[resolve(cause.retry, first.failure, known)]}`,
    '## What it means',
    cause.page.meaning,
    '## How it looks',
    ...evidence.map(looks),
    '## What the annotation says',
    `For the first of them, in a job of \`octo-org/octo-repo\`:`,
    fenced(
      [
        `${severity}: ${cause.id}: ${cause.title}`,
        '',
        why,
        '',
        ...fix.map((step) => `Fix: ${step}`),
      ].join('\n'),
      'text',
    ),
    '## How to tell',
    cause.page.tell,
    '## Sources',
    [...cause.docs.map((name) => `- <${DOC_URLS[name]}>`), ...sources(evidence)].join('\n'),
  ].join('\n\n')}\n`
}

/** What stands in a file of JSON; a conflict of a merge in it is no bug of the script's. */
export function readable<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new DocsError(`${file} cannot be read: ${(error as Error).message}.`)
  }
}

/** All of the cause's evidence, which it takes. */
function piecesOf(cause: Cause): [Evidence, ...Evidence[]] {
  const file = `evidence/${cause.id}.json`
  if (!existsSync(new URL(`../${file}`, import.meta.url)))
    throw new DocsError(
      `${file} is missing: the captured answer that ${cause.id} explains (CONTRIBUTING.md, "Add a cause").`,
    )
  const [first, ...others] = readable(file, () => evidenceOf(cause.id))
  if (!first) throw new DocsError(`${file} is empty: a page shows one captured answer at least.`)
  for (const { what, failure, known } of [first, ...others])
    if (!cause.matches(failure, knownWith(known)))
      throw new DocsError(
        `${file}: ${cause.id} does not take the failure (kind ${failure.kind}) of its piece "${what}".`,
      )
  return [first, ...others]
}

function looks({ what, captured }: Evidence): string {
  const shown = Array.isArray(captured) ? captured : [captured]
  const text = shown
    .map((one) => (typeof one === 'string' ? one : JSON.stringify(one, null, 2)))
    .join('\n')
  return `${what[0]?.toUpperCase()}${what.slice(1)}:\n\n${fenced(text, 'text')}`
}

function sources(evidence: readonly Evidence[]): string[] {
  return [...new Set(evidence.map(({ source, date }) => `- ${source} (${date})`))]
}

/** For a person with a message in hand: what is seen, and the page that explains it. */
export function causeIndex(causes: readonly Cause[]): string {
  const rows = causes.flatMap(({ id }) =>
    evidenceOf(id).map(
      ({ what, captured }) => `| ${cell(what)} | ${seen(captured)} | [\`${id}\`](${id}.md) |`,
    ),
  )
  return `${[
    '<!-- Written by scripts/docs.ts; do not edit. -->',
    '# What you see, and what it means',
    'One sentence of AWS can stand for a dozen mistakes: then several pages show it, and the annotation of the run says which one it was.',
    ['| what happened | what was seen | page |', '|---|---|---|', ...rows].join('\n'),
    ...Object.entries(SECTIONS).flatMap(([section, title]) => {
      const own = causes.filter((cause) => cause.section === section)
      return own.length === 0 ? [] : [`## ${title}`, own.map(line).join('\n')]
    }),
  ].join('\n\n')}\n`
}

function line({ id, title }: Cause): string {
  return `- [\`${id}\`](${id}.md): ${title}`
}

/** The first 140 characters of what was captured, as code. */
function seen(captured: unknown): string {
  const text = Array.isArray(captured) ? captured.map(textOf).join(' … ') : textOf(captured)
  return `<code>${cell(clip(text.trim(), 140))}</code>`
}

function textOf(captured: unknown): string {
  return typeof captured === 'string' ? captured : JSON.stringify(captured)
}

function cell(text: string): string {
  return entities(text.replace(/\s+/g, ' '))
}

export function causeTable(causes: readonly Cause[]): string {
  const rows = causes.map(({ id, title }) => `| [\`${id}\`](docs/causes/${id}.md) | ${title} |`)
  return ['| id | what is wrong |', '|---|---|', ...rows].join('\n')
}
