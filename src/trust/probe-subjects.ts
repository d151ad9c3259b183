// Subjects to probe a trust policy with: strangers, near namesakes, and other runs of the repositories that it names.

import { type Subject, subjectOf } from '../aws/github-subject.js'
import { isWild } from '../aws/wildcard.js'
import { OTHER, type Probed, type ProbeSubject, sampleOf } from './probe.js'
import { githubProbes } from './probe-github.js'
import { otherProbes } from './probe-others.js'

const MOST = 8

export function probeSubjects(probed: Probed): ProbeSubject[] {
  const { wanted, subject, own, github } = probed
  const samples = wanted.toSorted((a, b) => Number(isWild(a)) - Number(isWild(b)))
  const ofAudience = [...samples.slice(0, MOST).map(sampleOf), subject].map(
    (one): ProbeSubject => ({ who: 'any-audience', subject: one, audience: `${OTHER}-audience` }),
  )
  const self = github ? selfOf(subject, own) : undefined
  return [...(self ? githubProbes(self, probed) : otherProbes(probed)), ...ofAudience]
}

/** A template may leave the repository out of `sub`; no token is without the claim. */
function selfOf(subject: string, own: Probed['own']): Subject | undefined {
  return subjectOf(subject) ?? subjectOf(`repo:${own['repository'] ?? ''}`)
}
