// runner-file-unwritable: a file of the runner cannot be written: the job's environment, or the report.
import type { FailureOf } from '../model.js'
import { causeOf, type Explanation } from './cause.js'
import { fileReason, isOfProfile, lookAt } from './phrases-file.js'

export const runnerFileUnwritable = causeOf('file', {
  id: 'runner-file-unwritable',
  section: 'sts',
  title: 'a file of the runner cannot be written',
  severity: (failure) => (isEnvironment(failure as FailureOf<'file'>) ? 'error' : 'warning'),
  retry: 'never',
  certainty: 'certain',
  docs: ['githubEnvironmentFiles', 'githubSelfHosted'],
  matches: (failure) => !isOfProfile(failure),
  explain: (failure) => (isEnvironment(failure) ? environment(failure) : report(failure)),
  page: {
    meaning:
      'The step gives its session to later steps through a file of the runner (GITHUB_ENV), and writes a report. One of these files could not be written: the disk is full, the file belongs to another user, or the folder is read-only. Without the environment file the sign-in is of no use, so the step fails and exports nothing. Without the report it only warns.',
    tell: 'The sign-in itself was fine. The annotation names the file and the code of the operating system: ENOSPC (disk full), EACCES or EPERM (no right), EROFS (read-only), ENOENT (no such folder).',
  },
})

function isEnvironment({ what }: { what: string }): boolean {
  return /environment/i.test(what)
}

const NOT_SET = { 'not set': 'the runner did not set GITHUB_ENV' }

function environment(failure: FailureOf<'file'>): Explanation {
  return {
    why: `The session could not be handed to the job: the environment file of the job cannot be written, ${fileReason(failure, NOT_SET)}. The sign-in itself succeeded, but nothing was exported.`,
    fix:
      failure.code === 'not set'
        ? [
            'Run the step on a runner of GitHub Actions, or point GITHUB_ENV at a file that can be written:\nexport GITHUB_ENV=$(mktemp)',
            'To check the sign-in only:\noutput-env-credentials: false',
          ]
        : look(failure),
  }
}

function report(failure: FailureOf<'file'>): Explanation {
  return {
    why: `The report could not be written, ${fileReason(failure)}. The sign-in is not touched by it.`,
    fix: [
      'Write the report to another place:\nreport-file: aws-oidc-preflight.json',
      ...look(failure),
    ],
    where: { input: 'report-file' },
  }
}

function look({ path }: FailureOf<'file'>): string[] {
  return [
    lookAt(path),
    'On a self-hosted runner that mixes containers and root, let the user of the runner own its work folder again.',
  ]
}
