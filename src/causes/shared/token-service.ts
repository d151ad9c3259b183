// What the causes of the token service's answers share: what the answer shows of itself, and where to look.
import type { Block, Headers, Known, RunContext, Step } from '../../model.js'
import { oneLine, quote, shellWord } from '../../text.js'
import { DOC_URLS } from './doc-urls.js'
import { IF_SET } from './network.js'

/** With the slash at its end, the summary makes a link of it. */
export const STATUS_STEP: Step = {
  say: `Look at ${DOC_URLS.githubStatus}/ for an incident of GitHub Actions`,
}

/** Content type, server, and the start of the answer, of a page its title; nothing where it has none of them. */
export function answerValues(headers: Headers, excerpt: string): Block[] {
  const title = /<title[^>]*>([^<]+)/i.exec(excerpt)?.[1]
  const parts = [
    ['content-type', headers['content-type']],
    ['server', headers['server']],
    ['via', headers['via']],
    title === undefined ? ['body', oneLine(excerpt, 80)] : ['title', oneLine(title, 80)],
  ] as const
  const values = parts.flatMap(([name, value]) => (value ? [{ name, value }] : []))
  return values.length === 0 ? [] : [{ show: 'values', values }]
}

/** Whether this machine reaches the service at all, whoever answered the action. */
export function askService(host: string): Step {
  return {
    say: 'Ask the service from the same machine',
    code: `curl -sS -o /dev/null -w '%{http_code}\\n' https://${shellWord(host)}`,
    language: 'sh',
    then: 'If it prints 401, the machine can reach the service: run the job again.',
  }
}

/** For an answer that is not GitHub's: how to get past what is in between. */
export function pastTheProxy(host: string, { selfHosted }: RunContext): Step {
  return {
    say: `Allow ${quote(host, 60)} in the proxy or firewall of this runner, or bypass the proxy with this in its environment, ${IF_SET}`,
    code: `NO_PROXY=${shellWord(host)}`,
    language: 'sh',
    ...(selfHosted
      ? {
          then: 'A self-hosted runner reads it from its `.env` file: restart the runner afterwards.',
        }
      : {}),
  }
}

/** That it was not given up at once, where that is so. */
export function describeRetries({ inputs }: Known): string {
  return inputs && inputs.maxAttempts !== 1 ? ' Retries got the same answer.' : ''
}
