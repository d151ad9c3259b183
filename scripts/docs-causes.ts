// The page of a cause, for who has searched for the sentence that was seen: the fix first, then how it looks, what it means, where it is known from.

import { existsSync } from 'node:fs'
import { knownWith, reportWith } from '../evidence/baseline.js'
import { type Evidence, evidenceOf } from '../evidence/read.js'
import type { Cause } from '../src/causes/cause.js'
import { diagnose } from '../src/causes/index.js'
import { DOC_URLS } from '../src/causes/shared/doc-urls.js'
import type { Finding, Known } from '../src/model.js'
import { fenced, prose } from '../src/report/html.js'
import { blocks, folds, steps } from '../src/report/markdown.js'
import { chainLine } from '../src/report/summary.js'
import { verdictLine } from '../src/report/verdict-line.js'
import { signInChain } from '../src/run/chain.js'
import { capitalised, oneLine } from '../src/text.js'
import { plainMarkdown, sourceLines } from './docs-text.js'

const RETRIES = {
  never: 'not retried: retrying cannot help',
  once: 'retried once, after a second',
  'eventual-consistency': 'retried from one second on',
  transient: 'retried for up to a minute',
  throttled: 'retried for up to 300 s, backing off further each time',
} as const

/** What keeps a page from being made, in one sentence for whoever adds a cause. */
export class DocsError extends Error {}

export function causePageText(cause: Cause): string {
  const [first, ...others] = piecesOf(cause)
  const evidence = [first, ...others]
  const known = knownWith(first.known)
  const finding = diagnose(first.failure, known)
  return `${[
    `<!-- Written by scripts/docs.ts from src/causes/${cause.id}.ts; do not edit. -->`,
    `# ${plainMarkdown(headingOf(cause, first))}`,
    `${plainMarkdown(cause.title)} · \`${cause.id}\` · ${factsOf(finding)} · ${RETRIES[retryOf(cause, first, known)]}`,
    '## Fix',
    'The values are those of an example: a job of `octo-org/octo-repo`. The run itself gives yours.',
    ...steps(finding.steps),
    ...folds(finding),
    '## What the job summary shows',
    quoted(shownText(finding, known)),
    '## What it means',
    cause.page.meaning,
    '## How to tell it from others',
    cause.page.tell,
    '## What was seen',
    ...evidence.map(looks),
    '## Sources',
    [...cause.docs.map((name) => `- <${DOC_URLS[name]}>`), ...sourceLines(evidence)].join('\n'),
  ].join('\n\n')}\n`
}

/** The sentence that people search for, where AWS gives one; else what is wrong. */
function headingOf({ title }: Cause, { failure }: Evidence): string {
  const said = failure.kind === 'aws' ? oneLine(failure.message, 300) : ''
  return said === '' ? capitalised(title) : said
}

function factsOf({ severity, certainty }: Finding): string {
  return certainty === 'likely' ? `${severity}, most likely` : severity
}

function retryOf({ retry }: Cause, { failure }: Evidence, known: Known): keyof typeof RETRIES {
  return typeof retry === 'function' ? retry(failure, known) : retry
}

/** The part of the summary that is not folded, without the steps, which stand above. */
function shownText(finding: Finding, known: Known): string {
  const report = reportWith({ ready: finding.severity !== 'error', findings: [finding], known })
  return [
    `**${prose(verdictLine(report))}**`,
    ...chainLine(signInChain(report)),
    ...blocks(finding.shown),
  ].join('\n\n')
}

function quoted(text: string): string {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>')
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
  return `${capitalised(what)}:\n\n${fenced(text)}`
}
