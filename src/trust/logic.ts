// Three-valued logic (Kleene's): what only AWS knows is undecided, and stays so unless the rest settles it anyway.
import type { Verdict } from '../model.js'

export function not(value: Verdict): Verdict {
  return value === 'undecided' ? value : !value
}

/** False as soon as one is false. */
export function all(values: readonly Verdict[]): Verdict {
  if (values.includes(false)) return false
  return values.includes('undecided') ? 'undecided' : true
}

/** True as soon as one is true. */
export function any(values: readonly Verdict[]): Verdict {
  return not(all(values.map(not)))
}

/** What all of them say; undecided where they differ. */
export function agreed(values: readonly Verdict[]): Verdict {
  const [first = 'undecided', ...rest] = values
  return rest.every((value) => value === first) ? first : 'undecided'
}
