// The pictures of docs/images: summaries of runs at the endpoints that users have, without what differs from run to run.
import { styleOf, summaryHtml } from './look-page.js'
import type { Shot } from './play.js'
import { atRealNames } from './real-names.js'
import { nameOf, type Scenario } from './scenario.js'
import { SCENARIOS } from './scenarios.js'

/** Sharp on most screens, and still small files. */
export const DOCS_SCALE = 1.15

/** What users meet first and most, in the order of the README. */
const SHOWN: readonly (readonly [picture: string, scenario: string])[] = [
  ['refused', 'trust-subject-mismatch'],
  ['signed-in', 'ready'],
  ['refused-without-policy', 'role-not-assumable'],
  ['immutable-subject', 'trust-subject-immutable'],
  ['permission-missing', 'token-permission-missing'],
  ['first-run', 'first-run'],
]

export const DOCS_SCENARIOS: readonly Scenario[] = SHOWN.flatMap(([name, scenario]) =>
  SCENARIOS.filter((one) => nameOf(one) === scenario).map((one) => atRealNames({ ...one, name })),
)

const TIMES = { iat: 1795687200, nbf: 1795686900, exp: 1795708800 }

/** A page that is the summary alone; that of a green run, which is one line, with its fold open. */
export async function docsPage({ scenario, played }: Shot): Promise<string> {
  const shown = await summaryHtml(settled(played.summary))
  const body = scenario.name === 'signed-in' ? shown.replace('<details>', '<details open>') : shown
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${styleOf('light')}</style><body>${body}</body></html>`
}

/** Ids, times and durations as of one run, and no timeline, so that a picture changes only if the page does. */
export function settled(summary: string): string {
  return summary
    .replace(/\*\*Where the time went\*\*\n\n```\n[\s\S]*?```\n/, '')
    .replace(
      /"(iat|nbf|exp)": \d+/g,
      (_all, name: keyof typeof TIMES) => `"${name}": ${TIMES[name]}`,
    )
    .replace(/\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g, '3f1c0a52-6a0e-4c1b-9a51-0f6e2f7c9d10')
    .replace(/\b20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '2026-11-26T11:00:00Z')
    .replace(/\b\d+ ms\b/g, '412 ms')
    .replace(/· \d+\.\d s\b/g, '· 0.4 s')
}
