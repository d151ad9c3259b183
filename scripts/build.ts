// Builds dist/: the entries as single ES modules, and the licences of what they bundle.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Metafile } from 'esbuild'
import { bundle, ENTRIES } from './bundle.js'

rmSync('dist', { recursive: true, force: true })
const metafile = await bundle({ entries: ENTRIES, outdir: 'dist' })
writeFileSync('dist/licenses.txt', licences(metafile))

/** Every package with code in the bundle, with its licence's text; equal texts once. */
function licences({ inputs }: Metafile): string {
  const packages = new Set(
    Object.keys(inputs).flatMap(
      (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
    ),
  )
  if (packages.size === 0)
    throw new Error('no package is known: node_modules must be a folder of this one')
  const byText = new Map<string, string[]>()
  for (const name of [...packages].sort()) {
    const path = `node_modules/${name}/package.json`
    const { version, license } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>
    const text = licenceText(name)
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const texts = [...byText].map(([text, names]) => `${names.join('\n')}\n\n${text}`)
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

function licenceText(name: string): string {
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE', 'README.md']) {
    try {
      return readFileSync(`node_modules/${name}/${file}`, 'utf8').trim()
    } catch {
      // The next name is tried.
    }
  }
  throw new Error(`no licence text in ${name}`)
}
