// Text from outside is only ever text: each payload in each place, and every view of the run looked at as those read it who act on it.
import { afterAll, describe, expect, test } from '@jest/globals'
import { githubTree, type HtmlNode, textOf } from '../sandbox/github-markdown.js'
import type { Made } from './in-process.js'
import { ran, removeRuns } from './in-process.js'
import { PLACES } from './injected.js'
import { ranByShell } from './pasted.js'
import { PAYLOADS } from './payloads.js'
import { liveText } from './report/shape.js'

afterAll(removeRuns)

const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029\ud800-\udfff]/u
const COMMAND =
  /^::(error|warning|notice)( title=[^,:\r\n]*(,file=[^,:]*,line=\d+)?)?::|^::(debug|group|endgroup)::|^::add-mask::/

function expectLog({ stdout }: Made): void {
  const lines = stdout.split(/[\n\r]/)
  for (const line of lines.filter((one) => /^\s*::/.test(one))) expect(line).toMatch(COMMAND)
  const shown = lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
  expect(shown).not.toMatch(/##\[/)
  expect(UNSEEN.exec(shown)).toBeNull()
  expect(shown.length).toBeLessThan(200_000)
}

/** What our own pages are made of. */
const ELEMENTS = new Set(
  'h3 p br span strong code pre details summary ul ol li table thead tbody tr th td a sub'.split(
    ' ',
  ),
)
const OURS =
  /^https:\/\/(github\.com\/aws-oidc-preflight\/|(docs|health)\.aws\.amazon\.com\/|docs\.github\.com\/|www\.githubstatus\.com)/

/** What GitHub makes links and formulas of wherever it stands, but in code. */
const CALLS = /(^|\W)(@\w|#\d|GH-\d)|\$[\w`$]|:\/\/\w|\bwww\./

function liveTexts(node: HtmlNode): string[] {
  if (['code', 'pre', 'a'].includes(node.tagName ?? '')) return []
  return [
    ...(node.value === undefined ? [] : [node.value]),
    ...(node.children ?? []).flatMap(liveTexts),
  ]
}

function below(node: HtmlNode): HtmlNode[] {
  return (node.children ?? []).flatMap((child) => [child, ...below(child)])
}

async function expectPage({ summary }: Made): Promise<void> {
  expect(UNSEEN.exec(summary)).toBeNull()
  const longest = summary.split('\n').map((line) => `${line.length}: ${line.slice(0, 80)}`)
  expect(longest.filter((line) => Number.parseInt(line, 10) > 50_000)).toEqual([])
  expect(summary.length).toBeLessThan(400_000)
  const tree = await githubTree(summary)
  const all = below(tree).filter(({ type }) => type === 'element')
  expect(all.map(({ tagName = '' }) => tagName).filter((name) => !ELEMENTS.has(name))).toEqual([])
  const links = all.flatMap(({ properties }) => String(properties?.['href'] ?? ''))
  expect(links.filter((link) => link !== '' && !OURS.test(link))).toEqual([])
  expect(all.filter(({ properties }) => properties?.['open'] !== undefined)).toEqual([])
  for (const { children = [] } of all.filter(({ tagName }) => tagName === 'details'))
    expect(children.find(({ type }) => type === 'element')?.tagName).toBe('summary')
  for (const bold of all.filter(({ tagName }) => tagName === 'strong'))
    expect(textOf(bold)).not.toMatch(/^_?obeyed/)
  expect(liveTexts(tree).filter((text) => CALLS.test(text))).toEqual([])
  const rows = liveText(summary)
    .split('\n')
    .filter((line) => line.startsWith('|'))
  expect(rows.filter((row) => ![3, 6].includes(row.match(/\|/g)?.length ?? 0))).toEqual([])
  // What swallows the rest of the page takes its last line.
  const last = (tree.children ?? []).findLast(({ type }) => type === 'element')
  expect(['p', 'details']).toContain(last?.tagName)
}

const OUTPUTS =
  /^(ready|causes|report|issuer|subject|token-audience|aws-account-id|authenticated-arn|aws-expiration)$/
const EXPORTED = /^AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|REGION|DEFAULT_REGION)$/

/** As the runner reads its files (actions/runner, FileCommandManager.cs). */
function namesIn(text: string): string[] {
  const names: string[] = []
  const lines = text.split('\n')
  for (let at = 0; at < lines.length - 1; at++) {
    const [, name = '', end = ''] = /^([^<=]+)<<(.+)$/.exec(lines[at] ?? '') ?? []
    names.push(name === '' ? `a line of its own: ${lines[at]}` : name)
    const to = lines.indexOf(end, at + 1)
    at = to < 0 ? lines.length : to
  }
  return names
}

function expectFiles({ outputs, exported, state, files }: Made): void {
  expect(namesIn(outputs).filter((name) => !OUTPUTS.test(name))).toEqual([])
  expect(namesIn(exported).filter((name) => !EXPORTED.test(name))).toEqual([])
  expect(namesIn(state).filter((name) => !/^\w+$/.test(name))).toEqual([])
  for (const text of Object.values(files)) expect(text).not.toMatch(/^\[default\]$[\s\S]*obeyed/m)
}

interface Coded {
  code?: string
  language?: string
}

/** A value, or members of an object. */
function isJson(code: string): boolean {
  return [code, `{${code}}`].some((text) => {
    try {
      return JSON.parse(text) !== undefined
    } catch {
      return false
    }
  })
}

function expectReport({ report }: Made): Coded[] {
  if (report === '') return []
  expect(UNSEEN.exec(report)).toBeNull()
  const { findings } = JSON.parse(report) as { findings: { steps: Coded[] }[] }
  const codes = findings.flatMap(({ steps }) => steps).filter(({ code }) => code !== undefined)
  for (const { code, language } of codes)
    if (language === 'json') expect(isJson(code ?? '')).toBe(true)
  return codes
}

/** `INJECTION=all npm test -- __tests__/injection` plays each payload in each place; else each place has one in three, and each payload a third of the places. */
const EVERY = process.env['INJECTION'] === 'all' ? 1 : 3

const places = Object.entries(PLACES).map(([place, setupOf], row) => {
  const payloads = Object.entries(PAYLOADS).filter((_one, at) => (at + row) % EVERY === 0)
  return [place, setupOf, payloads] as const
})

describe.each(places)('in %s', (_place, setupOf, payloads) => {
  const commands = new Set<string>()

  test.each(payloads)('%s', async (_what, text) => {
    const made = await ran(setupOf(text))
    expectLog(made)
    await expectPage(made)
    expectFiles(made)
    for (const { code = '', language } of expectReport(made))
      if (language === 'sh') commands.add(code)
    expect([0, 1]).toContain(made.exit)
  })

  test('nothing that a command holds is obeyed by the shell that it is pasted into', () => {
    expect(ranByShell([...commands])).toEqual([])
  })
})
