// token-file-unreadable: the file given as web-identity-token-file holds no token that could be sent.
import { IN_WORDS } from '../aws/limits.js'
import type { TokenFileFailure } from '../model.js'
import { oneLine, quote, shellWord } from '../text.js'
import { causeOf, type Explanation } from './cause.js'

export const tokenFileUnreadable = causeOf('token-file', {
  id: 'token-file-unreadable',
  section: 'token',
  title: 'the token file cannot be read',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole'],
  matches: () => true,
  explain: (failure, { run }) => {
    const { path } = failure
    const { why, fix } = PROBLEMS[failure.problem]
    const detail = describeFile(failure)
    return {
      why: `${quote(path)}, given as \`web-identity-token-file\`, ${why}${detail === '' ? '' : ` (${oneLine(detail)})`}. Relative paths start at the workspace ${quote(run.workspace)}. AWS was not asked.`,
      fix: fix(path),
      where: { input: 'web-identity-token-file' },
    }
  },
  page: {
    meaning: `With \`web-identity-token-file\` the token comes from a file in place of the runner. The file must be there when this step starts, be a plain file of at most ${IN_WORDS.longestToken} characters (STS takes no more), and lie in the workspace where its path is relative.`,
    tell: 'Seen before anything is sent. A file that could be read but holds no JWT is token-malformed.',
  },
})

/** What was seen of the file besides; empty where that says it all. */
function describeFile(failure: TokenFileFailure): string {
  switch (failure.problem) {
    case 'too-large':
      return `${failure.over ? 'over ' : ''}${failure.size} bytes`
    case 'unreadable':
      return failure.errno
    case 'not-a-file':
      return 'no regular file'
    default:
      return ''
  }
}

/** The folder of a path; empty where it names none. */
function folderOf(path: string): string {
  return /^(.+)\/[^/]*$/.exec(path)?.[1] ?? ''
}

function writeTokenStep(path: string): string {
  const folder = folderOf(path)
  const make = folder === '' ? '' : `mkdir -p ${shellWord(folder)} && `
  return `Write the token in an earlier step of the same job, without a line break at its end: ${make}printf %s "$TOKEN" > ${shellWord(path)}`
}

function listCommand(path: string): string {
  const folder = folderOf(path)
  return folder === '' ? 'ls -la' : `ls -la ${shellWord(folder)}`
}

type Words = Pick<Explanation, 'why'> & { fix(path: string): readonly string[] }

const OUTSIDE: Words = {
  why: 'leads out of the workspace, by `..` or by a link, and such a file is not sent to AWS',
  fix: () => [
    'Give an absolute path, or copy the file into the workspace first.',
    `${writeTokenStep('token.jwt')}\nweb-identity-token-file: token.jwt`,
  ],
}

const UNREADABLE: Words = {
  why: 'cannot be read',
  fix: (path) => [
    `Let the user that the runner runs as read it: chmod 600 ${shellWord(path)}, and chown it to that user.`,
    `Print who that is and what is there, in a step before this one: id; ${listCommand(path)}`,
  ],
}

const PROBLEMS: Readonly<Record<TokenFileFailure['problem'], Words>> = {
  missing: {
    why: 'does not exist',
    fix: (path) => [
      writeTokenStep(path),
      `Print what is there, in a step before this one: ${listCommand(path)}`,
      'If you mean the token of this job, delete `web-identity-token-file`: this action asks GitHub for it.',
    ],
  },
  directory: {
    why: 'is a directory',
    fix: () => ['Give the path of the file in it:\nweb-identity-token-file: <directory>/token'],
  },
  outside: OUTSIDE,
  link: OUTSIDE,
  empty: {
    why: 'is empty',
    fix: (path) => [
      'Look at the step that writes it: the command failed, or its variable was empty. Let it stop at the first error: set -euo pipefail',
      writeTokenStep(path),
    ],
  },
  'too-large': {
    why: `is larger than the ${IN_WORDS.longestToken} characters that STS takes as a token`,
    fix: (path) => [
      `Write the token alone into the file, not the whole answer of the issuer: curl … | jq -j .id_token > ${shellWord(path)}`,
    ],
  },
  unreadable: UNREADABLE,
  'not-a-file': UNREADABLE,
}
