// The condition keys as a probe subject would have them: what it cannot choose is its own, what it can is as the policy wants it.
import type { ConditionResult } from '../model.js'
import type { Context, Key } from './context.js'
import { OTHER, type ProbeSubject, sampleOf } from './probe.js'
import { asksNull, isPositive } from './statement-parts.js'

const ABSENT: Key = { state: 'absent', values: [] }

/** Whoever asks STS names the session as they like. */
const CHOSEN_AT_STS = 'sts:rolesessionname'

export function probeContexts(
  conditions: readonly ConditionResult[],
  context: Context,
): (probe: ProbeSubject) => Context {
  const prefix = `${context.issuer.toLowerCase()}:`
  const wishes = wishesOf(conditions)
  return (probe) => ({
    ...context,
    isProbe: true,
    key(name) {
      const lower = name.toLowerCase()
      const real = context.key(name)
      if (!lower.startsWith(prefix))
        return lower === CHOSEN_AT_STS ? (wishes.get(lower) ?? real) : real
      if (real.state === 'not-offered') return real
      const claim = claimOf(probe, lower.slice(prefix.length))
      if (claim === undefined) return wishes.get(lower) ?? real
      if (claim === null) return ABSENT
      return real.state === 'disputed' ? { state: 'disputed', values: [claim] } : present(claim)
    },
  })
}

function claimOf(
  { subject, audience, claims = {} }: ProbeSubject,
  name: string,
): string | null | undefined {
  if (name === 'sub') return subject
  // Another audience is one whatever `azp` and `aud` are: Google's `:aud` is `azp`, and its `:oaud` the audience.
  return name === 'aud' || name === 'oaud' ? audience : claims[name]
}

/** By key: a value that a condition wants; else nothing where the key must not be there; else one that no condition names. */
function wishesOf(conditions: readonly ConditionResult[]): Map<string, Key> {
  const ranks: [(condition: ConditionResult) => boolean, (condition: ConditionResult) => Key][] = [
    [() => true, () => present(OTHER)],
    [(one) => asksNull(one, 'true'), () => ABSENT],
    [isPositive, ({ wanted }) => present(sampleOf(wanted[0] ?? ''))],
  ]
  return new Map(
    ranks.flatMap(([fits, key]) =>
      conditions.filter(fits).map((one): [string, Key] => [one.key.toLowerCase(), key(one)]),
    ),
  )
}

function present(value: string): Key {
  return { state: 'present', values: [value] }
}
