// How the sources become files that Node runs: one ES module for each entry, with what they need in it.
import { isBuiltin } from 'node:module'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile, type Plugin } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = resolve(ROOT, 'src')
const TOOLKIT = resolve(ROOT, 'node_modules/@actions/core')

/**
 * Dependencies that this action never uses: undici and tunnel (proxy agents of the toolkit's; ours are Node's own), what the
 * toolkit runs programs, fetches OIDC tokens and writes summaries with (which would load `fs/promises`), the SDK's credential chain (the
 * sign-in is unsigned), and its event streams (STS has none). Left out, the bundle is a third of its size, and no
 * ambient credential can be looked up even by mistake.
 */
const LEFT_OUT: Readonly<Record<string, string>> = {
  undici: 'export class ProxyAgent { constructor() { throw new Error("undici is not bundled") } }',
  // Asked for an agent wherever a proxy is in the environment; without one the toolkit takes a plain agent, and ours its place.
  tunnel:
    'const none = () => undefined; export { none as httpsOverHttps, none as httpsOverHttp, none as httpOverHttps, none as httpOverHttp }',
  '@aws-sdk/credential-provider-node':
    'export const defaultProvider = () => async () => { throw new Error("no ambient credentials are ever used") }',
  './oidc-utils.js': 'export class OidcClient {}',
  './summary.js': 'export const [summary, markdownSummary] = []',
  '@actions/exec': 'export {}',
  '@smithy/core/event-streams':
    'export class EventStreamSerde { constructor() { throw new Error("STS has no event streams") } }',
}

const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[@\w]/ }, ({ path }) =>
      path in LEFT_OUT ? { path, namespace: 'left-out' } : undefined,
    )
    onResolve({ filter: /^\.\/(oidc-utils|summary)\.js$/ }, ({ path, importer }) =>
      importer.startsWith(TOOLKIT) ? { path, namespace: 'left-out' } : undefined,
    )
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: LEFT_OUT[path] ?? '',
    }))
  },
}

/**
 * The YAML package's ES modules, which it exports for all but Node: what is not used stays out, and no function is parsed twice,
 * within that of its CommonJS module and then by itself. The sources are the same.
 */
const yamlAsModules: Plugin = {
  name: 'yaml-as-modules',
  setup({ onResolve }) {
    onResolve({ filter: /^yaml$/ }, () => ({
      path: resolve(ROOT, 'node_modules/yaml/browser/dist/index.js'),
      sideEffects: false,
    }))
  },
}

/**
 * Node's own modules by `process.getBuiltinModule`, with those exports alone that are used. An ES import reads every export
 * of a module, and reading `http.WebSocket` alone loads undici, HTTP/2 and worker threads: 26 ms before the first line runs.
 */
const builtInsByCall: Plugin = {
  name: 'built-ins-by-call',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[a-z][\w:/]*$/ }, ({ path, kind }) => {
      if (!isBuiltin(path)) return undefined
      // Whoever takes the whole module gets it as it is.
      const namespace = kind === 'import-statement' ? 'built-in' : 'built-in-required'
      return { path: path.replace(/^node:/, ''), namespace, sideEffects: false }
    })
    onLoad({ filter: /.*/, namespace: 'built-in-required' }, ({ path }) => ({
      contents: `module.exports = ${callFor(path)}`,
    }))
    onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => {
      const exported = Object.keys(process.getBuiltinModule(`node:${path}`) as object)
        .filter((name) => /^[a-z_]\w*$/i.test(name) && !UNDICI.includes(name))
        .map((name) => `export const ${name} = /* @__PURE__ */ (() => all.${name})()`)
      return {
        contents: [`const all = ${callFor(path)}`, 'export default all', ...exported].join('\n'),
      }
    })
  },
}

/** What `http` would load undici for, and nobody here takes from it; `default` is what there is of each module. */
const UNDICI = ['WebSocket', 'CloseEvent', 'MessageEvent', 'default']

function callFor(path: string): string {
  return `/* @__PURE__ */ process.getBuiltinModule(${JSON.stringify(`node:${path}`)})`
}

/** What the doors load only if it is needed, each a file of its own. */
const LAZY = {
  'sign-in': 'src/sign-in.ts',
  explain: 'src/run/knowledge.ts',
  answers: 'src/run/answer-knowledge.ts',
  trust: 'src/run/trust-knowledge.ts',
  workflow: 'src/run/workflow-knowledge.ts',
  signed: 'src/edge/sts-signed.ts',
}

export const ENTRIES = {
  main: 'src/main.ts',
  post: 'src/post.ts',
  renew: 'src/renew.ts',
  ...LAZY,
}

/** A dynamic import of our own stays one: of the file beside it, whose name does not change from build to build. */
const lazyFiles: Plugin = {
  name: 'lazy-files',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
      if (kind !== 'dynamic-import' || !resolveDir.startsWith(SOURCES)) return undefined
      const source = relative(ROOT, resolve(resolveDir, path)).replace(/\.js$/, '.ts')
      const name = Object.entries(LAZY).find(([, file]) => file === source)?.[0]
      if (name === undefined) throw new Error(`${source} is loaded lazily, and is no entry`)
      return { path: `./${name}.mjs`, external: true }
    })
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
    plugins: [...plugins, leaveOut, yamlAsModules, builtInsByCall, lazyFiles],
  })
  return metafile
}
