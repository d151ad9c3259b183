// unknown: an answer that no other cause takes; it has the last word, and only the raw facts.
import type { Block, Failure, Known, LinkName, Step } from '../model.js'
import { oneLine, quote } from '../text.js'
import { answererOf } from '../words.js'
import type { Cause, Explanation } from './cause.js'
import { DOC_URLS, newIssue } from './shared/doc-urls.js'
import { stsHost } from './shared/sts.js'

/** Of a message, in an issue that everybody may read. */
const MOST = 300

export const unknown: Cause<'unknown'> = {
  id: 'unknown',
  section: 'sts',
  link: linkOf,
  title: 'a failure that is not known yet',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole', 'commonErrors'],
  matches: () => true,
  explain: (failure: Failure, known: Known): Explanation => ({
    headline: headlineOf(failure),
    shown: shownOf(failure),
    steps: [issueStep(failure, known), lookStep(failure, known)],
    ...(failure.kind === 'bug' ? { stop: 'Error inside this action' } : {}),
  }),
  page: {
    meaning:
      'Something failed in a way that no page of this catalogue describes. The finding shows the raw facts and claims nothing.',
    tell: 'The raw code, message, HTTP status and request id are in the finding and in the report file.',
  },
}

function headlineOf(failure: Failure): string {
  if (failure.kind === 'aws')
    return `STS answered ${quote(failure.code, 60)} (HTTP ${failure.status}), which this action does not know yet`
  if (failure.kind === 'bug') return 'an error inside this action stopped the step'
  return `a failure of the kind ${quote(failure.kind)} that this action does not know yet`
}

function shownOf(failure: Failure): Block[] {
  if (failure.kind === 'aws') {
    const { message, requestId } = failure
    return [
      {
        show: 'values',
        values: [
          { name: 'message', value: message },
          ...(requestId === '' ? [] : [{ name: 'request id', value: requestId }]),
        ],
      },
    ]
  }
  const value = failure.kind === 'bug' ? failure.message : JSON.stringify(failure)
  return [{ show: 'values', values: [{ name: 'seen', value: oneLine(value, 600) }] }]
}

/** Nothing but what the service said, without account ids: an issue is public, and hosts and paths are not ours to tell. */
function issueStep(failure: Failure, { run }: Known): Step {
  const facts = factsOf(failure).map(([name, value]) => `${name}: ${oneLine(value, MOST)}`)
  const version = oneLine(run.actionRef)
  const body = [...facts, ...(version === '' ? [] : [`Version: ${version}`])].join('\n')
  return {
    say: 'Open an issue with these facts, so that the next one is explained',
    code: newIssue(`Unknown failure: ${oneLine(titleOf(failure), 80)}`, body, run),
    language: 'url',
  }
}

function titleOf(failure: Failure): string {
  if (failure.kind === 'aws') return failure.code
  return failure.kind === 'bug' ? failure.message : failure.kind
}

function factsOf(failure: Failure): [name: string, value: string][] {
  if (failure.kind === 'aws')
    return [
      ['Code', failure.code],
      ['Message', failure.message.replace(/(?<![a-z\d])\d{12}(?![a-z\d])/gi, '<account>')],
      ['HTTP status', String(failure.status)],
      ['Request id', failure.requestId],
    ]
  if (failure.kind === 'bug') return [['Error', failure.message]]
  if ('code' in failure)
    return [
      ['Kind', failure.kind],
      ['Code', failure.code],
    ]
  return [['Kind', failure.kind]]
}

function lookStep(failure: Failure, known: Known): Step {
  if (failure.kind !== 'aws')
    return { say: 'Look into the report file: it holds all that was seen' }
  if (answererOf(known) === 'STS')
    return {
      say: `Look for the reason in the log of ${quote(stsHost(known), 60)}`,
      then: 'The report file holds all that was seen.',
    }
  return {
    say: `Look the code up in AWS's documentation (${DOC_URLS.commonErrors})`,
    then: 'The report file holds all that was seen.',
  }
}

/** Who failed, or how far the sign-in had come. */
function linkOf(failure: Failure, { token, session }: Known): LinkName {
  if (failure.kind === 'aws') return 'sts'
  if ('peer' in failure) return LINKS[failure.peer]
  if (session) return 'export'
  return token ? 'sts' : 'token'
}

const LINKS = {
  'token-service': 'token',
  discovery: 'issuer',
  jwks: 'issuer',
  sts: 'sts',
} as const
