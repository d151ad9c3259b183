// The pictures of docs/images: all there, small enough for a page, of real names, and without what differs from run to run.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { DOCS_SCENARIOS, docsPage, settled } from '../../sandbox/look-docs.js'
import type { Played, Shot } from '../../sandbox/play.js'
import { play } from '../../sandbox/play.js'
import { nameOf } from '../../sandbox/scenario.js'
import { street } from './support.js'

const IMAGES = new URL('../../docs/images/', import.meta.url)
const names = DOCS_SCENARIOS.map(nameOf)

test('there are six, one a scenario', () => {
  expect(names).toHaveLength(6)
  expect(readdirSync(IMAGES).sort()).toEqual(names.map((name) => `${name}.png`).sort())
})

test.each(names)('%s.png is a PNG of less than 150 KB', (name) => {
  const bytes = readFileSync(new URL(`${name}.png`, IMAGES))
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(bytes.length).toBeLessThan(150_000)
})

test('ids, times, durations and the timeline are taken out', () => {
  const of = (id: string, seconds: number, bar: string): string =>
    settled(
      `signed in until 2026-11-26T10:0${seconds}:00.000Z · request id ${id} · ${seconds}12 ms · ${seconds}.1 s
"iat": ${seconds}
**Where the time went**

\`\`\`
token ${bar} ${seconds} ms
\`\`\`
end`,
    )
  const one = of('db0c7bb5-bd3a-4002-8855-d17ba3c6ec66', 1, '██')
  expect(one).toBe(of('00000000-0000-4000-8000-000000000001', 4, '████'))
  expect(one).toContain('412 ms · 0.4 s')
  expect(one).toMatch(/end$/)
})

test('the fold of the green run is open, others are closed', async () => {
  const played = { summary: '<details><summary>More</summary>\n\nx\n\n</details>' } as Played
  const page = (name: string): Promise<string> =>
    docsPage({ scenario: { id: 'ready', what: '', exit: 0, name }, played } satisfies Shot)
  expect(await page('signed-in')).toContain('<details open>')
  expect(await page('refused')).toContain('<details>')
})

describe('what is shown', () => {
  test.each(DOCS_SCENARIOS.map((one) => [nameOf(one), one] as const))(
    '%s ends as it should, and names no host of the sandbox',
    async (_name, scenario) => {
      const on = await street()
      try {
        const { exit, summary } = await play(on, scenario)
        expect(exit).toBe(scenario.exit)
        expect(summary).not.toMatch(/localhost|127\.0\.0\.1/)
      } finally {
        await on.stop()
      }
    },
  )
})
