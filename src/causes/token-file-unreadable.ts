// token-file-unreadable: the file given as web-identity-token-file holds no token that could be sent.
import type { TokenFileProblem } from '../model.js'
import { oneLine, quote } from '../text.js'
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
  explain: ({ path, problem, detail = '' }, { run }) => {
    const { why, fix } = PROBLEMS[problem]
    return {
      why: `${quote(path)}, given as \`web-identity-token-file\`, ${why}${detail === '' ? '' : ` (${oneLine(detail)})`}. Relative paths start at the workspace ${quote(run.workspace)}. AWS was not asked.`,
      fix,
      where: { input: 'web-identity-token-file' },
    }
  },
  page: {
    meaning:
      'With `web-identity-token-file` the token comes from a file in place of the runner. The file must be there when this step starts, be a plain file of at most 20,000 characters (STS takes no more), and lie in the workspace where its path is relative.',
    tell: 'Seen before anything is sent. A file that could be read but holds no JWT is token-malformed.',
  },
})

const WRITE_IT =
  'Write the token in an earlier step of the same job, without a line break at its end: printf %s "$TOKEN" > token.jwt'

const PROBLEMS: Readonly<Record<TokenFileProblem, Pick<Explanation, 'why' | 'fix'>>> = {
  missing: {
    why: 'does not exist',
    fix: [
      WRITE_IT,
      'Print what is there, in a step before this one: ls -la',
      'If you mean the token of this job, delete `web-identity-token-file`: this action asks GitHub for it.',
    ],
  },
  directory: {
    why: 'is a directory',
    fix: ['Give the path of the file in it:\nweb-identity-token-file: <directory>/token'],
  },
  outside: {
    why: 'leads out of the workspace, by `..` or by a link, and such a file is not sent to AWS',
    fix: ['Give an absolute path, or copy the file into the workspace first.', WRITE_IT],
  },
  empty: {
    why: 'is empty',
    fix: [
      'Look at the step that writes it: the command failed, or its variable was empty. Let it stop at the first error: set -euo pipefail',
      WRITE_IT,
    ],
  },
  'too-large': {
    why: 'is larger than the 20,000 characters that STS takes as a token',
    fix: [
      'Write the token alone into the file, not the whole answer of the issuer: curl … | jq -j .id_token > token.jwt',
    ],
  },
  unreadable: {
    why: 'cannot be read',
    fix: [
      'Let the user that the runner runs as read it: chmod 600 <file>, and chown it to that user.',
      'Print who that is and what is there, in a step before this one: id; ls -la',
    ],
  },
}
