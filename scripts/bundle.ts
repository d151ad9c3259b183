// How the sources become files that Node runs: one ES module for each entry, with what they need in it.
import { isBuiltin } from 'node:module'
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

/**
 * Node's own modules by `process.getBuiltinModule`. An ES import reads every export of a module, and reading
 * `http.WebSocket` alone loads undici, HTTP/2 and worker threads: 26 ms before the first line runs.
 */
const builtInsByCall: Plugin = {
  name: 'built-ins-by-call',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z][\w:/]*$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'built-in' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(`node:${path}`)})`,
    }))
  },
}

export interface BundleOptions {
  entries: Readonly<Record<string, string>>
  outdir: string
  plugins?: readonly Plugin[]
}

/** Writes one `.mjs` for each entry into `outdir`, and tells what came of what. */
export async function bundle({ entries, outdir, plugins = [] }: BundleOptions): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: { ...entries },
    outdir,
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
    plugins: [...plugins, leaveOut, builtInsByCall],
  })
  return metafile
}

export const ENTRIES = { main: 'src/main.ts', post: 'src/post.ts', renew: 'src/renew.ts' }
