// The request parameters of AssumeRoleWithWebIdentity, validated as the API model has them, all violations in one message.
import { role as roleErrors, validation } from './sts-errors.js'

export interface RoleArn {
  partition: string
  account: string
  /** The last segment: a path is part of the ARN, not of the session's name. */
  name: string
  whole: string
}

export interface AssumeRequest {
  role: RoleArn
  sessionName: string
  token: string
  durationSeconds: number
  providerId: string | undefined
  policy: string | undefined
  policyArns: string[]
}

const LONGEST_TOKEN = 20_000
const LONGEST_POLICY = 2048
const must = (rule: string): string => `failed to satisfy constraint: Member must ${rule}`
const show = (value: string | null): string => (value === null ? 'null' : `'${value}'`)

interface TextRule {
  name: string
  least: number
  most: number
  pattern?: RegExp
  /** AWS does not repeat the value of a sensitive member. */
  sensitive?: boolean
}

function textProblems(value: string | null, rule: TextRule): string[] {
  const shown = rule.sensitive ? '' : ` ${show(value)}`
  const start = `Value${shown} at '${rule.name}'`
  if (value === null) return [`Value null at '${rule.name}' ${must('not be null')}`]
  const { least, most, pattern } = rule
  return [
    ...(pattern && !pattern.test(value)
      ? [`${start} ${must(`satisfy regular expression pattern: ${pattern.source.slice(1, -1)}`)}`]
      : []),
    ...(value.length < least
      ? [`${start} ${must(`have length greater than or equal to ${least}`)}`]
      : []),
    ...(value.length > most
      ? [`${start} ${must(`have length less than or equal to ${most}`)}`]
      : []),
  ]
}

function durationProblems(value: number): string[] {
  const start = `Value '${value}' at 'durationSeconds'`
  if (value < 900) return [`${start} ${must('have value greater than or equal to 900')}`]
  if (value > 43_200) return [`${start} ${must('have value less than or equal to 43200')}`]
  return []
}

function policyArns(form: URLSearchParams): string[] {
  const listed = [...form.entries()].filter(([name]) => /^PolicyArns\.member\.\d+\.arn$/.test(name))
  return listed.map(([, value]) => value)
}

function policyArnProblems(arns: string[]): string[] {
  if (arns.length <= 10) return []
  const shown = `[${arns.join(', ')}]`
  return [`Value '${shown}' at 'policyArns' ${must('have length less than or equal to 10')}`]
}

function problems(form: URLSearchParams, duration: number, arns: string[]): string[] {
  const policy = form.get('Policy')
  return [
    ...textProblems(form.get('RoleArn'), { name: 'roleArn', least: 20, most: 2048 }),
    ...textProblems(form.get('RoleSessionName'), {
      name: 'roleSessionName',
      least: 2,
      most: 64,
      pattern: /^[\w+=,.@-]*$/,
    }),
    ...textProblems(form.get('WebIdentityToken'), {
      name: 'webIdentityToken',
      least: 4,
      most: LONGEST_TOKEN,
      sensitive: true,
    }),
    ...durationProblems(duration),
    ...(policy === null
      ? []
      : textProblems(policy, { name: 'policy', least: 1, most: LONGEST_POLICY })),
    ...policyArnProblems(arns),
  ]
}

function readDuration(form: URLSearchParams): number {
  const text = form.get('DurationSeconds') ?? '3600'
  if (!/^-?\d+$/.test(text))
    throw validation(`Value '${text}' at 'durationSeconds' is not an integer`)
  return Number(text)
}

export function parseRoleArn(arn: string): RoleArn | undefined {
  const match = /^arn:(aws[a-z-]*):iam::(\d{12}):role\/((?:[\x21-\x7e]+\/)?[\w+=,.@-]{1,64})$/.exec(
    arn,
  )
  const [whole, partition, account, path] = match ?? []
  if (!whole || !partition || !account || !path) return undefined
  return { partition, account, name: path.slice(path.lastIndexOf('/') + 1), whole }
}

/** Reads the form of one call, or refuses it. */
export function readAssumeRequest(form: URLSearchParams): AssumeRequest {
  const duration = readDuration(form)
  const arns = policyArns(form)
  const found = problems(form, duration, arns)
  if (found.length > 0) {
    const count = `${found.length} validation error${found.length > 1 ? 's' : ''} detected`
    throw validation(`${count}: ${found.join('; ')}`)
  }
  const role = parseRoleArn(form.get('RoleArn') ?? '')
  if (!role) throw roleErrors.badArn()
  return {
    role,
    sessionName: form.get('RoleSessionName') ?? '',
    token: form.get('WebIdentityToken') ?? '',
    durationSeconds: duration,
    providerId: form.get('ProviderId') ?? undefined,
    policy: form.get('Policy') ?? undefined,
    policyArns: arns,
  }
}
