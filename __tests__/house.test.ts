// The house keeps its own rules: layers, first lines, lengths, and that no cause lacks its evidence, test or scenario.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { SCENARIOS } from '../sandbox/scenarios.js'
import type { Cause } from '../src/causes/cause.js'
import { CAUSES } from '../src/causes/index.js'
import { HOME } from '../src/causes/shared/doc-urls.js'
import type { Check } from '../src/checks/check.js'
import { CHECKS } from '../src/checks/index.js'
import { CAUSE_IDS } from '../src/model/cause-ids.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

function filesBelow(directory: string): string[] {
  return readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(directory, path))
    .sort()
}

const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

interface Import {
  from: string
  /** `import type`, which leaves no trace in what runs. */
  typeOnly: boolean
  /** `import(…)`, which is not followed before it is called. */
  onDemand: boolean
  /** A file of ours by its path from the root, or the name of a package. */
  to: string
}

function importsOf(from: string): Import[] {
  const found = textOf(from).matchAll(
    /(?:^(import type|export type)\b[^'=]*?)?(?:\bfrom|\bimport|\b(import\())\s*'([^']+)'/gm,
  )
  return [...found].map(([, type, call, name = '']) => {
    const how = { from, typeOnly: type !== undefined, onDemand: call !== undefined }
    if (!name.startsWith('.')) return { ...how, to: name }
    const path = resolve(ROOT, dirname(from), name.replace(/\.js$/, '.ts'))
    return { ...how, to: relative(ROOT, path) }
  })
}

const SRC = filesBelow('src')
const SANDBOX = filesBelow('sandbox')
const IMPORTS = SRC.flatMap(importsOf)
const shown = ({ from, to, onDemand }: Import): string =>
  `${from} imports ${to}${onDemand ? ' on demand' : ''}`

const DOORS = ['src/main.ts', 'src/post.ts', 'src/renew.ts', 'src/sign-in.ts']
const isEdge = (file: string): boolean => file.startsWith('src/edge/')
const isOutside = (to: string): boolean => /^(node:|@actions\/|@aws-sdk\/|@smithy\/)/.test(to)

/**
 * Floors from below, each named: a new file outside of them fails. Imports go down only, a file may skip floors, and
 * rooms of one floor may know each other where no rule below forbids it.
 */
const FLOORS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['model', /^src\/(model|text|words|world)\.ts$|^src\/model\//],
  ['aws', /^src\/aws\//],
  ['knowledge', /^src\/(causes|checks|trust|workflow|documents|profile)\//],
  ['run', /^src\/(run|report)\//],
  ['steps', /^src\/steps\//],
  ['hall', /^src\/(preflight|publish|renewal|sign-in-flow)\.ts$/],
  ['doors', /^src\/(main|post|renew|sign-in)\.ts$/],
]
const floorOf = (file: string): number => FLOORS.findIndex(([, pattern]) => pattern.test(file))

/** What only explains, and where all else reaches it: a green run does not cross there, and loads nothing of it. */
const EXPLAINS =
  /^src\/(causes|trust|workflow|documents)\/|^src\/run\/(conclude|conclude-roles|(\w+-)?knowledge)\.ts$|^(yaml|jsonc-parser|smol-toml)$/
const BORDER = ['answer-knowledge', 'knowledge', 'trust-knowledge', 'workflow-knowledge'].map(
  (name) => `src/run/explain.ts imports src/run/${name}.ts on demand`,
)
/** Behind it, each is a file of its own, and what it must not drag along. */
const APART: readonly (readonly [room: string, others: RegExp])[] = [
  ['answer-knowledge', /^src\/(trust|workflow|documents)\/|^src\/causes\/(catalogue|index)\.ts$/],
  ['knowledge', /^src\/(trust|workflow|documents)\//],
  ['trust-knowledge', /^src\/(causes|workflow)\//],
  ['workflow-knowledge', /^src\/(causes|trust)\//],
]

/** Rooms of one floor that must not know each other, or one not the other. */
const STRANGERS: readonly (readonly [from: string, to: string, why: string])[] = [
  ['causes', 'checks', 'evidence is found in one, told in the other'],
  ['checks', 'causes', 'evidence is found in one, told in the other'],
  ['checks', 'trust', 'what trust found stands in the facts'],
  ['trust', 'causes', 'an evaluator is a library of its own'],
  ['trust', 'workflow', 'an evaluator is a library of its own'],
  ['workflow', 'trust', 'it reads a file'],
  ['documents', 'trust', 'a reader of text does not know what is in it'],
  ['documents', 'workflow', 'a reader of text does not know what is in it'],
  ['trust', 'checks', 'an evaluator is a library of its own'],
  ['causes', 'trust', 'what trust found stands in the facts'],
  ['causes', 'profile', 'a cause is told of a file, and reads none'],
  ['causes', 'workflow', 'a cause says which part is meant, and reads no file'],
  ['workflow', 'causes', 'it reads a file'],
  ['profile', 'causes', 'it reads a file'],
  ['run', 'report', 'a verdict does not know its pages'],
]

describe('layers', () => {
  test('every file of src stands on a floor', () => {
    expect(SRC.filter((file) => !isEdge(file) && floorOf(file) < 0)).toEqual([])
  })

  test('every import of a file of ours leads to a file', () => {
    const ours = IMPORTS.filter(({ to }) => to.endsWith('.ts'))
    expect(ours.length).toBeGreaterThan(100)
    expect(ours.filter(({ to }) => !existsSync(join(ROOT, to))).map(shown)).toEqual([])
  })

  test('imports go down only', () => {
    const up = IMPORTS.filter(({ from, to }) => !isEdge(from) && floorOf(to) > floorOf(from))
    expect(up.map(shown)).toEqual([])
  })

  test('the edge is seen by the doors alone', () => {
    const seen = IMPORTS.filter(({ from, to }) => isEdge(to) && !isEdge(from))
    expect(seen.length).toBeGreaterThan(0)
    expect(seen.filter(({ from }) => !DOORS.includes(from)).map(shown)).toEqual([])
  })

  test('the edge sees nothing of ours but the model, and what is known of AWS', () => {
    const seen = IMPORTS.filter(({ from, to }) => isEdge(from) && to.endsWith('.ts') && !isEdge(to))
    expect(seen.filter(({ to }) => floorOf(to) > 1).map(shown)).toEqual([])
  })

  test('one file of the edge for each outside package', () => {
    const speakers = (name: string): string[] => [
      ...new Set(
        IMPORTS.filter(({ to, typeOnly }) => to === name && !typeOnly).map(({ from }) => from),
      ),
    ]
    expect(speakers('@actions/core')).toEqual(['src/edge/runner.ts'])
    expect(speakers('@actions/http-client')).toEqual(['src/edge/http.ts'])
    // One unsigned call, and the whole client for the signed one, which is loaded only where it is made.
    expect(speakers('@aws-sdk/client-sts')).toEqual([
      'src/edge/sts-signed.ts',
      'src/edge/sts-unsigned.ts',
    ])
  })

  test('pure files import nothing of Node, the toolkit or the SDK', () => {
    const pure = IMPORTS.filter(({ from }) => !isEdge(from) && !DOORS.includes(from))
    expect(pure.filter(({ to }) => isOutside(to)).map(shown)).toEqual([])
  })

  test('pure files name no global of the outside', () => {
    const world =
      /\b(process\.|fetch\(|Date\.now|new Date\(\)|setTimeout|performance\.|Math\.random|console\.)/
    const pure = SRC.filter((file) => !isEdge(file) && !DOORS.includes(file))
    expect(pure.filter((file) => world.test(codeOf(textOf(file))))).toEqual([])
  })

  test('a table is asked by names from outside for what is its own alone', () => {
    const table = /^(?:export )?const ([A-Z_]+): Readonly<Record<string, /gm
    const asked = SRC.flatMap((file) => {
      const code = codeOf(textOf(file))
      const names = [...code.matchAll(table)].map(([, name = '']) => name)
      return names
        .filter((name) => new RegExp(`\\b${name}\\[`).test(code))
        .map((name) => `${file}: ${name}`)
    })
    expect(asked).toEqual([])
  })

  test.each(STRANGERS)('%s does not know %s: %s', (one, other) => {
    const between = IMPORTS.filter(
      ({ from, to }) => from.startsWith(`src/${one}/`) && to.startsWith(`src/${other}/`),
    )
    expect(between.map(shown)).toEqual([])
  })

  test.each([
    ['src', SRC],
    ['sandbox', SANDBOX],
    ['scripts', filesBelow('scripts')],
    ['evidence', filesBelow('evidence')],
  ])('no circle of imports in %s, types included', (_folder, files) => {
    expect(circlesAmong(files)).toEqual([])
  })

  test('what only explains is reached through its border alone', () => {
    const crossing = IMPORTS.filter(
      ({ from, to, typeOnly }) => !typeOnly && EXPLAINS.test(to) && !EXPLAINS.test(from),
    )
    expect(crossing.map(shown)).toEqual(BORDER)
  })

  test.each(APART)('run/%s.ts is loaded without the rooms of the others', (name, others) => {
    const reached = reachedFrom(`src/run/${name}.ts`)
    expect(reached.length).toBeGreaterThan(10)
    expect(reached.filter((file) => others.test(file))).toEqual([])
  })

  test('trust/ is a library: nobody imports a file of it but its face', () => {
    const benchmarks = filesBelow('benchmarks').flatMap(importsOf)
    const seen = [...IMPORTS, ...SANDBOX.flatMap(importsOf), ...benchmarks].filter(
      ({ from, to }) => to.startsWith('src/trust/') && !from.startsWith('src/trust/'),
    )
    expect(seen.length).toBeGreaterThan(0)
    const within = ['benchmarks/hostile.ts imports src/trust/nearest.ts']
    expect(seen.filter(({ to }) => to !== 'src/trust/index.ts').map(shown)).toEqual(within)
    expect(
      IMPORTS.filter(
        ({ from, to }) => from.startsWith('src/trust/') && to.endsWith('trust/index.ts'),
      ),
    ).toEqual([])
  })

  test('src does not know the sandbox, and the sandbox knows nothing of src', () => {
    const both = [...IMPORTS, ...SANDBOX.flatMap(importsOf)]
    const between = both.filter(
      ({ from, to }) => from.split('/')[0] !== to.split('/')[0] && /^(src|sandbox)\//.test(to),
    )
    expect(between.map(shown)).toEqual([])
  })

  test('src depends on no package but those that are bundled', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: object }
    const names = IMPORTS.map(({ to }) => to).filter((to) => !/\.ts$|^node:/.test(to))
    const packageOf = (name: string): string => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name
    expect([...new Set(names.map(packageOf))].filter((name) => !(name in dependencies))).toEqual([])
  })
})

/** The file, and all that it loads. */
function reachedFrom(file: string): string[] {
  const reached = new Set([file])
  for (const from of reached)
    for (const { to, typeOnly, onDemand } of IMPORTS.filter((one) => one.from === from))
      if (!typeOnly && !onDemand) reached.add(to)
  return [...reached]
}

/** The groups of files that import each other round about (Tarjan's strongly connected components). */
function circlesAmong(files: readonly string[]): string[] {
  const targets = new Map(files.map((file) => [file, importsOf(file).map(({ to }) => to)]))
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[] = []
  const visit = (file: string): void => {
    order.set(file, order.size)
    lowest.set(file, order.size - 1)
    open.push(file)
    for (const to of targets.get(file) ?? []) {
      if (!targets.has(to)) continue
      if (!order.has(to)) visit(to)
      if (!open.includes(to)) continue
      lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(to) ?? 0))
    }
    if (lowest.get(file) !== order.get(file)) return
    const group = open.splice(open.indexOf(file))
    if (group.length > 1) circles.push(group.sort().join(' '))
  }
  for (const file of files) if (!order.has(file)) visit(file)
  return circles
}

function codeOf(text: string): string {
  const comments = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
  const strings = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`$]*`/g
  return text.replace(comments, '').replace(strings, "''")
}

describe('files', () => {
  test('begin with a comment that says what they are', () => {
    const first = /^\/\/ \S.{15,}[.?]$/
    const files = [...SRC, ...SANDBOX].filter(
      (file) => !first.test(textOf(file).split('\n')[0] ?? ''),
    )
    expect(files).toEqual([])
  })

  test('have 200 lines at most', () => {
    const free = ['src/aws/partitions.ts', 'src/causes/catalogue.ts']
    const long = [...SRC, ...SANDBOX]
      .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > 200 && !free.includes(file))
    expect(long).toEqual([])
  })

  test('are named in kebab-case', () => {
    const names = [...SRC, ...SANDBOX].map((file) => basename(file, '.ts'))
    expect(names.filter((name) => !/^[a-z\d]+(-[a-z\d]+)*$/.test(name))).toEqual([])
  })
})

describe('causes', () => {
  // That each of them has a cause of just that id, and that nothing names another, is held by the types.
  const ids: readonly string[] = CAUSE_IDS
  let filed: { file: string; cause: Cause }[] = []

  beforeAll(async () => {
    const files = SRC.filter((file) => file.startsWith('src/causes/'))
    const found = await Promise.all(
      files.map(async (file) => {
        const exported = (await import(join(ROOT, file))) as Record<string, unknown>
        return Object.values(exported)
          .filter(isCause)
          .map((cause) => ({ file, cause }))
      }),
    )
    filed = found.flat()
  })

  test('one a file, under its id', () => {
    expect(filed.length).toBeGreaterThan(50)
    const misfiled = filed.filter(({ file, cause }) => basename(file, '.ts') !== cause.id)
    expect(misfiled.map(({ file, cause: { id } }) => `${id} in ${file}`)).toEqual([])
  })

  test.each(['evidence/<id>.json', '__tests__/causes/<id>.test.ts'])('each has %s', (pattern) => {
    const path = (id: string): string => join(ROOT, pattern.replace('<id>', id))
    expect(ids.filter((id) => !existsSync(path(id)))).toEqual([])
  })

  test('each has a scenario, and every scenario a cause', () => {
    const scenarios = new Set(SCENARIOS.map(({ id }) => id).filter((id) => id !== 'ready'))
    expect(ids.filter((id) => !scenarios.has(id))).toEqual([])
    expect([...scenarios].filter((id) => !ids.includes(id))).toEqual([])
  })

  test('each has a page of somebody else that says more', () => {
    expect(CAUSES.filter(({ docs }) => docs.length === 0).map(({ id }) => id)).toEqual([])
  })

  test('evidence and tests of causes belong to a cause', () => {
    const named = (directory: string, pattern: RegExp): string[] =>
      readdirSync(join(ROOT, directory)).flatMap((name) => pattern.exec(name)?.[1] ?? [])
    const orphans = [
      ...named('evidence', /^(.*)\.json$/).filter((id) => id !== 'sts-observations'),
      ...named('__tests__/causes', /^(.*)\.test\.ts$/).filter(
        (id) => !existsSync(join(ROOT, 'src/causes', `${id}.ts`)),
      ),
    ]
    const known = new Set([...ids, 'ids', 'words'])
    expect(orphans.filter((id) => !known.has(id))).toEqual([])
  })
})

function isCause(value: unknown): value is Cause {
  const { id, explain } = (value ?? {}) as Partial<Cause>
  return typeof id === 'string' && typeof explain === 'function'
}

test('each check is in a file under its id, is in CHECKS once, and has a test', async () => {
  const files = SRC.filter((file) => file.startsWith('src/checks/'))
  const filed = await Promise.all(
    files.map(async (file) => {
      const exported = (await import(join(ROOT, file))) as Record<string, unknown>
      const checks = Object.values(exported).filter(isCheck)
      return checks.map(({ id }) => ({ file: basename(file, '.ts'), id }))
    }),
  )
  const ids = CHECKS.map(({ id }) => id)
  expect(filed.flat().filter(({ file, id }) => file !== id)).toEqual([])
  expect(filed.flat().map(({ id }) => id)).toEqual([...ids].sort())
  const tested = (id: string): boolean =>
    existsSync(join(ROOT, '__tests__/checks', `${id}.test.ts`))
  expect(ids.filter((id) => !tested(id))).toEqual([])
})

function isCheck(value: unknown): value is Check {
  const { id, judge } = (value ?? {}) as Partial<Check>
  return typeof id === 'string' && typeof judge === 'function'
}

test("the home that links fall back on is package.json's repository", () => {
  const { repository } = JSON.parse(textOf('package.json')) as { repository: { url: string } }
  expect(repository.url).toBe(`git+${HOME}.git`)
})

test('no test holds the machine to a speed: that is what benchmarks/ is for', () => {
  const spent = /expect\(.*(performance\.now\(\)|Date\.now\(\)|hrtime\S*) - .*\.toBeLess/
  expect(filesBelow('__tests__').filter((file) => spent.test(textOf(file)))).toEqual([])
})
