// Phrases of the causes that are about a file of the runner's: what the system's code means, and how to look at the place.
import { oneLine, quote, shellWord } from '../../text.js'

const WORDS: Readonly<Record<string, string>> = {
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
  LINK: 'it, or its folder, is a symbolic link',
  NOT_A_FILE: 'it is no regular file',
  TOO_LARGE: 'it is larger than 4 MiB',
  LOCKED: 'another process has held its lock for too long',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
}

/** The file, why it cannot be used, and the code in which the system says so. `own` adds codes of one cause. */
export function fileReason(
  { path, code }: { path: string; code: string },
  own: Readonly<Record<string, string>> = {},
): string {
  const words = own[code] ?? WORDS[code]
  return `${quote(path)}: ${words === undefined ? oneLine(code) : `${words} (${quote(code)})`}`
}

export function lookAt(path: string): string {
  const folder = shellWord(path.replace(/[^/\\]*$/, '') || '.')
  return `Look at the place on the runner: df -h ${folder}; ls -la ${folder}; id`
}

/** Files of a profile, by what a failure calls them. */
export function isOfProfile({ what }: { what: string }): boolean {
  return /^the AWS |renewing profile/.test(what)
}

/** For jobs that share a machine, or a home directory that cannot be used. */
export const OWN_FILES = `Give this job files of its own, in a step before this one:
- run: |
    echo "AWS_SHARED_CREDENTIALS_FILE=$RUNNER_TEMP/aws-credentials" >> "$GITHUB_ENV"
    echo "AWS_CONFIG_FILE=$RUNNER_TEMP/aws-config" >> "$GITHUB_ENV"`
