// Phrases of the causes that are about a file of the runner's: what the system's code means, and how to look at the place.
import { IN_WORDS } from '../../aws/limits.js'
import type { FailureOf, FileReason, JobFile } from '../../model.js'
import { oneLine, quote, shellWord } from '../../text.js'
import { errorCode } from '../../words.js'

/** Codes of the system and of Node. */
const ERRNOS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'the user of the runner may not write it',
  EPERM: 'the user of the runner may not write it',
  EROFS: 'the file system is read-only',
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  EBUSY: 'it is in use (mounted by itself, or held open)',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
}

/** What this action refuses by itself. */
const REFUSALS: Readonly<
  Record<Exclude<FileReason['reason'], 'os' | 'not-set' | 'delimiter' | 'too-large'>, string>
> = {
  link: 'it, or its folder, is a symbolic link',
  'not-a-file': 'it is no regular file',
  locked: 'another process has held its lock for too long',
}

export const FILE_NAMES: Readonly<Record<JobFile, string>> = {
  credentials: 'the AWS credentials file',
  config: 'the AWS config file',
  renewal: "the renewing profile's file",
  env: 'the environment file of the job',
  output: 'its output file',
  state: 'its state file',
  report: 'the report file',
}

/** The file, why it cannot be used, and the code in which the system says so. */
export function fileReason(failure: FailureOf<'file'>): string {
  return `${quote(failure.path)}: ${reasonText(failure)}`
}

function reasonText(failure: FailureOf<'file'>): string {
  const code = errorCode(failure)
  switch (failure.reason) {
    case 'delimiter':
      return code
    case 'not-set':
      return `the runner did not set ${failure.path} (${quote(code)})`
    case 'os': {
      const words = ERRNOS[code]
      return words === undefined ? oneLine(code) : `${words} (${quote(code)})`
    }
    case 'too-large': {
      const most = isOfProfile(failure) ? IN_WORDS.largestProfileFile : IN_WORDS.largestRunnerFile
      return `it is larger than ${most} (${quote(code)})`
    }
    default:
      return `${REFUSALS[failure.reason]} (${quote(code)})`
  }
}

export function lookAtFolder(path: string): string {
  const folder = shellWord(path.replace(/[^/\\]*$/, '') || '.')
  return `Look at the place on the runner: df -h ${folder}; ls -la ${folder}; id`
}

/** Both files or neither, and what a profile that renews works from. */
export function isOfProfile({ file }: { file: JobFile }): boolean {
  return file === 'credentials' || file === 'config' || file === 'renewal'
}

/** For jobs that share a machine, or a home directory that cannot be used. */
export const OWN_FILES = `Give this job files of its own, in a step before this one:
- run: |
    echo "AWS_SHARED_CREDENTIALS_FILE=$RUNNER_TEMP/aws-credentials" >> "$GITHUB_ENV"
    echo "AWS_CONFIG_FILE=$RUNNER_TEMP/aws-config" >> "$GITHUB_ENV"`
