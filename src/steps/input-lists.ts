// Inputs that hold more than one value: policies, accounts, regions and expected claims.

import { partitionOf } from '../aws/regions.js'
import type { ExpectedClaim } from '../model.js'
import type { InputReader } from './input-values.js'

const POLICY_ARN = /^arn:[a-z-]+:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/

export function readPolicy(read: InputReader): string {
  const text = read.text('inline-session-policy')
  try {
    const policy: unknown = text === '' ? {} : JSON.parse(text)
    if (typeof policy === 'object' && policy !== null && !Array.isArray(policy)) return text
  } catch {
    // Said below, in the same words.
  }
  read.bad('inline-session-policy', 'an IAM policy as a JSON object')
  return text
}

export function readPolicyArns(read: InputReader): string[] {
  const arns = read.lines('managed-session-policies', /\n/)
  if (arns.length > 10)
    read.bad(
      'managed-session-policies',
      'at most 10 ARNs, one a line',
      'value',
      `${arns.length} lines`,
    )
  for (const arn of arns) {
    if (!POLICY_ARN.test(arn))
      read.bad('managed-session-policies', 'the ARN of a managed policy in each line', 'value', arn)
  }
  return arns
}

/** Regions of the same partition: a role of one cannot be assumed in another. */
export function readFallbacks(read: InputReader, partition: string, custom: boolean): string[] {
  const regions = read.lines('fallback-regions', /[,\s]/)
  if (custom && regions.length > 0) {
    read.bad(
      'fallback-regions',
      'nothing, where `sts-endpoint` names the endpoint',
      'contradiction',
    )
  }
  for (const region of regions) {
    if (partitionOf(region)?.id !== partition) {
      read.bad('fallback-regions', `regions of the partition \`${partition}\``, 'value', region)
    }
  }
  return regions
}

export function readExpectedClaims(read: InputReader): ExpectedClaim[] {
  return read.lines('expected-claims', /\n/).flatMap((line) => {
    const { claim, pattern } =
      /^(?<claim>[\w./:-]+?)\s*:\s+(?<pattern>\S.*)$/.exec(line)?.groups ?? {}
    if (claim && pattern) return [{ claim, pattern: pattern.replace(/^(["'])(.*)\1$/, '$2') }]
    read.bad(
      'expected-claims',
      'lines `claim: pattern`, with a blank after the colon',
      'value',
      line,
    )
    return []
  })
}

export function readAccounts(read: InputReader): string[] {
  const accounts = read.lines('allowed-account-ids', /[,\n]/)
  const want = 'account ids of 12 digits, in quotes, separated by commas'
  // `,` out of two variables that are empty would switch the guard off.
  if (accounts.length === 0 && read.text('allowed-account-ids') !== '')
    read.bad('allowed-account-ids', want)
  for (const account of accounts) {
    if (!/^\d{12}$/.test(account)) read.bad('allowed-account-ids', want, 'value', account)
  }
  return accounts
}
