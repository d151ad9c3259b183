// Annotations: one for each finding, in plain text, within the runner's limits.
import type { Finding } from '../model.js'
import { clip, sanitise } from '../text.js'
import type { Annotation } from '../world.js'

/** The runner cuts a message here, and shows at most ten annotations of each kind for a step (actions/runner, ExecutionContext.cs). */
export const LONGEST_MESSAGE = 4096
export const MOST_OF_A_KIND = 10

export function annotations(findings: readonly Finding[]): Annotation[] {
  const shown = new Map<string, number>()
  return findings
    .filter(({ severity }) => {
      const number = (shown.get(severity) ?? 0) + 1
      shown.set(severity, number)
      return number <= MOST_OF_A_KIND
    })
    .map((finding) => ({
      severity: finding.severity,
      title: `${finding.id}: ${finding.title}`,
      message: messageOf(finding),
      ...finding.place,
    }))
}

/** What is wrong and why, then the steps of the fix, then the page; if too long, the middle is cut and never the page. */
export function messageOf({ why, fix, docs }: Finding): string {
  const body = `${why}\n\n${fix.map((step) => `Fix: ${step}`).join('\n')}`
  // Made fit to show before it is cut, since that may add to it; room for the page and the line breaks around it.
  return `${clip(sanitise(body), LONGEST_MESSAGE - docs.length - 64)}\n\n${docs}`
}
