// The report file: the whole run as JSON of version 1, for tools (docs/report.schema.json).

import { LONGEST_TRUST_POLICY } from '../aws/limits.js'
import type { Fetched, Finding, Report, Step } from '../model.js'
import { clip } from '../text.js'
import { taskName } from '../words.js'
import { shownClaims } from './claims.js'
import { sessionsByName } from './roles.js'

export function reportFile(whole: Report): string {
  const { ready, findings, chain, checks, timeline, known, roles } = whole
  const { token, issuer, session, signature, trust } = known
  const report = {
    version: 1,
    ready,
    findings: findings.map(findingFacts),
    chain,
    checks,
    timeline: timeline.map(({ task, ...span }) => ({ name: taskName(task), ...span })),
    ...(token ? { token: shownClaims(token) } : {}),
    ...(issuer
      ? {
          issuer: {
            url: issuer.url,
            signature,
            total_ms: issuer.totalMs,
            discovery: documentFacts(issuer.discovery),
            ...(issuer.jwks ? { jwks: documentFacts(issuer.jwks) } : {}),
          },
        }
      : {}),
    ...(trust
      ? {
          trust: {
            source: trust.source,
            allowed: trust.allowed,
            ...(trust.doubt ? { doubt: trust.doubt } : {}),
            statements: trust.statements,
          },
        }
      : {}),
    ...(session ? { session } : {}),
    ...(roles.length > 0 ? { sessions: sessionsByName(whole) } : {}),
  }
  return `${JSON.stringify(report, bounded, 2)}\n`
}

/** The steps of all three groups in one list, in the order in which they are to be read. */
function findingFacts(whole: Finding) {
  const { where: _where, answeredBy: _by, steps, otherwise, confirm, evidence, ...finding } = whole
  const grouped = (group: string, own: readonly Step[]) =>
    own.map(({ kind: _kind, ...step }) => ({ group, ...step }))
  return {
    ...finding,
    steps: [
      ...grouped('do', steps),
      ...grouped('otherwise', otherwise),
      ...grouped('confirm', confirm),
    ],
    evidence: { failures: evidence },
  }
}

/** In characters: a statement of the longest policy, indented. What is to be pasted is of no use cut. */
const LONGEST_CODE = 2 * LONGEST_TRUST_POLICY
/** In characters, and in members: whoever reads the report is not to read a megabyte of somebody's key id. */
const LONGEST_TEXT = 4096
const MOST_MEMBERS = 1000

function bounded(name: string, value: unknown): unknown {
  if (typeof value === 'string') return clip(value, name === 'code' ? LONGEST_CODE : LONGEST_TEXT)
  return Array.isArray(value) ? value.slice(0, MOST_MEMBERS) : value
}

/** What was observed of a document, but not the document: keys and fields stand in the issuer, for all to read. */
function documentFacts({
  url,
  observed,
  freshness,
  result,
}: Fetched<unknown>): Record<string, unknown> {
  return { ...observed, url, ...(freshness ? { freshness } : {}), readable: result.ok }
}
