// How GitHub names the steps of a job, as GITHUB_ACTION has them (actions/runner, PipelineTemplateConverter.cs and ReferenceNameBuilder.cs).

export interface NamedStep {
  /** Empty where it has none. */
  id: string
  /** Empty for a step that runs a script. */
  uses: string
}

/** In characters (actions/runner, PipelineConstants.MaxNodeNameLength). */
const LONGEST_NAME = 100

/** The id of a step, else a name by what it runs: the second of a name ends in `_2`. In the order of the steps. */
export function stepNames(steps: readonly NamedStep[]): string[] {
  const taken = new Set(steps.map(({ id }) => id.toLowerCase()))
  const counts = new Map<string, number>()
  return steps.map(({ id, uses }) => {
    if (id !== '') return id
    const name = `__${kindOfStep(uses)}`.replace(/[^\w-]/g, '_')
    let number = counts.get(name.toLowerCase()) ?? 0
    let candidate: string
    do {
      number++
      const suffix = number === 1 ? '' : `_${number}`
      candidate = `${name.slice(0, LONGEST_NAME - suffix.length)}${suffix}`
    } while (taken.has(candidate.toLowerCase()))
    counts.set(name.toLowerCase(), number)
    taken.add(candidate.toLowerCase())
    return candidate
  })
}

/** An action's repository without its path and ref; all actions of the workspace have one name. */
function kindOfStep(uses: string): string {
  if (uses === '') return 'run'
  if (isLocalAction(uses)) return 'self'
  if (/^docker:\/\//i.test(uses)) return uses.slice('docker://'.length)
  const [path = ''] = uses.split('@')
  return path.split('/').slice(0, 2).join('/')
}

/** Read from the workspace; the runner then leaves GITHUB_ACTION_REPOSITORY empty (ActionRunner.cs). */
export function isLocalAction(uses: string): boolean {
  return /^\.\//.test(uses)
}
