// What is bundled into dist/: packages under licences that users may take, and none that looks up credentials.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { bundle, ENTRIES } from '../scripts/bundle.js'

/** Those that .github/workflows/dependency-review.yml allows, of what is bundled and of what only builds and tests. */
const FREE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC-BY-4.0']
const TAKEN = [...FREE, 'CC0-1.0', 'ISC', 'MIT']

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const out = mkdtempSync(join(tmpdir(), 'bundle-'))
let packages: string[] = []

beforeAll(async () => {
  const { inputs } = await bundle({ entries: ENTRIES, outdir: out })
  const names = Object.keys(inputs).flatMap(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/[^:]*$/.exec(path)?.[1] ?? [],
  )
  packages = [...new Set(names)].sort()
})
afterAll(() => rmSync(out, { recursive: true }))

/** Each licence of an SPDX expression; of alternatives, one that is free is enough. */
function unfree(expression: string): string[] {
  const parts = expression.replace(/[()]/g, '').split(' AND ')
  return parts.filter((part) => !part.split(' OR ').some((one) => TAKEN.includes(one)))
}

test('the check of a licence can fail', () => {
  expect(unfree('MIT')).toEqual([])
  expect(unfree('(MIT OR GPL-3.0-only)')).toEqual([])
  expect(unfree('Apache-2.0 AND AGPL-3.0-only')).toEqual(['AGPL-3.0-only'])
  expect(unfree('SEE LICENSE IN LICENSE.md')).toHaveLength(1)
})

describe('licences', () => {
  test('what is bundled is under these licences, and no other', () => {
    expect(packages.length).toBeGreaterThan(10)
    const licences = packages.map((name) => {
      const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as {
        license?: string
      }
      return [name, license ?? 'none'] as const
    })
    expect(licences.filter(([, license]) => unfree(license).length > 0)).toEqual([])
  })

  test('what only builds and tests is under them too', () => {
    const { packages: locked } = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { license?: string }>
    }
    const all = Object.entries(locked).filter(([path]) => path !== '')
    expect(all.length).toBeGreaterThan(300)
    expect(all.filter(([, { license }]) => unfree(license ?? 'none').length > 0)).toEqual([])
  })

  test('dist/licenses.txt names all of what is bundled', () => {
    const text = read('dist/licenses.txt')
    expect(packages.filter((name) => !text.includes(`${name} `))).toEqual([])
  })

  test('the review of dependencies allows the same', () => {
    const [, list = ''] =
      /allow-licenses: >-\n\s+(.*)\n/.exec(read('.github/workflows/dependency-review.yml')) ?? []
    expect(list.split(', ').sort()).toEqual([...TAKEN].sort())
  })
})

test('nothing that looks up credentials is bundled', () => {
  expect(
    packages.filter((name) => /credential-provider|shared-ini|property-provider/.test(name)),
  ).toEqual([])
  expect(packages).not.toContain('undici')
})
