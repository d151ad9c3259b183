// Is the token signed in a way that STS can verify?

import { ALGORITHMS } from '../aws/jwk.js'
import type { Failure } from '../model.js'
import { jsonOf } from '../text.js'
import type { Check } from './check.js'

export const tokenAlgorithm: Check = {
  id: 'token-algorithm',
  title: 'The token is signed with an algorithm that STS supports',
  asked: ({ token }) => token !== undefined,
  judge({ token }) {
    if (!token) return []
    const { alg, crit } = token.header
    const failures: Failure[] = []
    if (typeof alg !== 'string' || !ALGORITHMS.includes(alg))
      failures.push({
        kind: 'token',
        problem: 'algorithm',
        ...(alg === undefined ? {} : { alg: textOf(alg) }),
      })
    if (crit !== undefined)
      failures.push({ kind: 'token', problem: 'critical-header', crit: textOf(crit) })
    return failures
  },
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : jsonOf(value)
}
