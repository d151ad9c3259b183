// What the tests of trust policies share: a real-shaped token of GitHub's, and policies to put it before.

import { knownWith } from '../../evidence/baseline.js'
import type { Failure, FailureOf, Known, TrustFacts } from '../../src/model.js'
import { contextOf } from '../../src/trust/context.js'
import { type Evaluation, evaluate } from '../../src/trust/evaluate.js'
import { examine } from '../../src/trust/examine.js'
import { type Parsed, parseTrustPolicy } from '../../src/trust/parse.js'
import { ACTION, HOST, type Json, MAIN, PROVIDER } from './fixtures.js'

/** A run whose token has these claims besides those of the baseline; null removes one. */
export function knownFor(claims: Json = {}, issuer = `https://${HOST}`): Known {
  const all = { iss: issuer, ...claims }
  const subject = claims['sub'] ?? MAIN
  const audiences = [claims['aud'] ?? 'sts.amazonaws.com'].flat()
  return knownWith({ token: { issuer, subject, audiences, claims: { sub: subject, ...all } } })
}

export function statement(condition: Json | undefined, over: Json = {}): Json {
  return {
    Effect: 'Allow',
    Principal: { Federated: PROVIDER },
    Action: ACTION,
    ...(condition ? { Condition: condition } : {}),
    ...over,
  }
}

export function policyOf(...statements: readonly unknown[]): Json {
  return { Version: '2012-10-17', Statement: statements }
}

export function parsed(policy: unknown, known = knownFor()): Parsed {
  const text = typeof policy === 'string' ? policy : JSON.stringify(policy)
  const result = parseTrustPolicy(text, known.inputs?.role)
  if (!result.ok) throw new Error(JSON.stringify(result.reason))
  return result.value
}

export function evaluated(policy: unknown, known = knownFor()): Evaluation {
  const { token, inputs, now } = known
  if (!token || !inputs) throw new Error('no token, or no inputs')
  return evaluate(parsed(policy, known).policy, contextOf({ token, inputs, now }))
}

export function examined(policy: unknown, known = knownFor()): TrustFacts {
  const { policy: read, template } = parsed(policy, known)
  const facts = examine(read, { path: 'trust.json' }, known, template)
  if (!facts) throw new Error('nothing to judge by')
  return facts
}

export function found<K extends Failure['kind']>(facts: TrustFacts, kind: K): FailureOf<K> {
  const failure = facts.found.find((one): one is FailureOf<K> => one.kind === kind)
  if (!failure) throw new Error(`no ${kind} in ${JSON.stringify(facts.found)}`)
  return failure
}
