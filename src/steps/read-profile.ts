// The inputs of the profile, which belong together: a profile takes the place of the exported credentials, and only a profile can renew.
import type { Inputs } from '../model.js'
import { nameProblem } from '../profile/name.js'
import type { InputReader } from './input-values.js'
import type { RoleState } from './read-role.js'

type ProfileInputs = Pick<
  Inputs,
  'awsProfile' | 'overwriteAwsProfile' | 'renew' | 'outputEnvCredentials'
>

export function readProfile(read: InputReader, role: RoleState): ProfileInputs {
  const awsProfile = read.text('aws-profile')
  const renew = read.boolean('renew', false)
  const problem = nameProblem(awsProfile)
  if (problem) read.bad('aws-profile', { form: 'profile-name', problem })
  // A role that came out empty is told of as that.
  if (awsProfile !== '' && (role === 'left-out' || role === 'passed-on-empty'))
    read.bad('role-to-assume', { form: 'role-of-profile' })
  if (renew && awsProfile === '') read.bad('renew', { form: 'profile-to-renew' })
  return {
    awsProfile,
    overwriteAwsProfile: read.boolean('overwrite-aws-profile', false),
    renew,
    outputEnvCredentials: read.boolean('output-env-credentials', awsProfile === ''),
  }
}
