// Credentials that the job already holds: a real GetCallerIdentity says whether they work; they never sign anybody in.
import { isJudgement, isUnknownCall } from '../aws/sts-answers.js'
import { KEY_VARIABLES } from '../model/problem.js'
import { Secret } from '../model/secret.js'
import type { Credentials, Result } from '../model.js'
import { existingLine, waitLine } from '../report/log.js'
import { explained } from '../run/explain.js'
import { withRetries } from '../run/retry.js'
import type { Outcome, Run } from '../run/run.js'
import type { CallerIdentity, World } from '../world.js'
import { isAllowed } from './accept-session.js'

/** The end of the run, where the job's own credentials work or nobody can tell; undefined: there are none that do. */
export async function existingCredentials(
  run: Run,
  endpoint: string,
): Promise<Outcome | undefined> {
  const { world, inputs, log } = run
  const credentials = credentialsOf(world)
  if (!credentials) {
    log.say(existingLine({ state: 'none' }))
    return undefined
  }
  const asked = await askCaller(run, { endpoint, credentials })
  if (!asked.ok) {
    if (run.inputs.customEndpoint && isUnknownCall(asked.failure)) {
      log.say(existingLine({ state: 'not-asked' }))
      return undefined
    }
    if (!isJudgement(asked.failure)) return { ended: [asked.failure] }
    log.say(existingLine({ state: 'refused', failure: asked.failure }))
    return undefined
  }
  const { account, arn } = asked.value
  if (inputs.maskAwsAccountId) world.runner.mask(account)
  log.say(existingLine({ state: 'work', arn }))
  if (!isAllowed(account, inputs))
    return { ended: [{ kind: 'account', account, allowed: inputs.allowedAccountIds }] }
  log.learn({ existing: { account, arn } })
  return { ended: [] }
}

/** From the environment only: no file, no instance, no chain of the SDK's. */
function credentialsOf({ runner }: World): Credentials | undefined {
  const [key = '', secret = '', token = ''] = KEY_VARIABLES.map((name) => runner.env(name)?.trim())
  if (key === '' || secret === '') return undefined
  for (const text of [key, secret, token]) runner.mask(text)
  return {
    accessKeyId: new Secret(key),
    secretAccessKey: new Secret(secret),
    sessionToken: new Secret(token),
  }
}

async function askCaller(
  run: Run,
  { endpoint, credentials }: { endpoint: string; credentials: Credentials },
): Promise<Result<CallerIdentity>> {
  const { world, inputs, log } = run
  const request = { endpoint, region: inputs.region, credentials }
  const { result } = await withRetries(run, {
    maxAttempts: inputs.maxAttempts,
    attempt: (n) =>
      log.span({ of: 'existing-credentials', attempt: n }, () => world.sts.callerIdentity(request)),
    judge: async (failure) => {
      const verdict = (await explained([failure])).retryFor(failure, log.known)
      return isJudgement(failure) ? { ...verdict, retry: 'never' } : verdict
    },
    onWait: (attempt, n) => log.sayWait(waitLine('sts', attempt, n)),
  })
  return result
}
