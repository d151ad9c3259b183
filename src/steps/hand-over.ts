// The last step: credentials to the job, all or nothing, and only after everything that can fail has passed.
import type { Failure, Inputs, Session } from '../model.js'
import type { World } from '../world.js'

/** What the job's later steps get, under the names that AWS's SDKs and CLI read. */
export function jobVariables({ credentials }: Session, region: string): Record<string, string> {
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId.reveal(),
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey.reveal(),
    AWS_SESSION_TOKEN: credentials.sessionToken.reveal(),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  }
}

/** Exports the session and leaves the post step a note of what was there; the failure, where the runner's file cannot be written. */
export function handOver({ runner }: World, inputs: Inputs, session: Session): Failure | undefined {
  if (!inputs.outputEnvCredentials) return undefined
  const variables = jobVariables(session, inputs.region)
  // Before the export, which replaces what there was.
  if (inputs.cleanup) runner.rememberVariables(variables)
  const exported = runner.exportVariables(variables)
  return exported.ok ? undefined : exported.failure
}
