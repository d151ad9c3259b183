// The job summary: the verdict, how far it got, what to do; everything else is closed until somebody opens it.
import type { Finding, Link, Report } from '../model.js'
import { capitalised, count, oneLine, quote } from '../text.js'
import { stsAnswer } from '../words.js'

import { shownClaims } from './claims.js'
import { firstRunSteps } from './first-run.js'
import { greenFold, greenHead } from './green-summary.js'
import { escaped, fenced, prose } from './html.js'
import { blocks, details, folds, inline, steps } from './markdown.js'
import { greenRoles, redRoles } from './roles.js'
import { summaryRows } from './summary-rows.js'
import { bars } from './timeline.js'
import { trustTable, trustTitle } from './trust-table.js'
import { isSignedIn, SIGN, STATE, verdictLine } from './verdict-line.js'

export function summary(report: Report): string {
  const [root, ...others] = report.findings.filter(({ severity }) => severity !== 'notice')
  const notices = report.findings.filter(({ severity }) => severity === 'notice')
  const parts = root
    ? [
        `### ${inline(verdictLine(report))}`,
        // Who is signed in has come the whole way.
        ...(report.ready && isSignedIn(report) ? [] : chainLine(report.chain)),
        ...(root.roles ? redRoles(report) : []),
        ...rootSection(root),
        ...nextErrors(others),
        ...(root.roles ? [] : redRoles(report)),
        ...greenRoles(report),
        ...more(report, [...others.filter(({ severity }) => severity !== 'error'), ...notices]),
        ...firstRun(report),
        ...facts(report),
        footer(root, report),
      ]
    : [
        ...greenHead(report),
        ...greenRoles(report),
        ...more(report, notices),
        greenFold(report, seen(report)),
      ]
  return `${parts.join('\n\n')}\n`
}

/** What comes after the place where it stopped goes without saying, but for STS: whether AWS was asked does not. */
export function chainLine(chain: readonly Link[]): string[] {
  const links = chain
    .filter(({ link: name, state }) => state !== 'not-tried' || name === 'sts')
    .map(({ state, detail }) => {
      const text = inline(detail)
      return `${STATE[state]} ${state === 'failed' ? `**${text}**` : text}`
    })
  return links.length > 0 ? [links.join(' → ')] : []
}

/** A warning is no reason to keep back how a role is made. */
function firstRun({ ready, known }: Report): string[] {
  const first = ready ? firstRunSteps(known) : []
  return first.length > 0 ? [details('How to let this job sign in', steps(first).join('\n\n'))] : []
}

/** One that is about some of several roles is not yet named above the table. */
function rootSection(root: Finding): string[] {
  const head = root.roles ? [`**${inline(capitalised(root.headline))}** · ${link(root)}`] : []
  return [...head, ...findingSection(root)]
}

function findingSection(finding: Finding): string[] {
  return [...blocks(finding.shown), ...steps(finding.steps), ...folds(finding)]
}

/** Errors beside the root cause: with that one fixed, the next sign-in meets them; those of other roles stand for themselves. */
function nextErrors(others: readonly Finding[]): string[] {
  return others
    .filter(({ severity }) => severity === 'error')
    .flatMap((finding) => [
      `**${finding.roles ? '' : 'Then the next sign-in stops here:** '}${inline(finding.headline)}${finding.roles ? '**' : ''} · ${link(finding)}`,
      ...blocks(finding.shown.filter(({ show }) => show === 'difference')),
      details('How to fix it', wholeBody(finding)),
    ])
}

/** One line each; what to do about them is folded. */
function more({ ready, findings: all }: Report, findings: readonly Finding[]): string[] {
  if (findings.length === 0) return []
  const rows = findings.map(
    (finding) => `| ${SIGN[finding.severity]} | ${inline(finding.headline)} · ${link(finding)} |`,
  )
  // Nobody has said of what could not be decided that it is not the cause.
  const isUnsettled = findings.some(({ id }) => id === 'trust-undecided')
  const rest = ready
    ? restInWords(findings, all.length > findings.length)
    : `${findings.length} more${isUnsettled ? '' : ', not the cause of this failure'}`
  const fixes = findings.map(
    (finding) => `**${inline(finding.headline)}**\n\n${wholeBody(finding)}`,
  )
  return [
    `**${rest}**`,
    ['| | |', '|---|---|', ...rows].join('\n'),
    details('Fixes for these', fixes.join('\n\n')),
  ]
}

/** Beside a finding that is shown already they are more; alone they are what they are. */
function restInWords(findings: readonly Finding[], isMore: boolean): string {
  return isMore ? `${findings.length} more` : capitalised(count(findings.length, 'notice'))
}

function wholeBody(finding: Finding): string {
  return findingSection(finding).join('\n\n')
}

function link({ id, docs }: Finding): string {
  return `[${escaped(id)}](${docs})`
}

/** What was seen, for who wants to look at it: in one fold, but the trust policy in its own where it may be the matter. */
function facts(report: Report): string[] {
  const { known } = report
  const trust = known.trust && known.trust.statements.length > 0 ? known.trust : undefined
  return [
    ...(trust ? [details(trustTitle(trust), trustTable(trust))] : []),
    ...(known.token || report.timeline.length > 0
      ? [details('What was seen', seen(report).join('\n\n'))]
      : []),
  ]
}

function seen(report: Report): string[] {
  const { known, timeline } = report
  return [
    ...rowsTable(report),
    ...(known.token ? ['**Claims of the token**', claimsBlock(report)] : []),
    ...(timeline.length > 0 ? ['**Where the time went**', fenced(bars(timeline))] : []),
  ]
}

function rowsTable(report: Report): string[] {
  const rows = summaryRows(report.known).map(
    ({ what, value }) => `| ${escaped(what)} | ${prose(value)} |`,
  )
  return rows.length > 0 ? [['| | |', '|---|---|', ...rows].join('\n')] : []
}

function claimsBlock({ known }: Report): string {
  const shown = known.token ? shownClaims(known.token) : {}
  return fenced(JSON.stringify(shown, null, 2), 'json')
}

/** Of these the chain shows what AWS said. */
const IN_CHAIN = new Set<Finding['link']>(['token', 'issuer'])

/** The place in the workflow, which an annotation alone would tell; what AWS said, where it is not shown above. */
function footer(root: Finding, { timeline }: Report): string {
  const end = Math.max(0, ...timeline.map(({ end_ms }) => end_ms))
  const shown = IN_CHAIN.has(root.link) || root.shown.some(({ show }) => show === 'answer')
  const said = shown ? undefined : stsAnswer(root)
  const answers = root.evidence.flatMap((one) => (one.kind === 'aws' ? [one] : []))
  const [id] = answers.map(({ requestId }) => requestId).filter((one) => one !== '')
  const parts = [
    link(root),
    root.certainty === 'likely' ? 'most likely' : 'certain',
    ...(root.place && said === undefined
      ? [`${prose(quote(root.place.file))} line ${root.place.line}`]
      : []),
    ...(said === undefined
      ? []
      : [`${root.answeredBy ?? 'AWS'} said “${escaped(oneLine(said, 120))}”`]),
    ...(id === undefined ? [] : [`request id ${prose(quote(id))}`]),
    ...(end > 0 ? [`${end} ms`] : []),
  ]
  return `<sub>${parts.join(' · ')}</sub>`
}
