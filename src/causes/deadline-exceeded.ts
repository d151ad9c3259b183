// deadline-exceeded: the step's own deadline is over; says what was still under way.

import { duration, list, quote } from '../text.js'
import { answerText, taskName } from '../words.js'
import { causeOf } from './cause.js'
import { causePage } from './shared/doc-urls.js'

/** A deadline that is raised is at least this; a sign-in with all its attempts takes a minute or two. */
const ROOM_SECONDS = 300

export const deadlineExceeded = causeOf('deadline', {
  id: 'deadline-exceeded',
  section: 'sts',
  title: 'the time that the step may take is over',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsStatus', 'githubStatus'],
  matches: () => true,
  explain: ({ seconds, running: tasks, last }, { run }) => {
    const running = tasks.map(taskName)
    return {
      why: `The step was ended after ${duration(seconds)}, as ${quote('action-timeout-s')} says, before it had signed in. ${running.length === 0 ? 'It was waiting before another attempt.' : `Still under way: ${list(running)}.`}${last ? ` The last attempt${running.length === 0 ? '' : ' that ended'} failed with ${quote(last.cause)}: ${quote(answerText(last.failure), 300)}.` : ''} Nothing was exported. The timeline in the job summary shows what the time went to.`,
      fix: [
        ...(last
          ? [`Do what the page of ${quote(last.cause)} says:\n${causePage(last.cause, run)}`]
          : []),
        ...(seconds < ROOM_SECONDS
          ? [
              `Give the step more time:\naction-timeout-s: ${Math.min(ROOM_SECONDS, Math.max(60, seconds * 2))}`,
            ]
          : []),
        `Look at ${running.length === 0 ? 'the attempts in the log' : running.map((name) => quote(name)).join(', ')}: a sign-in without trouble takes a second or two. What takes longer waits for a peer that does not answer, or is tried again.`,
        'To fail sooner, with the first cause, let it try less often:\nretry-max-attempts: 3',
      ],
      where: { input: 'action-timeout-s' },
    }
  },
  page: {
    meaning:
      'The step has a deadline of its own (`action-timeout-s`), so that a peer that never answers cannot hold the job for hours. It was reached before the sign-in was done.',
    tell: 'The deadline names what was under way when it came, and how the last attempt before it failed. The log has one line for each attempt that failed before, with its cause.',
  },
})
