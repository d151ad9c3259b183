// Every workflow that the docs show, whole files and blocks: GitHub's parser and actionlint take it, and it is as careful as ours.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { actionlint, parseErrors } from './linters.js'
import { RULES, sourceOf } from './rules.js'

const ROOT = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')
const below = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, ROOT)).flatMap((name) =>
    name.endsWith(ending) ? [`${folder}/${name}`] : [],
  )

const RECIPES = below('docs/recipes', '.yml')
const PAGES = [
  ...['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...['docs', 'docs/recipes', 'docs/causes'].flatMap((folder) => below(folder, '.md')),
]
const action = parse(read('action.yml')) as { inputs: object; outputs: object }
const INPUTS = new Set(Object.keys(action.inputs))
const OUTPUTS = new Set(Object.keys(action.outputs))

/** A block as a whole file: who shows a part of one shows no trigger, or the steps alone. */
function wholeOf(block: string): string | undefined {
  const text = block.replace('<40 hex>', '0'.repeat(40))
  if (/^jobs:$/m.test(text)) return /^on:/m.test(text) ? text : `on: push\n${text}`
  const steps = text.replace(/^permissions:\n(?: .*\n)+/m, '').replace(/^steps:\n/m, '')
  if (!/^ *- (uses|run|name|id):/.test(steps)) return undefined
  const [, permissions = ''] = /^(permissions:\n(?: .*\n)+)/m.exec(text) ?? []
  const indent = ' '.repeat(6 - steps.search(/\S/))
  const job = `jobs:\n  shown:\n    runs-on: ubuntu-latest\n    steps:\n`
  return `on: push\n${permissions}${job}${steps.replace(/^(?=.)/gm, indent)}`
}

const BLOCKS = PAGES.flatMap((page) =>
  [...read(page).matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)]
    .flatMap(([, block = '']) => wholeOf(block) ?? [])
    .map((text, at): [string, string] => [`${page}, ${at + 1}`, text]),
)
const ALL = [...RECIPES.map((path): [string, string] => [path, read(path)]), ...BLOCKS]

test('there are recipes and blocks', () => {
  expect(RECIPES.length).toBeGreaterThanOrEqual(10)
  expect(BLOCKS.length).toBeGreaterThanOrEqual(4)
})

describe.each(ALL)('%s', (name, text) => {
  test("GitHub's parser takes it", async () => {
    expect(await parseErrors(text, name)).toEqual([])
  })

  test('actionlint finds nothing', async () => {
    expect(await actionlint(text, 'workflow.yml')).toEqual([])
  })

  const ours = Object.entries(sourceOf(text).workflow.jobs).flatMap(
    ([job, { steps = [], ...rest }]) =>
      steps
        .filter(({ uses }) => uses?.startsWith('aws-oidc-preflight/'))
        .map((step) => ({ job, step, rest })),
  )

  test('the jobs that sign in may ask for a token, and say so themselves or at the top', () => {
    const top = sourceOf(text).workflow.permissions
    const without = ours.filter(({ job, rest }) => {
      // Steps alone say nothing of their job.
      if (job === 'shown' && top === undefined) return false
      const may = (rest.permissions ?? top) as Record<string, string> | undefined
      return may?.['id-token'] !== 'write'
    })
    expect(without.map(({ job }) => job)).toEqual([])
  })

  test('inputs and outputs are those that there are', () => {
    const inputs = ours.flatMap(({ step }) => Object.keys(step.with ?? {}))
    expect(inputs.filter((input) => !INPUTS.has(input))).toEqual([])
    const ids = new Set(ours.flatMap(({ step }) => step.id ?? []))
    const outputs = [...text.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/g)]
      .filter(([, id = '']) => ids.has(id))
      .map(([, , output = '']) => output)
    expect(outputs.filter((output) => !OUTPUTS.has(output))).toEqual([])
  })

  test('a file that an input names has been checked out before', () => {
    const checkedOut = ({ job }: { job: string }): boolean =>
      sourceOf(text).workflow.jobs[job]?.steps?.[0]?.uses?.startsWith('actions/checkout@') === true
    const needs = ours.filter(({ step }) => step.with?.['trust-policy'] !== undefined)
    expect(needs.filter((one) => !checkedOut(one)).map(({ job }) => job)).toEqual([])
  })
})

/** Of whole files. Actions stand there by their version, for people; the rest of the rules is as for ours. */
const CAREFUL = [
  'nothing is allowed at the top',
  'each job says what it needs',
  'no trigger runs with rights on what strangers wrote',
  'no job of a pull request may write, but for findings of code scanning',
  'no expression stands in a script',
  'no secret is read',
  'a checkout keeps no token',
  'no job takes a branch that a stranger names',
  'nobody is let in by name',
  'no old command is allowed again',
]

describe.each(RECIPES)('%s is careful', (path) => {
  test.each(CAREFUL)('%s', (rule) => {
    const text = read(path)
    const complaintsOf = RULES[rule]
    if (!complaintsOf) throw new Error(`no rule ${rule}`)
    const asked = rule === 'no job of a pull request may write, but for findings of code scanning'
    const complaints = complaintsOf(sourceOf(text))
    // An ID token is what the recipe is about, also for a role of pull requests.
    expect(asked ? complaints.filter((one) => !one.endsWith(': id-token')) : complaints).toEqual([])
  })

  test('says at its top what it is for, and ends each job that it runs', () => {
    expect(read(path)).toMatch(/^# [A-Z].{20,}/)
    const { jobs } = sourceOf(read(path)).workflow
    const endless = Object.entries(jobs).filter(
      ([, job]) => job.uses === undefined && !job['timeout-minutes'],
    )
    expect(endless.map(([name]) => name)).toEqual([])
  })

  test('stands in the index', () => {
    const name = path.split('/').at(-1) ?? ''
    expect(read('docs/recipes/README.md')).toContain(`[${name}](${name})`)
  })
})
