// profile-file-odd: a file of AWS profiles that its readers do not read alike, so that it is not touched.
import type { FailureOf, ProfileProblem } from '../model.js'
import { quote, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { OWN_FILES } from './shared/files.js'

type Odd = FailureOf<'profile-odd'>

export const profileFileOdd = causeOf('profile-odd', {
  id: 'profile-file-odd',
  section: 'sts',
  title: 'a file of AWS profiles is not as its readers expect',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['awsFileFormat', 'awsFileLocation'],
  matches: () => true,
  explain: (failure) => ({
    why: `The profile ${quote(failure.profile)} could not be written, because ${quote(failure.path)} ${PROBLEMS[failure.problem].what(failure)}. The file was left as it is. The sign-in itself succeeded, but nothing was exported.`,
    fix: [
      PROBLEMS[failure.problem].fix(failure),
      ...(failure.problem === 'value' ? [] : [OWN_FILES]),
    ],
    where: { input: 'aws-profile' },
  }),
  page: {
    meaning:
      "The credentials file or the config file holds something that the AWS CLI and the SDKs read in different ways, or not at all: two sections of one profile, a section's header that is not closed, settings before the first section, a NUL byte. Nobody can say where a new profile would go, so the file is not touched.",
    tell: 'The annotation names the file, the line and what is odd there. Where the file cannot be read or written at all, the cause is `profile-unwritable`.',
  },
})

/** Section headers only: the rest of such a file may be secret. */
const headers = ({ path }: Odd): string => `grep -nE '^[[:blank:]]*\\[' ${shellWord(path)}`

const PROBLEMS: Readonly<
  Record<ProfileProblem, { what(failure: Odd): string; fix(failure: Odd): string }>
> = {
  nul: {
    what: ({ line }) => `has a NUL byte in line ${line}, so it is no text`,
    fix: ({ path }) =>
      `Restore the file, or move it away: mv ${shellWord(path)} ${shellWord(`${path}.odd`)}`,
  },
  'carriage-return': {
    what: ({ line }) =>
      `has a carriage return without a line feed in line ${line}, which some readers take for the end of the line and others do not`,
    fix: ({ path }) =>
      `Save the file with line feeds at the ends of its lines: sed -i 's/\\r/\\n/g' ${shellWord(path)}`,
  },
  header: {
    what: ({ line }) =>
      `has a section header in line ${line} that cannot be read: it is not closed, or text follows it`,
    fix: (failure) =>
      `Write the header alone on its line, as \`[name]\` or \`[profile name]\`: ${headers(failure)}`,
  },
  'before-sections': {
    what: ({ line }) =>
      `has text in line ${line}, before its first section, so it is no file of AWS profiles`,
    fix: ({ line, path }) =>
      `Put line ${line} into a section, or make it a comment: sed -i '${line}s/^/# /' ${shellWord(path)}`,
  },
  'indented-header': {
    what: ({ line }) =>
      `has a section header with blanks before it in line ${line}: the AWS CLI takes it for a part of the value above, the SDKs for a section`,
    fix: (failure) => `Remove the blanks before the header: ${headers(failure)}`,
  },
  duplicate: {
    what: ({ profile, line }) =>
      `has a second section of the profile ${quote(profile)} in line ${line}, and its readers do not agree which one counts`,
    fix: (failure) => `Leave one section of the two: ${headers(failure)}`,
  },
  'one-file': {
    what: () =>
      'is both the credentials file and the config file, and the profile `default` would be one section for both',
    fix: () =>
      'Give AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE two different files, or write a profile of another name.',
  },
  value: {
    what: () =>
      'would hold a value that is empty, or has a line break or a blank at its end: the STS that answered gave such credentials',
    fix: () =>
      'Use the session without a profile, and ask whoever runs the STS of `sts-endpoint` about it.',
  },
}
