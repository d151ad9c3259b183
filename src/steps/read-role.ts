// The role in its states: left out (token and issuer are checked, no more), empty (an expression that has no value), or given.
import { partitionOf } from '../aws/regions.js'
import { parseRoleArn, wantedRoleArn } from '../aws/role-arn.js'
import { NO_ROLE } from '../model/input.js'
import type { RoleArn } from '../model.js'
import type { Runner } from '../world.js'
import type { InputReader } from './input-values.js'
import { compositePath } from './read-run.js'

/** `passed-on-empty`: by a composite action, which cannot leave out an input that it may have been given. */
export type RoleState = 'left-out' | 'empty' | 'passed-on-empty' | 'given'

export function roleState(runner: Runner): RoleState {
  const text = runner.input('role-to-assume')
  if (text === undefined || text === NO_ROLE) return 'left-out'
  if (text !== '') return 'given'
  return compositePath(runner) === '' ? 'empty' : 'passed-on-empty'
}

export function readRole(
  read: InputReader,
  state: RoleState,
  custom: boolean,
  region: string,
): RoleArn | undefined {
  if (state !== 'given') return undefined
  const text = read.text('role-to-assume')
  const role = parseRoleArn(text, custom)
  if (!role) read.bad('role-to-assume', wantedRoleArn(text, partitionOf(region)?.id))
  return role
}

/** The region's partition; a role of another partition is a problem, unless the STS is not AWS's. */
export function readPartition(
  read: InputReader,
  region: string,
  role: RoleArn | undefined,
  custom: boolean,
): string {
  const partition = partitionOf(region)?.id
  if (custom || !role || !partition || partition === role.partition)
    return partition ?? role?.partition ?? 'aws'
  read.bad('role-to-assume', {
    form: 'same-partition',
    partition,
    region,
    rolePartition: role.partition,
  })
  return partition
}
