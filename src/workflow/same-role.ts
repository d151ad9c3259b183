// Other jobs of the file that give this action the same role, as it is written: their tokens may have another subject.
import type { YAMLMap } from 'yaml'
import type { OtherJob } from '../model.js'
import { environmentName, settingIn } from './job-settings.js'
import { unlessUnsure } from './nodes.js'
import { type JobAt, jobsIn } from './running-job.js'
import { ownSteps, type Running } from './running-step.js'

/** Our own limit: nobody reads more names. */
const MOST_JOBS = 20

const ROLE = 'role-to-assume'

/** Each with its environment, where that is plain. */
export function jobsOfSameRole(at: JobAt, step: YAMLMap, running: Running): OtherJob[] {
  const role = settingIn(at.nodes, step, 'with', ROLE)
  if (!role) return []
  const asks = (other: JobAt): boolean =>
    ownSteps(other.nodes, other.body, running).some(
      (one) => settingIn(other.nodes, one, 'with', ROLE)?.trim() === role.trim(),
    )
  return jobsIn(at.file, at.nodes)
    .filter(({ pair }) => pair !== at.pair)
    .flatMap((other) => {
      const environment = unlessUnsure(() => (asks(other) ? environmentName(other) : undefined))
      return environment === undefined ? [] : [{ job: other.key, environment }]
    })
    .slice(0, MOST_JOBS)
}
