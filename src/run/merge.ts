// Findings of one cause made one, in which nothing is said twice.
import type { Finding, Severity, Step } from '../model.js'

/** The worst first. */
export const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 }

/** Findings of one cause are one finding with all the evidence; what each says is said once. */
export function mergeByCause(findings: readonly Finding[]): Finding[] {
  return [...Map.groupBy(findings, ({ id }) => id).values()].flatMap((all) => {
    const [first] = all
    return first ? [merged(first, all)] : []
  })
}

function merged(first: Finding, all: readonly Finding[]): Finding {
  return {
    ...first,
    // The headline of the first stands for all; what the others would say in theirs is shown.
    shown: once([
      ...all
        .filter(({ headline }) => headline !== first.headline)
        .map(({ headline }) => ({ show: 'sentence' as const, say: headline })),
      ...all.flatMap(({ shown }) => shown),
    ]),
    steps: asidesLast(once(all.flatMap(({ steps }) => steps))),
    otherwise: once(all.flatMap(({ otherwise }) => otherwise)),
    confirm: once(all.flatMap(({ confirm }) => confirm)),
    folded: once(all.flatMap(({ folded }) => folded)),
    evidence: all.flatMap(({ evidence }) => evidence),
  }
}

/** What is for another reader comes after all that is to be done. */
function asidesLast(steps: readonly Step[]): Step[] {
  const isAside = ({ kind }: Step): boolean => kind === 'aside'
  return [...steps.filter((step) => !isAside(step)), ...steps.filter(isAside)]
}

/** Each once, in the order of their first coming. */
function once<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}
