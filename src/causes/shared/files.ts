// What the causes about a file of the runner share: what the system's code means, and how to look at the place.

import { IN_WORDS } from '../../aws/limits.js'
import { ownMember } from '../../model/own-member.js'
import type { Block, FailureOf, FileReason, JobFile, Step } from '../../model.js'
import { oneLine, quote, shellWord } from '../../text.js'
import { errorCode } from '../../words.js'

/** Codes of the system and of Node: clauses, short enough for a headline. */
const ERRNOS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'its path contains a file',
  EEXIST: 'its path contains a file',
  EBUSY: 'it is mounted or held open',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
}

/** What this action refuses by itself. */
const REFUSALS: Readonly<
  Record<Exclude<FileReason['reason'], 'os' | 'not-set' | 'delimiter' | 'too-large'>, string>
> = {
  link: 'it or its folder is a symlink',
  'not-a-file': 'it is not a regular file',
  locked: 'another process holds its lock',
}

export const FILE_NAMES: Readonly<Record<JobFile, string>> = {
  credentials: 'the AWS credentials file',
  config: 'the AWS config file',
  renewal: "the renewing profile's file",
  env: 'the environment file of the job',
  output: 'the output file of the step',
  state: 'the state file of the step',
  report: 'the report file',
}

/** In a headline a path has so much room. */
const MOST_OF_PATH = 60

/** The path, or the name of the file alone where a headline has no room for it: a path that is cut helps nobody. */
export function fileInWords(path: string): string {
  const name =
    path
      .split(/[/\\]/)
      .filter((part) => part !== '')
      .at(-1) ?? path
  return quote(path.length > MOST_OF_PATH ? name : path, MOST_OF_PATH)
}

/** The whole path, where the headline does not have it. */
export function wholePath(path: string): Block[] {
  return path.length > MOST_OF_PATH
    ? [{ show: 'values', values: [{ name: 'file', value: path }] }]
    : []
}

/** The file and the code in which the system says why it cannot be used. */
export function fileValues(failure: FailureOf<'file'>): Block {
  return {
    show: 'values',
    values: [
      { name: 'file', value: failure.path },
      { name: 'error', value: errorCode(failure) },
    ],
  }
}

/** Why it cannot be used: a clause for a headline. */
export function fileReason(failure: FailureOf<'file'>): string {
  const code = errorCode(failure)
  switch (failure.reason) {
    case 'delimiter':
      return code
    case 'not-set':
      return `the runner did not set ${oneLine(failure.path)}`
    case 'os':
      return ownMember(ERRNOS, code) ?? `the system answered ${quote(code, 60)}`
    case 'too-large': {
      const most = isOfProfile(failure) ? IN_WORDS.largestProfileFile : IN_WORDS.largestRunnerFile
      return `it is larger than ${most}`
    }
    default:
      return REFUSALS[failure.reason]
  }
}

export function lookAtFolder(path: string): Step {
  const folder = shellWord(path.replace(/[^/\\]*$/, '') || '.')
  return {
    say: 'Look at the place, on the runner',
    code: `df -h ${folder}; ls -la ${folder}; id`,
    language: 'sh',
  }
}

/** Both files or neither, and what a profile that renews works from. */
export function isOfProfile({ file }: { file: JobFile }): boolean {
  return file === 'credentials' || file === 'config' || file === 'renewal'
}

/** For jobs that share a machine, or a home directory that cannot be used. */
export const OWN_FILES: Step = {
  say: 'Give this job files of its own, in a step before this one',
  code: `- run: |
    echo "AWS_SHARED_CREDENTIALS_FILE=$RUNNER_TEMP/aws-credentials" >> "$GITHUB_ENV"
    echo "AWS_CONFIG_FILE=$RUNNER_TEMP/aws-config" >> "$GITHUB_ENV"`,
  language: 'yaml',
}
