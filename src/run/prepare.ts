// What the checks find before STS has answered has to be explained, whatever it answers: that is read while it thinks.
import { foundByChecks } from '../checks/index.js'
import { explained } from './explain.js'
import type { Run } from './run.js'

/** Nothing is waited for; how the reading fails is met again, and told, by the verdict. */
export function prepare({ log, answered }: Run): void {
  if (answered.passed) return
  const found = foundByChecks(log.known)
  if (found.length > 0) explained(found).catch(() => undefined)
}
