// trust-subject-mismatch: no pattern of the trust policy fits the token's subject.

import { repositoryPart, subjectOf } from '../aws/github-subject.js'
import { isWild } from '../aws/wildcard.js'
import type { Known, Nearest } from '../model.js'
import { plainText, quote } from '../text.js'
import { contextWords, policyOfRole } from './shared/trust.js'
import { trustCause } from './shared/trust-cause.js'

export const trustSubjectMismatch = trustCause('subject-mismatch', {
  title: 'the trust policy does not allow this subject',
  docs: ['githubOidc', 'iamRoleTrust', 'iamConditionOperators'],
  headline: ({ nearest, condition }, known) => {
    const actual = nearest?.actual ?? condition?.actual?.[0] ?? ''
    return `${policyOfRole(known)} does not allow ${subjectWords(nearest, actual)}`
  },
  shown: ({ nearest }, known) =>
    [
      ...(isSameIds(nearest)
        ? ['The ids are the same: it was renamed, so the old value is dead.']
        : []),
      ...surplusSpace(nearest),
      ...ofCalled(nearest, known),
    ].map((say) => ({ show: 'sentence', say })),
  page: {
    meaning:
      'GitHub writes repository and branch, tag, environment or event of the run into the claim `sub`. A statement of the trust policy allows the job only where one of its values for `sub` matches the whole claim, character by character: letter case counts.',
    tell: 'The policy that was given has been evaluated against the token of this run. The usual slips have ids of their own: environment, pull request, ids in the subject, letter case, a wildcard under StringEquals, a subject template. This one is the rest: another branch, tag, environment or repository.',
  },
})

/** The branch, where the repository is the policy's; else the repository itself. */
function subjectWords(nearest: Nearest | undefined, actual: string): string {
  const [theirs, own] = [repositoryPart(nearest?.wanted ?? ''), repositoryPart(actual)]
  // One with open parts fits, if the first difference comes behind it.
  const fits = (nearest?.actualAt ?? 0) > (own ?? '').length
  const other = theirs !== undefined && own !== undefined && theirs !== own && !fits
  return other && !isWild(theirs)
    ? `repository ${quote(own.slice('repo:'.length), 60)}`
    : contextWords(actual)
}

/** One repository under two names. */
function isSameIds(nearest: Nearest | undefined): boolean {
  const [wants, has] = [subjectOf(nearest?.wanted ?? ''), subjectOf(nearest?.actual ?? '')]
  if (!wants?.ownerId || !wants.repositoryId || !has) return false
  const names = wants.owner !== has.owner || wants.name !== has.name
  return wants.ownerId === has.ownerId && wants.repositoryId === has.repositoryId && names
}

/** What nobody sees in the file: IAM compares it all the same. */
function surplusSpace(nearest: Nearest | undefined): string[] {
  const wanted = nearest?.wanted ?? ''
  if (wanted.trim() === wanted) return []
  return [
    wanted.endsWith('\n')
      ? 'The value in the policy ends with a line break, as a YAML block after `|` does: write it on one line.'
      : 'The value in the policy has white space around it, which IAM compares too.',
  ]
}

/** The policy names the repository of the workflow that is called: its other claim, `job_workflow_ref`, does. */
function ofCalled(nearest: Nearest | undefined, { token }: Known): string[] {
  const wants = subjectOf(nearest?.wanted ?? '')
  const called = plainText(token?.claims['job_workflow_ref'])
  const isOther = wants && token?.claims['repository'] !== `${wants.owner}/${wants.name}`
  return isOther && called.startsWith(`${wants.owner}/${wants.name}/`)
    ? ['`sub` names the repository that calls the workflow, not the one that it is in.']
    : []
}
