// What a renewing profile says where no sign-in was tried, so that no cause can speak.
import { REQUEST_VARIABLES } from '../model/problem.js'
import { list, quote } from '../text.js'
import type { Annotation } from '../world.js'

/** The first sign-in had the variables, so the job has the permission: what is missing is the job's environment. */
export function outsideOfJob(missing: readonly string[]): Annotation {
  const are = missing.length === 1 ? 'is' : 'are'
  return {
    severity: 'error',
    title: 'aws-oidc-preflight: this tool runs without the environment of the job',
    message: [
      `No new session could be fetched, because ${list(missing)} ${are} not set in the environment of this program. The step that signed in had both. GitHub gives them to each step of a job with the permission \`id-token: write\`; a container, \`sudo\`, \`ssh\` or \`env -i\` drops them.`,
      `Fix: Pass them on: docker run ${REQUEST_VARIABLES.map((name) => `-e ${name}`).join(' ')} …`,
      `Fix: Pass them on: sudo --preserve-env=${REQUEST_VARIABLES.join(',')} …`,
      'Fix: If the step belongs to another job, sign in there too, and give that job these permissions:\npermissions:\n  id-token: write',
    ].join('\n'),
  }
}

export function stateGone(path: string): Annotation {
  return {
    severity: 'error',
    title: 'aws-oidc-preflight: the state of this profile is gone',
    message: [
      `No session could be fetched, because the profile's file ${quote(path)} cannot be read. The step that signed in wrote it, for its job alone: it is gone when that job has ended, and other machines, containers and users do not see it.`,
      'Fix: Sign in in this job, before the step that uses the profile, with `aws-profile` or `roles`, `renew: true` and `overwrite-aws-profile: true`.',
    ].join('\n'),
  }
}
