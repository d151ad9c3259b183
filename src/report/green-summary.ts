// The summary of a run in which nothing was found: one line and one fold; for who has no role yet, how to make one.
import type { Link, Report } from '../model.js'
import { firstRunSteps } from './first-run.js'
import { prose } from './html.js'
import { details, inline, steps } from './markdown.js'
import { trustTable, trustTitle } from './trust-table.js'
import { STATE, verdictLine } from './verdict-line.js'

export function greenHead(report: Report): string[] {
  const first = firstRunSteps(report.known)
  return [
    `### ${inline(verdictLine(report))}`,
    ...(first.length > 0 ? ['To let this job sign in:', ...steps(first)] : []),
  ]
}

/** `seen`: what was seen, as every summary tells it. */
export function greenFold(report: Report, seen: readonly string[]): string {
  const { trust } = report.known
  return details(
    titleOf(report),
    [
      ...seen,
      ...(trust && trust.statements.length > 0
        ? [`**${prose(trustTitle(trust))}**`, trustTable(trust)]
        : []),
    ].join('\n\n'),
  )
}

function titleOf(report: Report): string {
  const names = report.chain.map(({ link, state }) => `${NAMES[link]} ${STATE[state]}`)
  const end = Math.max(0, ...report.timeline.map(({ end_ms }) => end_ms))
  return [...names, `${(end / 1000).toFixed(1)} s`].join(' · ')
}

const NAMES: Readonly<Record<Link['link'], string>> = {
  inputs: 'Inputs',
  token: 'Token',
  issuer: 'issuer',
  sts: 'STS',
  role: 'role',
  export: 'hand-over',
}
