// The last step: profile, outputs and credentials to the job, all or nothing, and only after everything that can fail has passed.
import type { Failure, Inputs, Session } from '../model.js'
import { exportLine, profileLine } from '../report/log.js'
import type { Run } from '../run/run.js'
import { writeOutputs } from './set-outputs.js'
import { writeProfile } from './write-profile.js'

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
 * Writes the profile and the outputs, exports the session, and leaves the post step notes of what was there. Returns
 * the failure where a file cannot be written; then neither profile nor outputs nor variables are there.
 */
export async function exportSession(
  run: Run,
  session: Session,
  outputs: Readonly<Record<string, string>>,
): Promise<Failure | undefined> {
  const { world, inputs } = run
  const { runner } = world
  const profile = inputs.awsProfile === '' ? undefined : await writeProfile(run, session)
  if (profile?.ok === false) return profile.failure
  const variables = inputs.outputEnvCredentials ? jobVariables(session, inputs) : {}
  const told = writeOutputs(runner, outputs, inputs.outputCredentials)
  const failure = told.ok ? exportAll(run, variables) : told.failure
  if (failure) {
    if (told.ok) told.value()
    await profile?.value.undo()
    return failure
  }
  if (profile) runner.info(profileLine(inputs, profile.value.paths))
  if (inputs.outputEnvCredentials) runner.info(exportLine(inputs.region, Object.keys(variables)))
  return undefined
}

function exportAll(
  { world: { runner }, inputs }: Run,
  variables: Readonly<Record<string, string>>,
): Failure | undefined {
  const { cleanup, unsetCurrentCredentials } = inputs
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
