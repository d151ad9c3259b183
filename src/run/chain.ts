// The chain that a sign-in is: how far it got, and where it stopped.
import { asksForRole } from '../model/input.js'
import type { Finding, Known, Link, LinkName, LinkState, Report } from '../model.js'
import { count, oneLine, quote } from '../text.js'
import { stsAnswer } from '../words.js'

type Drawn = Pick<Report, 'findings' | 'known' | 'timeline' | 'roles'>

/** In their order; `inputs` and `export` only where something was found there. Empty where the job held a session already. */
export function signInChain(report: Drawn): Link[] {
  const { known } = report
  if (known.existing) return []
  const asked = known.inputs !== undefined && asksForRole(known.inputs)
  // What is handed over has been signed in to.
  const exported = worst(report, 'export') !== undefined
  const names: LinkName[] = [
    ...(worst(report, 'inputs') ? ['inputs' as const] : []),
    'token',
    'issuer',
    'sts',
    ...(asked && !exported ? ['role' as const] : []),
    ...(exported ? ['export' as const] : []),
  ]
  return names.map((link) => linkOf(link, report))
}

function linkOf(link: LinkName, report: Drawn): Link {
  const finding = worst(report, link)
  const state = stateOf(link, finding, report)
  return {
    link,
    state,
    detail:
      state === 'failed' ? failedText(link, finding, report) : PASSING[link][state](report.known),
  }
}

/** The first error, else the first warning: findings come in that order. */
function worst({ findings }: Drawn, link: LinkName): Finding | undefined {
  return findings.find((one) => one.link === link && one.severity !== 'notice')
}

function stateOf(link: LinkName, finding: Finding | undefined, report: Drawn): LinkState {
  if (finding?.severity === 'error') return 'failed'
  // Whatever stopped the others, they did not come as far.
  if (link === 'role' && signedIn(report) > 0 && signedIn(report) < report.roles.length)
    return 'failed'
  const reached = REACHED[link](report)
  if (reached === 'passed' && finding) return 'warned'
  return reached
}

/** What became of a link in which no error was found. */
const REACHED: Readonly<Record<LinkName, (report: Drawn) => LinkState>> = {
  inputs: () => 'passed',
  token: ({ known }) => (known.token ? 'passed' : 'not-tried'),
  issuer: ({ known, findings }) => {
    if (findings.some(({ id }) => id === 'issuer-unchecked') || known.issuer?.pending)
      return 'not-known'
    if (!known.issuer) return 'not-tried'
    // What is wrong with it is known where it was found.
    const found = findings.some(({ link, severity }) => link === 'issuer' && severity === 'warning')
    return known.issuer.jwks?.result.ok || found ? 'passed' : 'not-known'
  },
  sts: (report) => {
    if (report.known.session || signedIn(report) > 0 || accepted(report)) return 'passed'
    if (answer(report) === undefined) return 'not-tried'
    // Another STS does not say how far it came.
    return worst(report, 'role')?.severity === 'error' ? 'not-known' : 'failed'
  },
  role: (report) =>
    report.known.session || signedIn(report) > 0 || granted(report.findings)
      ? 'passed'
      : 'not-tried',
  export: () => 'passed',
}

/** STS accepted the token, and stopped at the role; or signed in, and this action goes no further. */
function accepted({ findings, known }: Drawn): boolean {
  return (
    granted(findings) ||
    (known.inputs?.customEndpoint !== true &&
      findings.some(
        ({ severity, link, evidence }) =>
          severity === 'error' && link === 'role' && evidence.some(({ kind }) => kind === 'aws'),
      ))
  )
}

/** Of several roles. */
function signedIn({ roles }: Drawn): number {
  return roles.filter(({ session }) => session).length
}

/** There was a session, which is not handed to the job. */
function granted(findings: readonly Finding[]): boolean {
  return findings.some(({ severity, link }) => severity === 'error' && link === 'export')
}

/** What STS answered, where it refused; a code alone where it has no words. */
function answer({ findings }: Drawn): string | undefined {
  const said = findings.map(stsAnswer).find((text) => text !== undefined)
  const refusal = findings.flatMap(({ evidence }) => evidence).find(({ kind }) => kind === 'aws')
  return said ?? (refusal?.kind === 'aws' ? refusal.code : undefined)
}

function failedText(link: LinkName, finding: Finding | undefined, report: Drawn): string {
  if (link === 'role' && report.roles.length > 0)
    return `${signedIn(report)} of ${report.roles.length} roles signed in`
  if (finding?.stop !== undefined) return finding.stop
  if (link === 'token' && report.known.token === undefined) return 'No token'
  if (link === 'sts') return stsText(finding, report)
  return link === 'role' ? roleText(report.known) : FAILED[link]
}

/** AWS's sentence stands here where something else was found to be its reason; else the headline is about it already. */
function stsText(finding: Finding | undefined, report: Drawn): string {
  const said = answer(report)
  if (said === undefined) return 'STS'
  return finding ? 'STS refused' : `STS: “${beginning(oneLine(said))}”`
}

/** In characters: enough to know AWS's sentence by; the footer or the report has the whole. */
const BEGINNING = 36

/** Whole words. */
function beginning(text: string): string {
  if (text.length <= BEGINNING) return text
  return `${text.slice(0, text.lastIndexOf(' ', BEGINNING)).replace(/[.,;:]$/, '')}…`
}

const FAILED: Readonly<Record<Exclude<LinkName, 'sts' | 'role'>, string>> = {
  inputs: 'Inputs',
  token: 'Token',
  issuer: 'Issuer',
  export: 'Hand-over to the job',
}

function roleText({ inputs }: Known): string {
  const { name = '', account = '' } = inputs?.role ?? {}
  return account === ''
    ? `Role ${quote(name)}`
    : `Role ${quote(name)} in account ${oneLine(account)}`
}

type Words = (known: Known) => string

const PASSING: Readonly<Record<LinkName, Readonly<Record<Exclude<LinkState, 'failed'>, Words>>>> = {
  inputs: words('Inputs', 'Inputs', 'Inputs', 'Inputs'),
  token: words('Token issued', 'Token, with a warning', 'Token', 'No token requested'),
  issuer: {
    ...words('Issuer', 'Issuer, with a warning', 'Issuer not checked', 'Issuer not checked'),
    passed: ({ signature }) => (signature === 'valid' ? 'Issuer and signature' : 'Issuer'),
  },
  sts: words('STS accepted the token', 'STS, with a warning', 'STS unknown', 'STS not asked'),
  role: {
    ...words('Role', 'Role, with a warning', 'Role', 'Role not reached'),
    passed: ({ inputs }) =>
      inputs?.role ? `Role ${quote(inputs.role.name)}` : count(inputs?.roles.length ?? 0, 'role'),
  },
  export: words('Hand-over', 'Hand-over, with a warning', 'Hand-over', 'Nothing handed over'),
}

function words(
  passed: string,
  warned: string,
  unknown: string,
  untried: string,
): Record<Exclude<LinkState, 'failed'>, Words> {
  return {
    passed: () => passed,
    warned: () => warned,
    'not-known': () => unknown,
    'not-tried': () => untried,
  }
}
