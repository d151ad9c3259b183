// The page of what people see: each view is a frame of its own, and what a run wrote stays text in it.
import { expect, test } from '@jest/globals'
import { lookPage, view } from '../../sandbox/look-page.js'
import type { Played } from '../../sandbox/play.js'
import { READY } from '../../sandbox/scenarios.js'

const PLAYED = {
  summary: '### ✅ Fine\n\n<script>alert(1)</script>',
  exit: 0,
  log: {
    lines: ['a <b> line'],
    annotations: [
      {
        severity: 'warning',
        properties: { title: 'id: <i>x</i>', file: '.github/workflows/a.yml', line: '3' },
        message: 'one\n</pre><script>alert(1)</script>',
      },
    ],
  },
} as unknown as Played

test('a view shows annotations with their place, the summary, and the log', async () => {
  const page = await view(PLAYED, 'dark')
  expect(page).toContain('<body class="dark">')
  expect(page).toContain('.github/workflows/a.yml#L3')
  expect(page).toContain('a &lt;b&gt; line')
  expect(page).toMatch(/<h3[^>]*>✅ Fine<\/h3>/)
  expect(page).not.toMatch(/<script|<i>/)
})

test('the page has light and dark, wide and narrow', async () => {
  const page = await lookPage([{ scenario: READY, played: PLAYED }])
  expect(page.match(/<iframe /g)).toHaveLength(4)
  for (const name of ['light, 1012 px', 'light, 390 px', 'dark, 1012 px', 'dark, 390 px'])
    expect(page).toContain(name)
  expect(page).not.toContain('<script')
})
