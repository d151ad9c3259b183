// profile-file-odd: a file of AWS profiles that its readers do not read alike, so that it is not touched.
import type { FailureOf, Known, ProfileProblem, Step } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { fileInWords, OWN_FILES, wholePath } from './shared/files.js'
import { profileWhere, roleInput } from './shared/role-input.js'

type Odd = FailureOf<'profile-odd'>

export const profileFileOdd = causeOf('profile-odd', {
  id: 'profile-file-odd',
  section: 'sts',
  link: 'export',
  title: 'a file of AWS profiles is not as its readers expect',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsFileFormat', 'awsFileLocation'],
  matches: () => true,
  explain: (failure, known) => {
    const { problem, profile } = failure
    const { what, why, step } = PROBLEMS[problem]
    return {
      headline: `${fileInWords(failure.path)} ${what(failure)}`,
      shown: [
        {
          show: 'sentence',
          say: `${why === undefined ? '' : `${why} `}The file was not changed.`,
        },
      ],
      steps: [step(failure, known)],
      otherwise: problem === 'value' ? [] : [OWN_FILES],
      folded: wholePath(failure.path).map((block) => ({ title: 'The file', blocks: [block] })),
      stop: `Profile ${quote(profile, 60)}`,
      ...profileWhere(known),
    }
  },
  page: {
    meaning:
      "The credentials file or the config file holds something that the AWS CLI and the SDKs read in different ways, or not at all: two sections of one profile, a section's header that is not closed, settings before the first section, a NUL byte. Nobody can say where a new profile would go, so the file is not touched. The sign-in succeeded, but nothing was exported.",
    tell: 'The finding names the file, the line and what is odd there. If the file cannot be read or written at all, the cause is `profile-unwritable`.',
  },
})

interface ProblemWords {
  /** Follows the file, in a headline. */
  what(failure: Odd): string
  /** Why that matters: a sentence. */
  why?: string
  step(failure: Odd, known: Known): Step
}

const PROBLEMS: Readonly<Record<ProfileProblem, ProblemWords>> = {
  nul: {
    what: ({ line }) => `has a NUL byte in line ${line}, so it is not text`,
    step: ({ path }) => ({
      say: 'Restore the file, or move it away',
      code: `mv ${shellWord(path)} ${shellWord(`${path}.odd`)}`,
      language: 'sh',
    }),
  },
  'carriage-return': {
    what: ({ line }) => `has a carriage return without a line feed in line ${line}`,
    why: 'Some readers end the line there, others do not.',
    step: ({ path }) => ({
      say: 'End its lines with line feeds',
      code: `sed -i 's/\\r/\\n/g' ${shellWord(path)}`,
      language: 'sh',
    }),
  },
  header: {
    what: ({ line }) => `has a section header in line ${line} that cannot be read`,
    why: 'It is not closed, or text follows it.',
    step: (failure) =>
      headersStep(
        failure,
        `Write the header of line ${failure.line} alone on its line, as \`[name]\` or \`[profile name]\`. These are all headers`,
      ),
  },
  'before-sections': {
    what: ({ line }) => `has text in line ${line}, before its first section`,
    why: 'So it is not a file of AWS profiles.',
    step: ({ line, path }) => ({
      say: `Put line ${line} into a section, or make it a comment`,
      code: `sed -i '${line}s/^/# /' ${shellWord(path)}`,
      language: 'sh',
    }),
  },
  'indented-header': {
    what: ({ line }) => `has a section header with spaces before it in line ${line}`,
    why: 'The AWS CLI reads it as part of the value above, the SDKs as a section.',
    step: (failure) =>
      headersStep(
        failure,
        `Remove the spaces before the header in line ${failure.line}. These are all headers`,
      ),
  },
  duplicate: {
    what: ({ profile, line }) =>
      `has a second section of the profile ${quote(profile, 60)} in line ${line}`,
    why: 'The AWS CLI and SDKs disagree on which counts.',
    step: (failure) => headersStep(failure, 'Keep one of the two sections. These are all headers'),
  },
  'one-file': {
    what: () => 'is both the credentials file and the config file',
    why: 'The profile `default` would be one section for both.',
    step: (_failure, known) => ({
      say: `Give AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE two different files, or ${roleInput(known) === 'roles' ? 'give the role another name in `roles`' : 'write a profile of another name'}`,
    }),
  },
  value: {
    what: () => 'cannot hold the credentials that STS gave',
    why: 'One is empty, or has a line break or a space at its end.',
    step: (_failure, known) => ({
      say: `${roleInput(known) === 'roles' ? 'Tell' : 'Use the session without a profile, and tell'} whoever runs the STS of \`sts-endpoint\``,
    }),
  },
}

/** Section headers only: the rest of such a file may be secret. */
function headersStep({ path }: Odd, say: string): Step {
  return { say, code: `grep -nE '^[[:blank:]]*\\[' ${shellWord(path)}`, language: 'sh' }
}
