// runner-file-unwritable: a file of the runner cannot be written: the job's environment, the outputs, the state, or the report.
import type { FailureOf, Known } from '../model.js'
import { causeOf, type Explanation } from './cause.js'
import { FILE_NAMES, fileReason, isOfProfile, lookAtFolder } from './shared/files.js'

export const runnerFileUnwritable = causeOf('file', {
  id: 'runner-file-unwritable',
  section: 'sts',
  title: 'a file of the runner cannot be written',
  severity: (failure) => (isReport(failure) ? 'warning' : 'error'),
  retry: 'never',
  certainty: 'certain',
  docs: ['githubEnvironmentFiles', 'githubSelfHosted'],
  matches: (failure) => !isOfProfile(failure),
  explain: (failure, known) =>
    isReport(failure) ? explainReport(failure) : explainRunnerFile(failure, known),
  page: {
    meaning:
      'The step gives its session to later steps through a file of the runner (GITHUB_ENV), its outputs through another (GITHUB_OUTPUT), tells its post step through a third what to put back after the job (GITHUB_STATE), and writes a report. One of these files could not be written: the disk is full, the file belongs to another user, or the folder is read-only. Where one of the first three cannot be written, that is an error and nothing is exported: later steps would run without credentials, `ready` and `causes` would be empty, or credentials would stay on the machine after the job. A runner that sets no GITHUB_OUTPUT or GITHUB_STATE at all is taken to have none, unless `output-credentials` or a profile needs it. Without the report the step only warns.',
    tell: 'The sign-in itself was fine. The annotation names the file and the code of the operating system: ENOSPC (disk full), EACCES or EPERM (no right), EROFS (read-only), ENOENT (no such folder).',
  },
})

function isReport({ file }: FailureOf<'file'>): boolean {
  return file === 'report'
}

/** What a failure of one of the runner's files says: its variable, what is lost, and how to do without. */
interface FileWords {
  variable: string
  lost: string
  without: readonly string[]
}

const ENVIRONMENT: FileWords = {
  variable: 'GITHUB_ENV',
  lost: 'The session could not be handed to the job',
  without: ['To check the sign-in only:\noutput-env-credentials: false'],
}
const OUTPUT: FileWords = {
  variable: 'GITHUB_OUTPUT',
  lost: 'Later steps get no output of this step, `ready` and `causes` neither',
  without: [],
}
const STATE: FileWords = {
  variable: 'GITHUB_STATE',
  lost: 'The post step cannot be told what to put back after the job',
  without: [
    'Only on a machine that is thrown away after the job, where it does no harm that what this step writes stays (a profile with its credentials too):\ncleanup: false',
  ],
}

/** Before anybody has signed in, that file is written only for `unset-current-credentials`. */
const BLANKING = 'The AWS settings of the job could not be blanked (`unset-current-credentials`)'
const NO_OUTPUTS = 'Or leave the credentials out of the outputs:\noutput-credentials: false'

function wordsFor({ file }: FailureOf<'file'>): FileWords {
  if (file === 'output') return OUTPUT
  return file === 'state' ? STATE : ENVIRONMENT
}

/** The variable names what no runner makes: neither a right nor space on the disk mends that. */
function isOfNoRunner({ reason }: FailureOf<'file'>): boolean {
  return reason === 'not-set' || reason === 'not-a-file' || reason === 'too-large'
}

function explainRunnerFile(failure: FailureOf<'file'>, known: Known): Explanation {
  const { variable, lost, without } = wordsFor(failure)
  const unset = failure.reason === 'not-set'
  const reason = unset ? `because the runner did not set ${variable}` : fileReason(failure)
  const blanking = failure.file === 'env' && !known.session
  const signedIn = known.session ? 'The sign-in itself succeeded, but nothing' : 'Nothing'
  const set = `Run the step on a runner of GitHub Actions, or point ${variable} at a file that can be written:\nexport ${variable}=$(mktemp)`
  return {
    why: `${blanking ? BLANKING : lost}: ${FILE_NAMES[failure.file]} cannot be written, ${reason}. ${signedIn} was exported${blanking ? ' or blanked' : ''}.`,
    fix: [
      ...(isOfNoRunner(failure) ? [set] : pathSteps(failure)),
      ...(unset && failure.file === 'output' ? [NO_OUTPUTS] : blanking ? [] : without),
    ],
  }
}

function explainReport(failure: FailureOf<'file'>): Explanation {
  return {
    why: `The report could not be written, ${fileReason(failure)}. The sign-in is not touched by it.`,
    fix: [
      'Write the report to another place:\nreport-file: aws-oidc-preflight.json',
      ...pathSteps(failure),
    ],
    where: { input: 'report-file' },
  }
}

function pathSteps({ path }: FailureOf<'file'>): string[] {
  return [
    lookAtFolder(path),
    'On a self-hosted runner that mixes containers and root, let the user of the runner own its work folder again.',
  ]
}
