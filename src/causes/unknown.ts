// unknown: an answer that no other cause takes; it has the last word, and only the raw facts.
import type { Failure, Known } from '../model.js'
import { oneLine, quote } from '../text.js'
import type { Cause } from './cause.js'

export const unknown: Cause<'unknown'> = {
  id: 'unknown',
  section: 'sts',
  title: 'a failure that is not known yet',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole', 'commonErrors'],
  matches: () => true,
  explain: (failure: Failure, _known: Known) => ({
    why: `This failure is not known yet, so nothing is guessed about it. What was seen: ${rawFacts(failure)}`,
    fix: [
      "Look the code up in the peer's own documentation; the report file holds all that was seen.",
      'Open an issue in the repository of this action with the facts above, so that the next one is explained.',
    ],
  }),
  page: {
    meaning:
      'Something failed in a way that no page of this catalogue describes. The annotation shows the raw facts and claims nothing.',
    tell: 'The raw code, message, HTTP status and request id stand in the annotation and in the report file.',
  },
}

function rawFacts(failure: Failure): string {
  if (failure.kind === 'aws') {
    const { code, message, status, requestId } = failure
    return `STS answered HTTP ${status}, code ${quote(code)}, message ${quote(message, 600)}, request id ${quote(requestId)}.`
  }
  if (failure.kind === 'bug') return `an error inside this action, ${quote(failure.message, 600)}.`
  return `${oneLine(JSON.stringify(failure), 900)}.`
}
