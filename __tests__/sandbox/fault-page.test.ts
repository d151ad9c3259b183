// The page of the fault table: each cell a row of its service's table, and what did not end as it has to, in bold.
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { CELLS, isRight, type Told } from '../../sandbox/fault-cells.js'
import { faultPage } from '../../sandbox/fault-page.js'

const [cell] = CELLS.filter(({ service, ending }) => service === 'sts' && ending[0] === 1)
if (!cell) throw new Error('no cell')
const [, ...causes] = cell.ending
const told: Told = { ...cell, exit: 1, causes, exported: false, asked: 1, ms: 900, stderr: '' }

test('a run as it has to be', () => {
  expect(isRight(told)).toBe(true)
  const page = faultPage([told])
  expect(page).toContain('1 faults, 1 runs, of which each ended as it has to')
  expect(page).toContain('\n## STS\n')
  expect(page).toContain(`| ${cell.row.name} | \`${causes[0]}\` | 1 | no | 1 | at once |\n`)
  expect(page).not.toContain('## The token service')
})

test('how fast the machine is stands nowhere; the limit that ended a run does', () => {
  expect(faultPage([{ ...told, ms: 4000 }])).toBe(faultPage([told]))
  expect(faultPage([{ ...told, limitSeconds: 15, asked: 9 }])).toContain(
    '| several | within 15 s |',
  )
})

test.each<[string, Partial<Told>]>([
  ['another exit code', { exit: 0 }],
  ['no end', { exit: null }],
  ['another cause', { causes: ['unknown'] }],
  ['one cause too many', { causes: [...causes, 'unknown'] }],
  ['exported all the same', { exported: true }],
  ['a word on stderr', { stderr: 'Warning' }],
])('%s: wrong, and shown so', (_what, change) => {
  const wrong = { ...told, ...change }
  expect(isRight(wrong)).toBe(false)
  expect(faultPage([wrong, told])).toMatch(/all but 1 ended as it has to[\s\S]*\| \*\*`/)
})

test('docs/reliability.md has each cell once, and each ends there as it has to', () => {
  const page = readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8')
  const rows = page.split('\n').filter((line) => / \| (yes|no) \| /.test(line))
  expect(rows).toHaveLength(CELLS.length)
  const missing = CELLS.filter(({ group, row, ending: [exit, ...ids] }) => {
    const cause = ids.map((id) => `\`${id}\``).join(', ') || 'none'
    const head = `| ${group} | ${row.name} | ${cause} | ${exit} | ${exit === 0 ? 'yes' : 'no'} |`
    return !rows.some((line) => line.startsWith(head))
  })
  expect(missing).toEqual([])
})
