// The ID token: asked of the runner's token service, or read from a file; masked before anything else touches it.
import { excerptOf, isHtml } from '../aws/http-answers.js'
import { LONGEST_TOKEN } from '../aws/limits.js'
import { REQUEST_VARIABLES } from '../model/problem.js'
import { Secret } from '../model/secret.js'
import type { Failure, Result, Token } from '../model.js'
import { waitLine } from '../report/log.js'
import { explained } from '../run/explain.js'
import { withRetries } from '../run/retry.js'
import type { Run } from '../run/run.js'
import type { HttpAnswer, World } from '../world.js'
import { decodeToken } from './decode-token.js'
import { httpFailure } from './http-failure.js'

/** The runner's own service answers in well under a second; its host may be slow to come up. */
const TIMEOUT_MS = 10_000
const LARGEST_ANSWER = 64 * 1024

/** One attempt; fails with `no-token-permission`, `token-file`, `token`, `network`, `http` or `document`. */
export async function requestToken({ world, inputs, log }: Run): Promise<Result<Token>> {
  const { runner } = world
  if (inputs.webIdentityTokenFile !== '') {
    const root = runner.env('GITHUB_WORKSPACE') ?? '.'
    const text = runner.readFile(inputs.webIdentityTokenFile, root, LONGEST_TOKEN)
    return text.ok ? decodeToken(world, text.value.trim(), 'file') : text
  }
  const [url = '', bearer = ''] = REQUEST_VARIABLES.map((name) => runner.env(name))
  if (url === '' || bearer === '') return { ok: false, failure: missingPermission(url, bearer) }
  runner.mask(bearer)
  const answer = await world.http.get({
    peer: 'token-service',
    url: `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(inputs.audience)}`,
    bearer: new Secret(bearer),
    timeoutMs: TIMEOUT_MS,
    maxBytes: LARGEST_ANSWER,
  })
  if (!answer.ok) return answer
  const { headers, receivedAt } = answer.value.observed
  log.hear('token-service', headers['date'], receivedAt)
  return tokenFrom(world, answer.value)
}

function missingPermission(url: string, bearer: string): Failure {
  const missing = REQUEST_VARIABLES.filter((_name, index) => [url, bearer][index] === '')
  return { kind: 'no-token-permission', missing }
}

function tokenFrom(world: World, { observed, body }: HttpAnswer): Result<Token> {
  const { status, headers, url } = observed
  const seen = { peer: 'token-service' as const, url: withoutQuery(url), status }
  // A 2xx without `value` may hold anything, even a token under another name: only a page is quoted.
  const isPage = isHtml(body)
  const excerpt = status >= 300 || isPage ? excerptOf(body) : ''
  if (status !== 200)
    return {
      ok: false,
      failure: { ...httpFailure('token-service', observed, excerpt), url: seen.url },
    }
  const value = tokenValue(body)
  if (value !== '') return decodeToken(world, value, 'runner')
  const contentType = headers['content-type'] ?? ''
  return {
    ok: false,
    failure: { kind: 'document', ...seen, problem: 'no-token', contentType, excerpt },
  }
}

function tokenValue(body: string): string {
  try {
    const answer: unknown = JSON.parse(body)
    const value = (answer as { value?: unknown } | null)?.value
    return typeof value === 'string' ? value : ''
  } catch {
    return ''
  }
}

function withoutQuery(url: string): string {
  return url.replace(/\?.*$/, '')
}

/** The token, asked for again as the cause of a failure says. */
export async function requestTokenPatiently(run: Run): Promise<Result<Token>> {
  const { inputs, log } = run
  const { result } = await withRetries(run, {
    maxAttempts: inputs.maxAttempts,
    attempt: (n) => log.span({ of: 'token', attempt: n }, () => requestToken(run)),
    judge: async (failure) => (await explained([failure])).retryFor(failure, log.known),
    onWait: (attempt, n) => {
      log.failing(attempt)
      log.sayWait(waitLine('token-service', attempt, n))
    },
  })
  log.failing()
  return result
}
