// runner-file-unwritable: a file of the runner cannot be written: the job's environment, the outputs, the state, or the report.
import type { FailureOf, Known, Step } from '../model.js'
import { causeOf, type Explanation } from './cause.js'
import { sentence } from './shared/blocks.js'
import { FILE_NAMES, fileReason, fileValues, isOfProfile, lookAtFolder } from './shared/files.js'

export const runnerFileUnwritable = causeOf('file', {
  id: 'runner-file-unwritable',
  section: 'sts',
  // Before a sign-in that file is written only for an input.
  link: (failure, { session }) => (isReport(failure) || !session ? 'inputs' : 'export'),
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
      'The step gives its session to later steps through a file of the runner (GITHUB_ENV), its outputs through another (GITHUB_OUTPUT), tells its post step through a third what to put back after the job (GITHUB_STATE), and writes a report. One of these files could not be written: the disk is full, the file belongs to another user, or the folder is read-only. If one of the first three cannot be written, that is an error and nothing is exported: later steps would run without credentials, `ready` and `causes` would be empty, or credentials would stay on the machine after the job. A runner that sets no GITHUB_OUTPUT or GITHUB_STATE at all has none, which is fine unless `output-credentials` or a profile needs it. A report that cannot be written is only a warning.',
    tell: 'The sign-in itself was fine. The finding names the file and the code of the operating system: ENOSPC (disk full), EACCES or EPERM (no right), EROFS (read-only), ENOENT (no such folder).',
  },
})

function isReport({ file }: FailureOf<'file'>): boolean {
  return file === 'report'
}

/** What a failure of one of the runner's files says: its variable, what is lost, and how to do without. */
interface FileWords {
  variable: string
  lost: string
  without: readonly Step[]
}

const ENVIRONMENT: FileWords = {
  variable: 'GITHUB_ENV',
  lost: 'Nothing was exported to later steps.',
  without: [
    {
      when: 'If only the sign-in is to be checked',
      say: 'Export nothing',
      code: 'output-env-credentials: false',
      language: 'yaml',
    },
  ],
}
const OUTPUT: FileWords = {
  variable: 'GITHUB_OUTPUT',
  lost: 'Nothing was exported: later steps get no `ready` and no `causes`.',
  without: [],
}
const STATE: FileWords = {
  variable: 'GITHUB_STATE',
  lost: 'Nothing was exported: the post step could not put anything back.',
  without: [
    {
      when: 'If the machine is thrown away after the job',
      say: 'Do without the cleanup',
      code: 'cleanup: false',
      language: 'yaml',
      then: 'What this step writes then stays on the machine, a profile with its credentials too.',
    },
  ],
}

/** Before anybody has signed in, that file is written only for `unset-current-credentials`. */
const NOT_CLEARED = '`unset-current-credentials` could not clear the AWS settings of the job.'
const NO_OUTPUTS: Step = {
  when: 'If later steps do not need the credentials as outputs',
  say: 'Leave them out',
  code: 'output-credentials: false',
  language: 'yaml',
}

function wordsFor({ file }: FailureOf<'file'>): FileWords {
  if (file === 'output') return OUTPUT
  return file === 'state' ? STATE : ENVIRONMENT
}

/** The variable names what no runner makes: neither a right nor space on the disk fixes that. */
function isOfNoRunner({ reason }: FailureOf<'file'>): boolean {
  return reason === 'not-set' || reason === 'not-a-file' || reason === 'too-large'
}

function explainRunnerFile(failure: FailureOf<'file'>, known: Known): Explanation {
  const { variable, lost, without } = wordsFor(failure)
  const unset = failure.reason === 'not-set'
  const clearing = failure.file === 'env' && !known.session
  return {
    headline: unset
      ? `the runner did not set ${variable}, ${FILE_NAMES[failure.file]}`
      : `${FILE_NAMES[failure.file]} cannot be written, since ${fileReason(failure)}`,
    shown: [...(unset ? [] : [fileValues(failure)]), sentence(clearing ? NOT_CLEARED : lost)],
    steps: [
      ...(isOfNoRunner(failure) ? [pointStep(variable)] : pathSteps(failure)),
      ...(unset && failure.file === 'output' ? [NO_OUTPUTS] : clearing ? [] : without),
    ],
    stop: `Runner: ${variable}`,
  }
}

function pointStep(variable: string): Step {
  return {
    say: `Run the step on a runner of GitHub Actions, or point ${variable} at a file that can be written`,
    code: `export ${variable}=$(mktemp)`,
    language: 'sh',
  }
}

function explainReport(failure: FailureOf<'file'>): Explanation {
  return {
    headline: `the report file cannot be written, since ${fileReason(failure)}`,
    shown: [fileValues(failure), sentence('This does not affect the sign-in.')],
    steps: [
      {
        say: 'Write the report to another place',
        code: 'report-file: aws-oidc-preflight.json',
        language: 'yaml',
      },
      ...pathSteps(failure),
    ],
    where: { input: 'report-file' },
  }
}

function pathSteps({ path }: FailureOf<'file'>): Step[] {
  return [
    lookAtFolder(path),
    {
      when: 'If a self-hosted runner mixes containers and root',
      say: 'Let the user of the runner own its work folder again',
    },
  ]
}
