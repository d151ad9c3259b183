// Inputs that hold more than one value: policies, accounts, regions and expected claims.

import { MOST_SESSION_POLICIES } from '../aws/limits.js'
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
    // Noted below, like the others.
  }
  read.bad('inline-session-policy', { form: 'session-policy' })
  return text
}

export function readPolicyArns(read: InputReader): string[] {
  const arns = read.lines('managed-session-policies', /\n/)
  if (arns.length > MOST_SESSION_POLICIES)
    read.bad(
      'managed-session-policies',
      { form: 'policy-arns', most: MOST_SESSION_POLICIES },
      { lines: arns.length },
    )
  for (const arn of arns)
    if (!POLICY_ARN.test(arn)) read.bad('managed-session-policies', { form: 'policy-arn' }, arn)
  return arns
}

/** Regions of the same partition: a role of one cannot be assumed in another. */
export function readFallbacks(read: InputReader, partition: string, custom: boolean): string[] {
  const regions = read.lines('fallback-regions', /[,\s]/)
  if (custom && regions.length > 0) read.bad('fallback-regions', { form: 'no-fallback' })
  for (const region of regions) {
    if (partitionOf(region)?.id !== partition)
      read.bad('fallback-regions', { form: 'region-of-partition', partition }, region)
  }
  return regions
}

export function readExpectedClaims(read: InputReader): ExpectedClaim[] {
  return read.lines('expected-claims', /\n/).flatMap((line) => {
    const { claim, pattern } =
      /^(?<claim>[\w./:-]+?)\s*:\s+(?<pattern>\S.*)$/.exec(line)?.groups ?? {}
    if (claim && pattern) return [{ claim, pattern: pattern.replace(/^(["'])(.*)\1$/, '$2') }]
    read.bad('expected-claims', { form: 'claim-pattern' }, line)
    return []
  })
}

export function readAccounts(read: InputReader): string[] {
  const accounts = read.lines('allowed-account-ids', /[,\n]/)
  const want = { form: 'account-ids' } as const
  // `,` out of two variables that are empty would switch the guard off.
  if (accounts.length === 0 && read.text('allowed-account-ids') !== '')
    read.bad('allowed-account-ids', want)
  for (const account of accounts) {
    if (!/^\d{12}$/.test(account)) read.bad('allowed-account-ids', want, account)
  }
  return accounts
}
