// The job summary: what was found first, then what was seen; a page that says everything a colleague would ask for.
import type { Finding, Report } from '../model.js'
import { count } from '../text.js'
import { shownClaims } from './claims.js'
import { explainPages } from './explain-pages.js'
import { escaped, fenced, prose } from './html.js'
import { type Mark, summaryRows } from './summary-rows.js'
import { bars } from './timeline.js'

const MARK: Readonly<Record<Mark, string>> = { fine: '✅', odd: '⚠️', bad: '❌' }
const WORD = { error: 'Error', warning: 'Warning', notice: 'Notice' } as const

export function summary(report: Report): string {
  const { findings, known, timeline } = report
  const parts = [
    `### AWS OIDC preflight: ${headline(report)}`,
    ...findings.map(findingSection),
    ...rowsTable(report),
    ...(known.trust && known.trust.statements.length > 0
      ? [foldedBlock(explainPages.trustTitle(known.trust), explainPages.trustTable(known.trust))]
      : []),
    ...(known.token ? [foldedBlock('Claims of the token', claimsBlock(report))] : []),
    ...(timeline.length > 0 ? [foldedBlock('Where the time went', fenced(bars(timeline)))] : []),
  ]
  return `${parts.join('\n\n')}\n`
}

function headline({ ready, failed, findings, known }: Report): string {
  const number = (severity: string): number =>
    findings.filter((one) => one.severity === severity).length
  if (!ready) return `not ready, ${count(number('error'), 'error')}`
  const warnings = count(number('warning'), 'warning')
  if (failed) return `failed by fail-on, with ${warnings}; nothing was exported`
  const state = known.session ? 'signed in' : 'ready'
  return number('warning') > 0 ? `${state}, with ${warnings}` : state
}

function findingSection({ id, severity, title, why, fix, docs, certainty }: Finding): string {
  const sure = certainty === 'likely' ? ' (most likely)' : ''
  const steps = fix.map((step) => {
    const [first = '', ...rest] = step.split('\n')
    const block = rest.length > 0 ? `\n\n${indented(fenced(rest.join('\n')))}\n` : ''
    return `1. ${prose(first)}${block}`
  })
  return [
    `#### ${WORD[severity]}: ${escaped(title)}${sure}`,
    prose(why),
    '**Fix**',
    steps.join('\n'),
    `[${escaped(id)}](${docs})`,
  ].join('\n\n')
}

function indented(text: string): string {
  return text.replace(/^/gm, '   ')
}

/** Nothing where nothing was looked at. */
function rowsTable(report: Report): string[] {
  const rows = summaryRows(report).map(({ what, value, mark }) => {
    return `| ${MARK[mark]} | ${escaped(what)} | ${prose(value).replaceAll('<br>\n', '<br>')} |`
  })
  return rows.length > 0 ? [['| | What | Seen |', '|---|---|---|', ...rows].join('\n')] : []
}

function claimsBlock({ known }: Report): string {
  const shown = known.token ? shownClaims(known.token) : {}
  return fenced(JSON.stringify(shown, null, 2))
}

function foldedBlock(title: string, body: string): string {
  return `<details><summary>${escaped(title)}</summary>\n\n${body}\n\n</details>`
}
