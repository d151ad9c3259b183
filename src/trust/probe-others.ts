// Probe subjects for issuers other than GitHub: anybody, and others of the groups that the patterns name.

import { identityKeys } from '../aws/condition-keys.js'
import { otherPattern } from '../aws/other-subjects.js'
import { builtInProvider } from '../aws/provider.js'
import { isWild } from '../aws/wildcard.js'
import { type Claims, OTHER, type Probed, type ProbeSubject } from './probe.js'

const MOST = 20

export function otherProbes(probed: Probed): ProbeSubject[] {
  const { wanted, subject, issuer, own } = probed
  const keys = identityKeys(issuer.toLowerCase())
  const strange = (names: readonly string[]): Claims =>
    Object.fromEntries(names.map((name) => [name, OTHER]))
  const nobody = strange([...keys.group, ...keys.nearer])
  const inGroup = strange(keys.nearer)
  const self = otherPattern(subject, subject)
  const patterns = wanted.filter(isWild).slice(0, MOST)
  const anybody: ProbeSubject[] = [
    {
      who: 'any-subject',
      subject: `${OTHER}-subject`,
      claims: nobody,
      ...(builtInProvider(issuer)?.ownAudience ? { audience: `${OTHER}-audience` } : {}),
    },
  ]
  if (!self) return anybody
  // What no pattern names, a key of the group may let in.
  const grouped = [...patterns, self.whole].flatMap((pattern): ProbeSubject[] => {
    const parts = otherPattern(pattern, subject)
    if (!parts) return []
    const { kind, group, open } = parts
    const probe = parts.sample(OTHER, subject)
    const of = { of: { group, kind } }
    if (open === 'all') return [{ who: 'any-subject', subject: probe, claims: nobody }]
    if (open === 'similar')
      return [{ who: 'similar-owners', subject: probe, claims: nobody, ...of }]
    const real = group === self.group ? realOf(keys.group, own) : {}
    return open === 'group'
      ? [{ who: 'organisation', subject: probe, claims: { ...real, ...inGroup }, ...of }]
      : []
  })
  return [...anybody, ...grouped]
}

function realOf(names: readonly string[], own: Probed['own']): Claims {
  return Object.fromEntries(names.map((name) => [name, own[name] ?? null]))
}
