// A session for a tool that asks by credential_process: the cached one, or a new sign-in by the same steps as the first.
import { REQUEST_VARIABLES } from './model/problem.js'
import type { Inputs } from './model.js'
import { leftMs, processCredentials } from './profile/process-credentials.js'
import { annotations } from './report/annotations.js'
import { outsideOfJob, stateGone } from './report/renewal-words.js'
import { startRun } from './run/run.js'
import { RunLog } from './run/run-log.js'
import { verdict } from './run/verdict.js'
import { signInFlow, withDeadline } from './sign-in-flow.js'
import { freshSession } from './steps/cached-session.js'
import { loginOf, maskLogin } from './steps/mask-login.js'
import { type RenewalState, stateIn } from './steps/renewal-state.js'
import type { World } from './world.js'

/** The Go SDK gives such a program a minute, and another process may have to be waited for. */
const LIMIT_SECONDS = 40

/** The protocol's JSON; undefined where there is no session, and the reason has been said. */
export async function renewal(world: World, path: string): Promise<string | undefined> {
  const { privateFiles } = world
  const state = stateIn(privateFiles.read(path))
  if (!state) {
    world.runner.annotate(stateGone(path))
    world.runner.fail()
    return undefined
  }
  const fresh = freshSession(world, state)
  return (
    fresh ??
    privateFiles.alone(
      state.cache,
      async () => freshSession(world, state) ?? renewSession(world, state, path),
    )
  )
}

async function renewSession(
  world: World,
  state: RenewalState,
  path: string,
): Promise<string | undefined> {
  const { runner, clock, privateFiles } = world
  const missing = missingVariables(world, state.inputs)
  if (missing.length > 0) runner.annotate(outsideOfJob(missing))
  const session = missing.length === 0 ? await signInAgain(world, state) : undefined
  if (session !== undefined) {
    // Where the post step has been here meanwhile, nobody would remove a new file. A cache that cannot be written costs
    // the next tool a call of its own, no more.
    if (privateFiles.read(path) !== undefined) privateFiles.replace(state.cache, session)
    return session
  }
  const old = privateFiles.read(state.cache)
  if (leftMs(old, clock.now()) > 0) return old
  runner.fail()
  return undefined
}

async function signInAgain(
  world: World,
  { inputs, run }: RenewalState,
): Promise<string | undefined> {
  const { runner, clock } = world
  const log = new RunLog(world, run)
  const limited = {
    ...inputs,
    actionTimeoutSeconds: LIMIT_SECONDS,
    // Both were of the step: here there is a tool that waits for a session, and no job to change.
    useExistingCredentials: false,
    unsetCurrentCredentials: false,
  }
  log.learn({ inputs: limited })
  if (inputs.maskAwsAccountId && inputs.role) runner.mask(inputs.role.account)
  maskLogin(loginOf(inputs.proxy?.url.reveal() ?? ''), runner)
  const renewing = startRun(world, limited, log)
  const outcome = await withDeadline(renewing, signInFlow(renewing))
  // What else the checks find was for the step that signed in to judge, not for a tool in the middle of the job.
  if (outcome.session)
    return processCredentials(outcome.session, clock.now() + inputs.roleDurationSeconds * 1000)
  const { findings } = await verdict(log, outcome.ended)
  const errors = findings.filter(({ severity }) => severity === 'error')
  for (const annotation of annotations(errors)) runner.annotate(annotation)
  return undefined
}

function missingVariables({ runner }: World, { webIdentityTokenFile }: Inputs): string[] {
  if (webIdentityTokenFile !== '') return []
  return REQUEST_VARIABLES.filter((name) => (runner.env(name) ?? '') === '')
}
