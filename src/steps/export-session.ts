// The last step: profile, outputs and credentials to the job, all or nothing, and only after everything that can fail has passed.
import type { Failure, Inputs, Session } from '../model.js'
import { exportLine, profileLine } from '../report/log.js'
import type { Run, SignedRun } from '../run/run.js'
import type { World } from '../world.js'
import { writeOutputs } from './set-outputs.js'
import { writeProfiles } from './write-profile.js'

/** What the job's later steps get, under the names that AWS's SDKs and CLI read. */
export function jobVariables(
  { credentials }: Session,
  { region, awsProfile }: Pick<Inputs, 'region' | 'awsProfile'>,
): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId.reveal(),
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey.reveal(),
    AWS_SESSION_TOKEN: credentials.sessionToken.reveal(),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...(awsProfile === '' ? {} : { AWS_PROFILE: awsProfile }),
  }
}

/**
 * Writes the profiles and the outputs, exports the session, and leaves the post step notes of what was there. Returns the
 * failure where a file cannot be written; then neither profiles nor outputs nor variables are there. `all`: of one role, or
 * of several, each in the profile of its name.
 */
export async function exportSessions(
  { world, inputs }: Run,
  all: readonly SignedRun[],
  outputs: Readonly<Record<string, string>>,
): Promise<Failure | undefined> {
  const { runner } = world
  const toWrite = all.filter(({ run }) => run.inputs.awsProfile !== '')
  const profiles = toWrite.length > 0 ? await writeProfiles(world, toWrite) : undefined
  if (profiles?.ok === false) return profiles.failure
  const variables = variablesOf(inputs, all)
  const told = writeOutputs(runner, outputs, inputs.outputCredentials)
  const failure = told.ok ? exportAll(world, inputs, variables) : told.failure
  if (failure) {
    if (told.ok) told.value()
    await profiles?.value.undo()
    return failure
  }
  const names = toWrite.map(({ run }) => run.inputs.awsProfile)
  if (profiles) runner.info(profileLine(names, inputs, profiles.value.paths))
  const exported = Object.keys(variables)
  if (exported.length > 0) runner.info(exportLine(inputs.region, exported))
  return undefined
}

/** Of several sessions none is the job's own; the region is. */
function variablesOf(inputs: Inputs, [only]: readonly SignedRun[]): Record<string, string> {
  const { region } = inputs
  if (inputs.roles.length > 0) return { AWS_REGION: region, AWS_DEFAULT_REGION: region }
  return only && inputs.outputEnvCredentials ? jobVariables(only.session, inputs) : {}
}

function exportAll(
  { runner }: World,
  { cleanup, unsetCurrentCredentials }: Inputs,
  variables: Readonly<Record<string, string>>,
): Failure | undefined {
  if (Object.keys(variables).length === 0) return undefined
  // Before the export, which replaces what there was.
  const noted = cleanup ? runner.rememberVariables(variables) : undefined
  if (noted?.ok === false) return noted.failure
  const exported = runner.exportVariables(variables)
  if (exported.ok) return undefined
  // The job still has what unset-current-credentials has left it: that is what the post step must know again.
  if (cleanup && unsetCurrentCredentials)
    runner.rememberVariables(Object.fromEntries(Object.keys(variables).map((name) => [name, ''])))
  return exported.failure
}
