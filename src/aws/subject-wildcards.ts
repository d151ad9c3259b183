// Which texts with `*` or `?` can be no token's subject: there a policy can only have meant a pattern.

import { kindOf, subjectOf } from './github-subject.js'
import { isWild } from './wildcard.js'

/**
 * GitHub's names of owners and repositories have neither sign, nor have git's refs (git-check-ref-format), nor have names of
 * Kubernetes (RFC 1123 labels) and paths and refs of GitLab's projects. Environments and other parts of a template may.
 */
export function isNoSubject(pattern: string, github: boolean): boolean {
  if (!isWild(pattern)) return false
  if (!github) return /^(system:serviceaccount|project_path):/.test(pattern)
  if (/^repo:[^:]*[*?]/.test(pattern)) return true
  const subject = subjectOf(pattern)
  return subject !== undefined && ['any', 'ref'].includes(kindOf(subject))
}
