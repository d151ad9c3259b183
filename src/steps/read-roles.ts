// The input `roles`: a line for each role, `name: ARN` or `name: ARN @ region`, and what cannot be given beside it.
import { MOST_ROLES } from '../aws/limits.js'
import { nearestRegion, partitionOf } from '../aws/regions.js'
import { parseRoleArn, wantedRoleArn } from '../aws/role-arn.js'
import { NO_ROLE } from '../model/input.js'
import type { InputWant, NamedRole } from '../model.js'
import { nameProblem } from '../profile/name.js'
import type { Runner } from '../world.js'
import type { InputReader } from './input-values.js'
import type { RoleState } from './read-role.js'

export const ROLES = 'roles'

/** What the lines are read with. */
interface Beside {
  region: string
  /** Of the region. */
  partition: string
  /** Another STS than AWS's. */
  custom: boolean
}

/** Whether the step has several roles; an input that turned out empty has none, which is for `emptyRoles` to tell. */
export function hasRoles(runner: Runner): boolean {
  const text = runner.input(ROLES) ?? ''
  return text !== '' && text !== NO_ROLE
}

/** Roles that came out empty, in a step that gives no other. */
export function emptyRoles(runner: Runner, state: RoleState): boolean {
  return runner.input(ROLES) === '' && state === 'left-out'
}

interface Line {
  text: string
  /** From 1. */
  number: number
}

/** In the order in which they are given; every bad line is noted. */
export function readRoles(read: InputReader, runner: Runner, beside: Beside): NamedRole[] {
  if (!hasRoles(runner)) return []
  const lines = linesOf(read.text(ROLES))
  if (lines.length === 0) read.bad(ROLES, { form: 'some-roles' })
  if (lines.length > MOST_ROLES)
    read.bad(ROLES, { form: 'most-roles', most: MOST_ROLES }, { lines: lines.length })
  readContradictions(read)
  const roles = new Map<string, Omit<NamedRole, 'trustPolicy'> & { line: number }>()
  for (const line of lines.slice(0, MOST_ROLES)) {
    const bad = (want: InputWant, given = line.text): void =>
      read.bad(ROLES, want, given, line.number)
    const named = readLine(line.text, beside, bad)
    if (!named) continue
    const first = roles.get(named.name)
    if (first) bad({ form: 'another-name', line: first.line }, named.name)
    else roles.set(named.name, { ...named, line: line.number })
  }
  // A line that is bad has a name all the same.
  const names = lines.map(({ text }) => NAMED.exec(text)?.groups?.['name'] ?? '')
  const policies = readPolicies(read, new Set(names))
  return [...roles.values()].map(({ line: _line, ...named }) => ({
    ...named,
    trustPolicy: policies(named.name),
  }))
}

/** Blank lines and comments are none. */
function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((line, index) => ({ text: line.trim(), number: index + 1 }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'))
}

/** The name ends at the first colon. */
const NAMED = /^(?<name>[^:]*[^:\s])\s*:(?:\s+(?<rest>\S.*))?$/

/** The region begins behind an `@` that stands alone: names of roles may hold one. */
const PLACED = /^(?<arn>.*?\S)(?:\s+@\s*(?<region>\S+))?$/

function readLine(
  text: string,
  { region: usual, partition, custom }: Beside,
  bad: (want: InputWant, given?: string) => void,
): Omit<NamedRole, 'trustPolicy'> | undefined {
  const { name, rest = '' } = NAMED.exec(text)?.groups ?? {}
  const { arn, region = usual } = PLACED.exec(rest)?.groups ?? {}
  if (name === undefined || arn === undefined) {
    // Nothing behind the name: an expression without a value, as a rule.
    bad({ form: name === undefined ? 'role-line' : 'no-arn' }, name === undefined ? text : '')
    return undefined
  }
  const problem = nameProblem(name)
  if (problem) bad({ form: 'profile-name', problem }, name)
  const own = region === usual ? partition : partitionOf(region)?.id
  if (!custom && !own) bad({ form: 'listed-region', nearest: nearestRegion(region) }, region)
  else if (!custom && own !== partition) bad({ form: 'region-of-partition', partition }, region)
  const role = parseRoleArn(arn, custom)
  // A role that fits the region or the step has no fault of its own.
  const of = own ?? partition
  if (!role) bad(wantedRoleArn(arn, of), arn)
  else if (!custom && role.partition !== of && role.partition !== partition)
    bad({ form: 'same-partition', partition: of, region, rolePartition: role.partition }, arn)
  return role && !problem ? { name, role, region } : undefined
}

/** Sessions of several roles are never the job's own: each is in the profile of its name. */
function readContradictions(read: InputReader): void {
  const role = read.text('role-to-assume')
  if (role !== '' && role !== NO_ROLE) read.bad('role-to-assume', { form: 'not-with-roles' })
  if (read.text('aws-profile') !== '') read.bad('aws-profile', { form: 'not-with-roles' })
  for (const input of ['output-credentials', 'output-env-credentials', 'use-existing-credentials'])
    if (/^true$/i.test(read.text(input))) read.bad(input, { form: 'not-with-roles' })
}

/** One policy for all, or lines `name: path`: a policy has lines that are none. */
function readPolicies(read: InputReader, names: ReadonlySet<string>): (name: string) => string {
  const input = 'trust-policy'
  const text = read.text(input)
  const lines = linesOf(text).map((line) => ({
    ...line,
    ...NAMED.exec(line.text)?.groups,
  })) as (Line & {
    name?: string
    rest?: string
  })[]
  const isNamed = ({ text: line, rest }: (typeof lines)[number]): boolean =>
    rest !== undefined && !/^["[{]/.test(line)
  if (lines.length === 0) return () => text
  if (!lines.every(isNamed) && !lines.some(({ name = '' }) => names.has(name))) return () => text
  const paths = new Map<string, string>()
  for (const { number, text: line, name = '', rest = '' } of lines) {
    if (rest !== '' && names.has(name) && !paths.has(name)) paths.set(name, rest)
    else read.bad(input, { form: 'policy-line' }, line, number)
  }
  return (name) => paths.get(name) ?? ''
}
