// The issuer asked, with passing faults tried again, until STS has answered.
import type { IssuerFacts, Result } from '../model.js'
import { explained } from '../run/explain.js'
import { withRetries } from '../run/retry.js'
import type { Run } from '../run/run.js'
import { fetchIssuer } from './fetch-issuer.js'

/** The issuer being asked. */
export interface Asking {
  url: string
  facts: Promise<IssuerFacts>
  /** What of them is there; undefined: nothing yet. */
  soFar(): IssuerFacts | undefined
}

/**
 * Asks for both documents, and again after passing faults, as their causes say, until STS has answered: what it saw
 * counts more than another try from here. AWS's STS comes from the internet, so that nothing is asked of an internal
 * name then (`publicOnly`); another STS may be next door.
 */
export function askIssuer(run: Run, url: string, publicOnly = !run.inputs.customEndpoint): Asking {
  const { world, inputs, log, answered } = run
  let facts: (() => IssuerFacts) | undefined
  const onDiscovery = (seen: () => IssuerFacts): void => {
    facts = seen
  }
  const attempt = async (n: number): Promise<Result<void>> => {
    const all = await log.span({ of: 'issuer', attempt: n }, () =>
      fetchIssuer(world, url, { onDiscovery, publicOnly }),
    )
    facts = () => all
    const { observed } = all.discovery
    if (observed) log.hear('discovery', observed.headers['date'], observed.receivedAt)
    const failed = [all.discovery.result, all.jwks?.result].find((result) => result?.ok === false)
    return failed?.ok === false ? failed : { ok: true, value: undefined }
  }
  const done = withRetries(run, {
    attempt,
    maxAttempts: Math.min(3, inputs.maxAttempts ?? 3),
    over: answered,
    onWait: () => undefined,
    judge: async (failure) => (await explained([failure])).retryFor(failure, log.known),
  })
  return { url, facts: done.then(() => facts?.() as IssuerFacts), soFar: () => facts?.() }
}
