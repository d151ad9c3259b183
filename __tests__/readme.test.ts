// The README against the code: its workflows can be run, its commands and files are there, and the annotation that it shows is one.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { knownWith } from '../evidence/baseline.js'
import { evidenceOf } from '../evidence/read.js'
import { play } from '../sandbox/play.js'
import { SCENARIOS } from '../sandbox/scenarios.js'
import { diagnose } from '../src/causes/index.js'
import { roleNotAssumable } from '../src/causes/role-not-assumable.js'
import { annotations } from '../src/report/annotations.js'
import { street } from './sandbox/support.js'

const at = (path: string): URL => new URL(`../${path}`, import.meta.url)
const read = (path: string): string => readFileSync(at(path), 'utf8')
const readme = read('README.md')
const action = parse(read('action.yml')) as { inputs: object; outputs: object }

const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  )
const section = (title: string): string =>
  readme.split(/^## /m).find((part) => part.startsWith(title)) ?? ''

interface Step {
  id?: string
  uses?: string
  with?: Record<string, unknown>
}
interface Job {
  needs?: string
  if?: string
  permissions?: Record<string, string>
  outputs?: Record<string, string>
  steps: Step[]
}
const workflows = blocks('yaml')
  .filter((text) => /^jobs:/m.test(text))
  .map((text) => parse(text) as { permissions?: Record<string, string>; jobs: Record<string, Job> })

const isOurs = ({ uses }: Step): boolean => uses?.startsWith('aws-oidc-preflight/') === true

describe('workflows', () => {
  test.each(
    workflows.flatMap(({ permissions, jobs }) =>
      Object.entries(jobs).map(
        ([name, job]) => [name, job, job.permissions ?? permissions] as const,
      ),
    ),
  )('the job %s may ask for a token, and has checked out what it runs', (_name, job, may) => {
    const own = job.steps.filter(isOurs)
    expect(own.length).toBeGreaterThan(0)
    expect(may?.['id-token']).toBe('write')
    const [first] = job.steps
    if (first?.uses?.startsWith('actions/checkout@')) expect(may?.['contents']).toBe('read')
    else expect(job.steps).toEqual(own)
  })

  test.each(blocks('yaml'))('%j gives only inputs that there are', (text) => {
    const names = [...text.matchAll(/^ {10}([\w-]+):/gm)].map(([, name = '']) => name)
    const inputs = names.filter((name) => name !== 'AWS_PROFILE')
    expect(inputs.filter((name) => !(name in action.inputs))).toEqual([])
  })

  test('the recipe of a gate: the preflight must not fail before the outputs can be asked', () => {
    const { jobs } = parse(read('docs/recipes/gate.yml')) as { jobs: Record<string, Job> }
    const { preflight, deploy } = jobs
    const [step] = preflight?.steps ?? []
    expect(step?.with?.['fail-on']).toBe('never')
    for (const [name, value] of Object.entries(preflight?.outputs ?? {})) {
      expect(value).toBe(`\${{ steps.${step?.id}.outputs.${name} }}`)
      expect(action.outputs).toHaveProperty(name)
    }
    expect(deploy).toMatchObject({
      needs: 'preflight',
      if: "needs.preflight.outputs.ready == 'true'",
    })
    const roleOf = (job?: Job): unknown => job?.steps.find(isOurs)?.with?.['role-to-assume']
    expect(roleOf(deploy)).toBe(roleOf(preflight))
  })
})

describe('at the top', () => {
  const [top = ''] = readme.split(/^## /m)

  test('two pictures, with words for who cannot see them', () => {
    const pictures = [...top.matchAll(/<img src="([^"]+)" width="\d+" alt="([^"]+)">/g)]
    expect(pictures).toHaveLength(2)
    for (const [, path = '', alt = ''] of pictures) {
      expect(existsSync(at(path))).toBe(true)
      expect(alt.length).toBeGreaterThan(60)
    }
  })

  const rows = [...top.matchAll(/^\| (.+) \| \[(.+)\]\(docs\/causes\/(.+)\.md\) \|$/gm)].map(
    ([, said = '', headline = '', id = '']): [string, string, string] => [headline, said, id],
  )

  test('four sentences, each with what this action says instead', () => {
    expect(rows).toHaveLength(4)
  })

  test.each(rows)('%s', async (headline, said, id) => {
    const scenario = SCENARIOS.find((one) => one.id === id)
    if (!scenario) throw new Error(`no scenario ${id}`)
    const on = await street()
    try {
      const { findings } = JSON.parse((await play(on, scenario)).report) as {
        findings: { headline: string }[]
      }
      expect(findings[0]?.headline).toBe(headline)
    } finally {
      await on.stop()
    }
    expect(read('docs/causes/README.md') + read(`docs/causes/${id}.md`)).toContain(said)
  })

  test('each entry of the contents leads to a section or a file', () => {
    const anchor = (title: string): string =>
      title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')
    const sections = new Set(
      readme.split(/^## /m).map((part) => `#${anchor(part.split('\n')[0] ?? '')}`),
    )
    const [, contents = ''] = /\*\*Contents:\*\*([\s\S]*?)\n\n/.exec(top) ?? []
    const targets = [...contents.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target)
    expect(targets.length).toBeGreaterThan(10)
    expect(targets.filter((one) => !sections.has(one) && !existsSync(at(one)))).toEqual([])
  })
})

test('it is read in ten minutes, its tables of inputs and outputs aside', () => {
  const own = readme.replace(/<!-- \w+: generated -->[\s\S]*?<!-- end -->/g, '')
  expect(own.split(/\s+/).length).toBeLessThan(2000)
})

test('every npm script and every file that it names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const named = [...readme.matchAll(/npm (?:run (?:-s )?)?(ci|start|test|[a-z]+)\b/g)]
  for (const [, name = ''] of named)
    if (name !== 'ci' && name !== 'run') expect(scripts).toHaveProperty(name)
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path)
  expect(links.filter((path) => !path.startsWith('https:') && !existsSync(at(path)))).toEqual([])
})

test('the annotation that it shows is the one of role-not-assumable', () => {
  const [piece] = evidenceOf(roleNotAssumable.id)
  if (!piece) throw new Error('no evidence')
  const [annotation] = annotations([diagnose(piece.failure, knownWith(piece.known))])
  const lines = (/```text\n([\s\S]*?)```/.exec(section('How to read an annotation'))?.[1] ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().split(/ {3,}/)[0] ?? '')
  expect(lines[0]).toBe(`Error: ${annotation?.message.split('\n')[0]}`)
  for (const line of lines.slice(1, -1)) expect(annotation?.message).toContain(line)
  expect(lines.at(-1)).toBe('https://github.com/…/docs/causes/role-not-assumable.md')
  expect(annotation?.message.endsWith('/docs/causes/role-not-assumable.md')).toBe(true)
})
