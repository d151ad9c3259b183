// Proves: the ids that workflows gate on are all there, from evidence to page. They are never renamed and never used again.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { SCENARIOS } from '../sandbox/scenarios.js'
import { CAUSES } from '../src/causes/index.js'
import { unknown } from '../src/causes/unknown.js'
import { CAUSE_IDS } from '../src/model/cause-ids.js'

const at = (path: string): URL => new URL(`../${path}`, import.meta.url)

/** `npm run docs` adds each new id to it, and takes none out. */
const SHIPPED = JSON.parse(readFileSync(at('docs/causes/shipped-ids.json'), 'utf8')) as string[]

describe('ids that have shipped', () => {
  test('none is listed twice, and none of today is left out', () => {
    expect(new Set(SHIPPED).size).toBe(SHIPPED.length)
    expect(CAUSE_IDS.filter((id) => !SHIPPED.includes(id))).toEqual([])
  })

  test.each(SHIPPED)('%s has its cause, evidence, test, scenario and page', (id) => {
    expect(CAUSE_IDS).toContain(id)
    expect([...CAUSES, unknown].filter((cause) => cause.id === id)).toHaveLength(1)
    expect(SCENARIOS.some((scenario) => scenario.id === id)).toBe(true)
    expect(existsSync(at(`src/causes/${id}.ts`))).toBe(true)
    expect(existsSync(at(`evidence/${id}.json`))).toBe(true)
    expect(existsSync(at(`__tests__/causes/${id}.test.ts`))).toBe(true)
    expect(existsSync(at(`docs/causes/${id}.md`))).toBe(true)
  })
})
