// What is loaded when: a run that finds nothing loads no word of what only explains, by the bundle's parts and by what Node reads.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Metafile } from 'esbuild'
import { play } from '../sandbox/play.js'
import { withDefaults } from '../sandbox/runner-inputs.js'
import type { Scenario } from '../sandbox/scenario.js'
import { READY, SCENARIOS } from '../sandbox/scenarios.js'
import type { Street } from '../sandbox/street.js'
import { bundle, ENTRIES } from '../scripts/bundle.js'
import { street } from './sandbox/support.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'loaded-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a run loads that finds nothing. */
const GREEN = ['main.mjs', 'sign-in.mjs']
/** What it would load if it found something, or were asked more. */
const LAZY = ['answers.mjs', 'explain.mjs', 'signed.mjs', 'trust.mjs', 'workflow.mjs']

describe('of the files that are built', () => {
  let files: Record<string, Metafile['outputs'][string]> = {}
  beforeAll(async () => {
    const { outputs } = await bundle({ entries: ENTRIES, outdir: folder })
    const named = Object.entries(outputs).map(([path, file]) => [basename(path), file] as const)
    files = Object.fromEntries(named)
  })
  const partsOf = (name: string): string[] => Object.keys(files[name]?.inputs ?? {})

  test.each([
    ['causes', /^src\/causes\//, ['answers.mjs', 'explain.mjs']],
    ['all causes', /^src\/causes\/catalogue\.ts$/, ['explain.mjs']],
    ['the verdict', /^src\/run\/conclude\.ts$/, ['answers.mjs', 'explain.mjs']],
    ['the evaluator of trust policies', /^src\/trust\//, ['trust.mjs']],
    ['the workflow file', /^src\/workflow\//, ['workflow.mjs']],
    ['YAML', /^node_modules\/yaml\//, ['trust.mjs', 'workflow.mjs']],
    ["YAML's CommonJS modules", /^node_modules\/yaml\/dist\//, []],
    ['JSON with places', /^node_modules\/jsonc-parser\//, ['trust.mjs']],
    ['TOML', /^node_modules\/smol-toml\//, ['trust.mjs']],
    [
      "the SDK's client",
      /^node_modules\/@aws-sdk\/client-sts\/dist-es\/STSClient\.js$/,
      ['signed.mjs'],
    ],
  ])('what is in no file of a green run: %s', (_what, part, only) => {
    const having = Object.keys(files).filter((name) => partsOf(name).some((one) => part.test(one)))
    expect(having.sort()).toEqual(only)
    expect(having.filter((name) => [...GREEN, 'renew.mjs', 'post.mjs'].includes(name))).toEqual([])
  })

  test.each([
    ['a green run', GREEN, 540],
    ['what explains a refusal of STS', ['answers.mjs', 'workflow.mjs'], 420],
    ['a renewal that has its session still', ['renew.mjs'], 20],
    ['the post step', ['post.mjs'], 80],
  ])('%s reads so much at most: %j, %d KiB', (_what, names, most) => {
    const bytes = names.map((name) => files[name]?.bytes ?? Number.NaN)
    expect(bytes.reduce((sum, one) => sum + one) / 1024).toBeLessThanOrEqual(most)
  })

  test('none that meet in one process share a file of ours that has a state: each would have its own', () => {
    const state =
      /^(export )?let |^(export )?const \w+[^=]* = (new (Weak)?(Map|Set)(<.*>)?\(\)|\[\])$/m
    const parts = [...GREEN, ...LAZY].flatMap(partsOf)
    const twice = parts.filter((part, at) => part.startsWith('src/') && parts.indexOf(part) < at)
    expect(twice.length).toBeGreaterThan(10)
    expect(twice.filter((part) => state.test(readFileSync(join(ROOT, part), 'utf8')))).toEqual([])
    expect(state.test(readFileSync(join(ROOT, 'src/edge/signals.ts'), 'utf8'))).toBe(true)
  })

  test('nor is what comes of such a file asked for its class: each would have its own', () => {
    const textOf = (part: string): string => readFileSync(join(ROOT, part), 'utf8')
    const parts = [...GREEN, ...LAZY].flatMap(partsOf)
    const ours = parts.filter((part) => part.startsWith('src/'))
    const twice = ours.filter((part, at) => ours.indexOf(part) < at)
    const classes = twice.flatMap((part) =>
      [...textOf(part).matchAll(/\bclass (\w+)/g)].map(([, name = '']) => name),
    )
    expect(classes).toContain('RefusedAddress')
    const asked = new Set(
      ours.flatMap((part) =>
        [...textOf(part).matchAll(/ instanceof (\w+)/g)].map(([, name = '']) => name),
      ),
    )
    expect(classes.filter((name) => asked.has(name))).toEqual([])
  })

  test('none imports anything before it runs, not even of Node: only a file beside it, on demand', () => {
    const all = Object.values(files).flatMap(({ imports }) => imports)
    expect([...new Set(all.map(({ kind }) => kind))]).toEqual(['dynamic-import'])
    const lazy = [...new Set(all.map(({ path }) => path))].sort()
    expect(lazy).toEqual([...LAZY, 'sign-in.mjs'].map((name) => `./${name}`).sort())
  })
})

describe('of the built action, by what Node reads', () => {
  let on: Street
  beforeAll(async () => {
    on = await street()
  })
  afterAll(() => on.stop())

  /** The modules that a run loads, in order: files by their names, Node's own as `node:…`. */
  async function loadedIn({ variables = {}, ...rest }: Scenario): Promise<string[]> {
    const list = join(folder, 'list')
    const hook = join(folder, 'hook.mjs')
    writeFileSync(list, '')
    writeFileSync(
      hook,
      `import { appendFileSync } from 'node:fs'
       import { registerHooks } from 'node:module'
       const load = (url, context, next) => {
         appendFileSync(${JSON.stringify(list)}, url + '\\n')
         return next(url, context)
       }
       registerHooks({ load })`,
    )
    const { exit, stderr } = await play(on, {
      ...rest,
      variables: (at) => ({
        ...(typeof variables === 'function' ? variables(at) : variables),
        NODE_OPTIONS: `--import=${pathToFileURL(hook).href}`,
      }),
    })
    expect({ exit, stderr }).toEqual({ exit: rest.exit, stderr: '' })
    const urls = readFileSync(list, 'utf8').split('\n').slice(0, -1)
    return urls.map((url) => (url.startsWith('file:') ? basename(url) : url))
  }
  const scenario = (id: string): Scenario => SCENARIOS.find((row) => row.id === id) as Scenario

  test('a green run: the door, the sign-in, and no more', async () => {
    expect(await loadedIn(READY)).toEqual(GREEN)
  })

  test('a run that STS refuses: what explains its answers, and the workflow file', async () => {
    const all = await loadedIn(scenario('role-not-assumable'))
    expect(all).toEqual([...GREEN, 'answers.mjs', 'workflow.mjs'])
  })

  test('a run that fails of anything else: what explains all', async () => {
    const all = await loadedIn(scenario('input-invalid'))
    expect(all).toEqual([...GREEN, 'workflow.mjs', 'explain.mjs'])
  })

  test('a file that is missing: an annotation says so, and no stack of ours is printed', async () => {
    const broken = join(folder, 'broken')
    await bundle({ entries: ENTRIES, outdir: broken })
    rmSync(join(broken, 'explain.mjs'))
    const env = withDefaults({ ...on.environment(), 'INPUT_AWS-REGION': 'nowhere' })
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(broken, 'main.mjs')], {
      env,
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(stdout).toMatch(
      /^::error title=unknown%3A an error inside this action stopped the step/m,
    )
    expect(stdout).toMatch(/Cannot find module \S*explain\.mjs/)
    expect(stdout).not.toMatch(/^\s+at /m)
  })

  test('a trust policy that was given: what reads it, and what explains it', async () => {
    const all = await loadedIn(scenario('trust-subject-mismatch'))
    expect(all).toEqual([...GREEN, 'trust.mjs', 'explain.mjs', 'workflow.mjs'])
  })
})
