// Does the trust policy that was given let this token in, this token only, and as STS says?
import type { Failure } from '../model.js'
import type { Check } from './check.js'

export const trustPolicy: Check = {
  id: 'trust-policy',
  title: 'The trust policy allows this job, and little else',
  asked: ({ trust }) => trust !== undefined,
  judge({ trust, session }) {
    if (!trust) return []
    return trust.found.flatMap((failure): Failure[] => {
      if (!session || failure.kind !== 'trust-denial') return [failure]
      // STS is the judge: it has signed in, so the role has another policy than the one given.
      const { kind: _kind, ...denial } = failure
      return denial.disputed || denial.doubt
        ? []
        : [{ kind: 'trust-differs', source: trust.source, denial }]
    })
  },
}
