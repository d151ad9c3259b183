// Attempts in words: what takes time in a run, and the bare answer with which an attempt failed.
import type { Failure, Task } from '../../model.js'

/** As the timeline names it. */
export function taskName(task: Task): string {
  switch (task.of) {
    case 'token':
      return `token, attempt ${task.attempt}`
    case 'issuer':
      return `issuer, attempt ${task.attempt}`
    case 'jwks-past-caches':
      return 'JWKS past caches'
    case 'sts':
      return `STS${task.region === undefined ? '' : ` in ${task.region}`}, attempt ${task.attempt}`
    case 'existing-credentials':
      return `existing credentials, attempt ${task.attempt}`
  }
}

/** The bare answer, for the log and for findings of a run that signed in all the same. */
export function answerText(failure: Failure): string {
  if (failure.kind === 'aws') return `${failure.code}: ${failure.message}`
  if (failure.kind === 'http') return `HTTP ${failure.status}`
  if (failure.kind === 'network') return `${failure.phase} ${failure.code}`
  return failure.kind
}
