// Annotations: one for each finding, plain text within the runner's limits, its page always there.
import { expect, test } from '@jest/globals'
import { CAUSE_IDS } from '../../src/model/cause-ids.js'
import type { Finding } from '../../src/model.js'
import {
  annotations,
  LONGEST_MESSAGE,
  MOST_OF_A_KIND,
  messageOf,
} from '../../src/report/annotations.js'
import { sanitise } from '../../src/text.js'

const finding = (change: Partial<Finding> = {}): Finding => ({
  id: 'token-expired',
  severity: 'error',
  certainty: 'certain',
  title: 'the token has expired',
  why: 'It ended.',
  fix: ['Do this:\nrun me', 'Or that.'],
  docs: 'https://github.com/o/r/blob/v1/docs/causes/token-expired.md',
  evidence: [],
  ...change,
})

test('says why, then each step of the fix, then the page on the last line', () => {
  expect(annotations([finding()])).toEqual([
    {
      severity: 'error',
      title: 'token-expired: the token has expired',
      message:
        'It ended.\n\nFix: Do this:\nrun me\nFix: Or that.\n\nhttps://github.com/o/r/blob/v1/docs/causes/token-expired.md',
    },
  ])
})

test('points at a line only where the line is known', () => {
  const place = { file: '.github/workflows/deploy.yml', line: 7 }
  expect(annotations([finding({ place })])[0]).toMatchObject(place)
  expect(annotations([finding({ where: 'step' })])[0]).not.toHaveProperty('file')
})

test.each([4000, 4096, 5000, 100_000])(
  'with a why of %i characters is within the limit and keeps its page',
  (length) => {
    const message = messageOf(finding({ why: 'x'.repeat(length) }))
    expect(message.length).toBeLessThanOrEqual(LONGEST_MESSAGE)
    expect(message).toMatch(
      /…\n\nhttps:\/\/github\.com\/o\/r\/blob\/v1\/docs\/causes\/token-expired\.md$/,
    )
  },
)

test('is within the limit also after hostile text has been broken up', () => {
  const evil = messageOf(finding({ why: '##[error]\n::error::\n'.repeat(2000) }))
  // What the runner's edge does with it: each command grows by a blank.
  const shown = sanitise(evil)
  expect(shown.length).toBeLessThanOrEqual(LONGEST_MESSAGE)
  expect(shown).toMatch(/token-expired\.md$/)
})

test('a message that fits is not touched', () => {
  expect(messageOf(finding())).not.toContain('…')
})

test('ten of each kind are shown, the first ones, and no kind takes the room of another', () => {
  const many = (severity: Finding['severity']) =>
    Array.from({ length: MOST_OF_A_KIND + 2 }, (_, n) =>
      finding({ id: CAUSE_IDS[n] ?? 'unknown', severity }),
    )
  const shown = annotations([...many('error'), ...many('warning'), ...many('notice')])
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const titles = shown.filter((one) => one.severity === severity).map(({ title }) => title)
    expect(titles).toHaveLength(MOST_OF_A_KIND)
    expect(titles[0]).toMatch(new RegExp(`^${CAUSE_IDS[0]}:`))
    expect(titles.at(-1)).toMatch(new RegExp(`^${CAUSE_IDS[MOST_OF_A_KIND - 1]}:`))
  }
})
