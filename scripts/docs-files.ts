// Every file that is made from the source, as text: the cause pages, their index, the ids that have shipped, the README's tables.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Cause } from '../src/causes/cause.js'
import { CAUSES } from '../src/causes/index.js'
import { unknown } from '../src/causes/unknown.js'
import { causePageText, DocsError, readable } from './docs-causes.js'
import { causeIndex } from './docs-index.js'
import { inputTable, outputTable } from './docs-inputs.js'

const ROOT = new URL('..', import.meta.url)
const PAGES = 'docs/causes'
const SHIPPED = `${PAGES}/shipped-ids.json`
const ALL: readonly Cause[] = [...CAUSES, unknown]

/** Writes what is not as the source says, or with `check` only names it. Nothing is written where a page cannot be made. */
export function makeDocs(check: boolean, causes = ALL): { ok: boolean; text: string } {
  try {
    const files = filesFrom(causes)
    const stale = [...files].filter(([path, text]) => textAt(path) !== text)
    const orphans = pagesThere().filter((path) => !files.has(path))
    const names = [...stale.map(([path]) => path), ...orphans]
    if (check && names.length > 0)
      return {
        ok: false,
        text: `Not what the source says (npm run docs writes it): ${names.join(', ')}`,
      }
    if (!check) write(stale, orphans)
    return {
      ok: true,
      text: `${files.size} files, ${check ? 'all as the source says' : `${stale.length} written`}`,
    }
  } catch (error) {
    if (error instanceof DocsError) return { ok: false, text: error.message }
    throw error
  }
}

/** Workflows gate on ids, so that one which has shipped is never renamed or used again: the list only grows. */
export function shippedIds(before: readonly string[], ids: readonly string[]): string[] {
  return [...new Set([...before, ...ids])].sort()
}

function filesFrom(causes: readonly Cause[]): Map<string, string> {
  const shipped = readable(SHIPPED, () => JSON.parse(textAt(SHIPPED) || '[]') as string[])
  const ids = shippedIds(
    shipped,
    causes.map(({ id }) => id),
  )
  return new Map([
    ...causes.map((cause) => [`${PAGES}/${cause.id}.md`, causePageText(cause)] as const),
    [`${PAGES}/README.md`, causeIndex(causes)],
    [SHIPPED, `${JSON.stringify(ids, null, 2)}\n`],
    ['README.md', readme()],
  ])
}

function readme(): string {
  const action: unknown = parse(textAt('action.yml'))
  const tables: Readonly<Record<string, string>> = {
    inputs: inputTable(action),
    outputs: outputTable(action),
  }
  return textAt('README.md').replace(
    /(<!-- (\w+): generated -->\n)[\s\S]*?(<!-- end -->)/g,
    (_all, begin, name: string, end) => `${begin}${tables[name] ?? ''}\n${end}`,
  )
}

function write(files: readonly (readonly [path: string, text: string])[], orphans: string[]): void {
  mkdirSync(new URL(PAGES, ROOT), { recursive: true })
  for (const [path, text] of files) writeFileSync(new URL(path, ROOT), text)
  for (const path of orphans) rmSync(new URL(path, ROOT))
}

function textAt(path: string): string {
  const url = new URL(path, ROOT)
  return existsSync(url) ? readFileSync(url, 'utf8') : ''
}

function pagesThere(): string[] {
  const directory = new URL(PAGES, ROOT)
  return existsSync(directory) ? readdirSync(directory).map((name) => `${PAGES}/${name}`) : []
}
