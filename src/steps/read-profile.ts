// The inputs of the profile, which belong together: a profile takes the place of the exported credentials, and only a profile can renew.
import type { Inputs } from '../model.js'
import { nameProblem } from '../profile/name.js'
import type { InputReader } from './input-values.js'
import type { RoleState } from './read-role.js'

type ProfileInputs = Pick<
  Inputs,
  'awsProfile' | 'overwriteAwsProfile' | 'renew' | 'outputEnvCredentials'
>

/** With `roles`, each has a profile of its own name. */
export function readProfile(read: InputReader, role: RoleState, several: boolean): ProfileInputs {
  const awsProfile = read.text('aws-profile')
  const renew = read.boolean('renew', false)
  const problem = nameProblem(awsProfile)
  if (problem) read.bad('aws-profile', { form: 'profile-name', problem })
  // A role that came out empty is told of as that.
  if (awsProfile !== '' && !several && (role === 'left-out' || role === 'passed-on-empty'))
    read.bad('role-to-assume', { form: 'role-of-profile' })
  if (renew && awsProfile === '' && !several) read.bad('renew', { form: 'profile-to-renew' })
  return {
    awsProfile,
    overwriteAwsProfile: read.boolean('overwrite-aws-profile', false),
    renew,
    outputEnvCredentials: read.boolean('output-env-credentials', awsProfile === '' && !several),
  }
}
