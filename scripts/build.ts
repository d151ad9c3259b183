// Builds dist/: the three entries as single ES modules, and the licences of what they bundle.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { build, type Metafile, type Plugin } from 'esbuild'

/**
 * Two dependencies that this action never uses: undici (a proxy agent of the toolkit's) and the SDK's
 * credential chain (the one call is unsigned). Left out, the bundle is a third of its size, and no ambient
 * credential can be looked up even by mistake.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  undici: 'export class ProxyAgent { constructor() { throw new Error("undici is not bundled") } }',
  '@aws-sdk/credential-provider-node':
    'export const defaultProvider = () => async () => { throw new Error("no ambient credentials are ever used") }',
}

const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(undici|@aws-sdk\/credential-provider-node)$/ }, ({ path }) => ({
      path,
      namespace: 'left-out',
    }))
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: LEFT_OUT[path] ?? '',
    }))
  },
}

rmSync('dist', { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: { main: 'src/main.ts', post: 'src/post.ts', renew: 'src/renew.ts' },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  conditions: ['module', 'import', 'node'],
  minifySyntax: true,
  legalComments: 'none',
  metafile: true,
  plugins: [leaveOut],
  // CommonJS dependencies (tunnel, http-cache-semantics) call require(); an ES module has none.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
})
writeFileSync('dist/licenses.txt', licences(metafile))

/** Every package with code in the bundle, with its licence's text; equal texts once. */
function licences({ inputs }: Metafile): string {
  const packages = new Set(
    Object.keys(inputs).flatMap(
      (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
    ),
  )
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
