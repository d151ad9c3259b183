// deadline-exceeded: the step's own deadline is over; says what was still under way.

import { asksForRole } from '../model/input.js'
import type { Block, FailureOf, Known, LinkName, Step, Task } from '../model.js'
import { duration, list, quote } from '../text.js'
import { answerText, taskName } from '../words.js'
import { causeOf } from './cause.js'
import { causePage } from './shared/doc-urls.js'

type Deadline = FailureOf<'deadline'>

/** A deadline that is raised is at least this; a sign-in with all its attempts takes a minute or two. */
const ROOM_SECONDS = 300

export const deadlineExceeded = causeOf('deadline', {
  id: 'deadline-exceeded',
  section: 'sts',
  link: linkOf,
  title: 'the step timed out',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsStatus', 'githubStatus'],
  matches: () => true,
  explain: (deadline, known) => {
    const link = linkOf(deadline, known)
    return {
      headline: `the step timed out after ${duration(deadline.seconds)}, while it waited ${deadline.running.length === 0 ? 'to try again' : `for ${PEERS[link]}`}`,
      shown: shownOf(deadline),
      steps: stepsFor(deadline, known),
      otherwise: [
        {
          when: 'To fail sooner, with the first cause',
          say: 'Allow fewer attempts',
          code: 'retry-max-attempts: 3',
          language: 'yaml',
        },
      ],
      stop: `Timed out: ${PEERS[link]}`,
      where: { input: 'action-timeout-s' },
    }
  },
  page: {
    meaning:
      'The step has a deadline of its own (`action-timeout-s`), so that a service that never answers cannot hold the job for hours. It was reached before the sign-in was done. Nothing was exported.',
    tell: 'The finding names what was under way at the deadline, and how the last attempt before it failed. The log has one line for each attempt that failed before, with its cause.',
  },
})

const LINKS: Readonly<Record<Task['of'], LinkName>> = {
  token: 'token',
  issuer: 'issuer',
  'jwks-past-caches': 'issuer',
  sts: 'sts',
  'existing-credentials': 'sts',
}

const PEERS: Partial<Readonly<Record<LinkName, string>>> = {
  token: 'the ID token',
  issuer: 'the issuer',
  sts: 'STS',
}

/** What the sign-in waited for: the issuer is read beside it, and holds up nobody who can ask STS. */
function linkOf({ running }: Deadline, { token, inputs }: Known): LinkName {
  const links = running.map(({ of }) => LINKS[of])
  const found = (['sts', 'token', 'issuer'] as const).find((link) => links.includes(link))
  if (found !== undefined) return found
  if (token === undefined) return 'token'
  return inputs && !asksForRole(inputs) ? 'issuer' : 'sts'
}

function shownOf({ running, last }: Deadline): Block[] {
  const points = [
    ...(running.length === 0 ? [] : [`still under way: ${list(running.map(taskName))}`]),
    ...(last
      ? [`last failure: ${quote(last.cause)}, ${quote(answerText(last.failure), 120)}`]
      : []),
  ]
  return points.length === 0 ? [] : [{ show: 'list', points }]
}

function stepsFor({ seconds, last }: Deadline, { run }: Known): Step[] {
  return [
    ...(last
      ? [
          {
            say: `Do what the page of ${quote(last.cause)} says`,
            code: causePage(last.cause, run),
            language: 'url' as const,
          },
        ]
      : []),
    ...(seconds < ROOM_SECONDS
      ? [
          {
            say: 'Give the step more time',
            code: `action-timeout-s: ${Math.min(ROOM_SECONDS, Math.max(60, seconds * 2))}`,
            language: 'yaml' as const,
          },
        ]
      : []),
    {
      say: 'Open "What was seen" in the job summary, and see where the time went',
      then: 'A successful sign-in takes a second or two. What takes longer waits for a service that does not answer, or was retried.',
    },
  ]
}
