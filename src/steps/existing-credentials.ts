// Credentials that the job already holds: a real GetCallerIdentity says whether they work; they never sign anybody in.
import { isJudgement } from '../aws/sts-answers.js'
import { retryFor } from '../causes/index.js'
import { Secret } from '../model/secret.js'
import type { Credentials, Inputs, Result } from '../model.js'
import { existingLine, waitLine } from '../report/log.js'
import { withRetries } from '../run/retry.js'
import type { RunLog } from '../run/run-log.js'
import type { CallerIdentity, World } from '../world.js'
import { isAllowed, type Outcome } from './accept-session.js'

/** The end of the run, where the job's own credentials work or nobody can tell; undefined: there are none that do. */
export async function existingCredentials(
  world: World,
  ledger: RunLog,
  inputs: Inputs,
  endpoint: string,
): Promise<Outcome | undefined> {
  const { runner } = world
  const credentials = heldBy(world)
  if (!credentials) {
    ledger.say(runner, existingLine('none in the environment'))
    return undefined
  }
  const asked = await askCaller(world, ledger, inputs, { endpoint, credentials })
  if (!asked.ok) {
    if (!isJudgement(asked.failure)) return { ended: [asked.failure] }
    ledger.say(runner, existingLine('refused', asked.failure))
    return undefined
  }
  const { account, arn } = asked.value
  if (inputs.maskAwsAccountId) runner.mask(account)
  ledger.say(runner, existingLine('work', asked.value))
  if (!isAllowed(account, inputs))
    return { ended: [{ kind: 'account', account, allowed: inputs.allowedAccountIds }] }
  ledger.learn({ existing: { account, arn } })
  return { ended: [] }
}

/** From the environment only: no file, no instance, no chain of the SDK's. */
function heldBy({ runner }: World): Credentials | undefined {
  const [key = '', secret = '', token = ''] = [
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SESSION_TOKEN',
  ].map((name) => runner.env(name)?.trim())
  if (key === '' || secret === '') return undefined
  for (const text of [key, secret, token]) runner.mask(text)
  return {
    accessKeyId: new Secret(key),
    secretAccessKey: new Secret(secret),
    sessionToken: new Secret(token),
  }
}

async function askCaller(
  world: World,
  ledger: RunLog,
  inputs: Inputs,
  { endpoint, credentials }: { endpoint: string; credentials: Credentials },
): Promise<Result<CallerIdentity>> {
  const request = { endpoint, region: inputs.region, credentials }
  const { result } = await withRetries(world, {
    maxAttempts: inputs.maxAttempts,
    attempt: (n) =>
      ledger.span({ of: 'existing-credentials', attempt: n }, () =>
        world.sts.callerIdentity(request),
      ),
    judge: async (failure) =>
      isJudgement(failure) ? { id: 'refused', retry: 'never' } : retryFor(failure, ledger.known),
    onWait: (attempt, n) => ledger.say(world.runner, waitLine('STS', attempt, n)),
  })
  return result
}
