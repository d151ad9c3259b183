// The inputs of the profile, which belong together: a profile takes the place of the exported credentials, and only a profile can renew.
import type { Inputs, RoleArn } from '../model.js'
import { nameProblem } from '../profile/name.js'
import type { InputReader } from './input-values.js'

type ProfileInputs = Pick<
  Inputs,
  'awsProfile' | 'overwriteAwsProfile' | 'renew' | 'outputEnvCredentials'
>

export function readProfile(read: InputReader, role: RoleArn | undefined): ProfileInputs {
  const awsProfile = read.text('aws-profile')
  const renew = read.boolean('renew', false)
  const problem = nameProblem(awsProfile)
  if (problem) read.bad('aws-profile', problem)
  if (awsProfile !== '' && !role && read.text('role-to-assume') === '')
    read.bad('role-to-assume', 'the role whose session `aws-profile` is to hold', 'required')
  if (renew && awsProfile === '')
    read.bad(
      'renew',
      '`aws-profile` beside it: only a profile can fetch new sessions',
      'contradiction',
    )
  return {
    awsProfile,
    overwriteAwsProfile: read.boolean('overwrite-aws-profile', false),
    renew,
    outputEnvCredentials: read.boolean('output-env-credentials', awsProfile === ''),
  }
}
