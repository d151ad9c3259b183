// The AWS settings that the job holds, cleared before anything else is done; the post step restores them.
import { KEY_VARIABLES } from '../model/problem.js'
import type { Failure } from '../model.js'
import { clearedLine } from '../report/log.js'
import type { Run } from '../run/run.js'

const NAMES = [...KEY_VARIABLES, 'AWS_REGION', 'AWS_DEFAULT_REGION']

/** With `unset-current-credentials` only, and only where this step exports at all or has `roles`, whose sessions are in profiles: a tool that names none would act as whoever was there before. The failure, where a file of the job's cannot be written. */
export function unsetCurrent({ world: { runner }, inputs }: Run): Failure | undefined {
  const several = inputs.roles.length > 0
  if (!inputs.unsetCurrentCredentials || !(inputs.outputEnvCredentials || several)) return undefined
  const names = inputs.awsProfile === '' && !several ? NAMES : [...NAMES, 'AWS_PROFILE']
  const cleared = Object.fromEntries(names.map((name) => [name, '']))
  const noted = inputs.cleanup ? runner.rememberVariables(cleared) : undefined
  if (noted?.ok === false) return noted.failure
  const exported = runner.exportVariables(cleared)
  if (!exported.ok) return exported.failure
  runner.info(clearedLine(names))
  return undefined
}
