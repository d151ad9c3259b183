// Writes what must not drift from the source: a page for each cause, their index, and the tables in the README. `--check` only compares.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { CAUSES } from '../src/causes/index.js'
import { unknown } from '../src/causes/unknown.js'
import { causeIndex, causePageText, causeTable } from './docs-causes.js'
import { inputTable, outputTable } from './docs-inputs.js'

const root = new URL('..', import.meta.url)
const pages = new Map<string, string>()
const all = [...CAUSES, unknown]

for (const cause of all) pages.set(`docs/causes/${cause.id}.md`, causePageText(cause))
pages.set('docs/causes/README.md', causeIndex(all))

const action: unknown = parse(readFileSync(new URL('action.yml', root), 'utf8'))
const tables: Readonly<Record<string, string>> = {
  inputs: inputTable(action),
  outputs: outputTable(action),
  causes: causeTable(all),
}
const readme = readFileSync(new URL('README.md', root), 'utf8')
pages.set(
  'README.md',
  readme.replace(
    /(<!-- (\w+): generated -->\n)[\s\S]*?(<!-- end -->)/g,
    (_all, begin, name, end) => {
      return `${begin}${tables[name as string] ?? ''}\n${end}`
    },
  ),
)

const check = process.argv.includes('--check')
const stale = [...pages].filter(([path, text]) => textAt(path) !== text).map(([path]) => path)
const orphans = cataloguePages().filter((path) => !pages.has(path))

if (check && stale.length + orphans.length > 0) {
  console.error(
    `Not what the source says (npm run docs mends it): ${[...stale, ...orphans].join(', ')}`,
  )
  process.exit(1)
}
if (!check) {
  mkdirSync(new URL('docs/causes', root), { recursive: true })
  for (const path of stale) writeFileSync(new URL(path, root), pages.get(path) ?? '')
  for (const path of orphans) rmSync(new URL(path, root))
}
console.log(`${pages.size} pages, ${check ? 'all as the source says' : `${stale.length} written`}`)

function textAt(path: string): string {
  const url = new URL(path, root)
  return existsSync(url) ? readFileSync(url, 'utf8') : ''
}

function cataloguePages(): string[] {
  const directory = new URL('docs/causes', root)
  return existsSync(directory) ? readdirSync(directory).map((name) => `docs/causes/${name}`) : []
}
