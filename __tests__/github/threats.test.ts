// The threat model: each attacker and each line is there, and each line names a test that exists.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const page = readFileSync(at('docs/security.md'), 'utf8')
const sections = page.split(/^## /m).slice(1)
const rows = sections.flatMap((section) =>
  section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| reaches'))
    .map((line) => line.slice(2, -2).split(' | ')),
)
const PROOF = /\[([\w.-]+)\]\(\.\.\/(__tests__\/[\w/.-]+)\) `([^`]+)`/g

test.each(['pull request', 'branch name', 'issuer', 'proxy', 'self-hosted', 'dependency'])(
  'there is a section on: %s',
  (attacker) => {
    expect(sections.filter((section) => section.split('\n')[0]?.includes(attacker))).toHaveLength(1)
  },
)

describe('each line', () => {
  test.each(rows.map((cells) => [cells[0] ?? '', cells] as const))('%s', (_reaches, cells) => {
    expect(cells).toHaveLength(3)
    const [, stops = '', proved = ''] = cells
    expect(stops.length).toBeGreaterThan(15)
    const proofs = [...proved.matchAll(PROOF)]
    expect(proved.replace(PROOF, '').replaceAll(',', '').trim()).toBe('')
    expect(proofs.length).toBeGreaterThan(0)
    for (const [, name, path = '', title = ''] of proofs) {
      expect(path.endsWith(`/${name}`)).toBe(true)
      expect(existsSync(at(path))).toBe(true)
      const quoted = ["'", '"', '`'].map(
        (mark) => mark + title.replaceAll(mark, `\\${mark}`) + mark,
      )
      const text = readFileSync(at(path), 'utf8')
      expect({ path, title, found: quoted.some((one) => text.includes(one)) }).toMatchObject({
        found: true,
      })
    }
  })
})

test('there is more than one line for each attacker', () => {
  expect(rows.length).toBeGreaterThan(25)
})
