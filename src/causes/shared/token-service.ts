// What the causes of the token service's answers share: its host, whose answer it looks like, and where to look.
import type { Headers, Known, RunContext } from '../../model.js'
import { oneLine, quote } from '../../text.js'
import { DOC_URLS } from './doc-urls.js'

export const GITHUB_STATUS = `Look whether GitHub Actions has an incident now: ${DOC_URLS.githubStatus}`

/** What the answer shows of itself: content type, server, and its start. */
export function describeTokenAnswer(headers: Headers, excerpt: string): string {
  const parts = [
    ['content type', headers['content-type']],
    ['server', headers['server']],
    ['via', headers['via']],
    ['start', oneLine(excerpt, 120)],
  ]
  const shown = parts.filter(([, value]) => value).map(([name, value]) => `${name} ${quote(value)}`)
  return shown.length === 0 ? 'The answer was empty.' : `The answer: ${shown.join(', ')}.`
}

/** For an answer that is not GitHub's: who is between, and how to get past. */
export function pastTheProxy(host: string, { selfHosted }: RunContext): string[] {
  return [
    `Let this runner reach ${quote(host)} without a page in between: allow the host in the proxy or firewall, or set for the runner NO_PROXY=${oneLine(host)}`,
    ...(selfHosted
      ? [
          'Then restart the runner, which reads these variables from its `.env` file when it starts.',
        ]
      : []),
  ]
}

/** That it was not given up at once, where that is so. */
export function describeRetries({ inputs }: Known): string {
  return inputs && inputs.maxAttempts > 1
    ? ' It was asked again, with growing waits, and answered the same.'
    : ''
}
