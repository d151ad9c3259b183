// token-file-unreadable: the file given as web-identity-token-file holds no token that could be sent.
import { IN_WORDS } from '../aws/limits.js'
import { IRSA_FILE } from '../aws/service-tokens.js'
import type { Block, Known, Step, TokenFileFailure } from '../model.js'
import { sanitise, shellWord } from '../text.js'
import { causeOf } from './cause.js'
import { fileInWords, wholePath } from './shared/files.js'
import { annotateStep } from './shared/kubernetes.js'

export const tokenFileUnreadable = causeOf('token-file', {
  id: 'token-file-unreadable',
  section: 'token',
  title: 'the token file cannot be read',
  severity: 'error',
  retry: 'never',
  certainty: 'certain',
  docs: ['assumeRole'],
  matches: () => true,
  explain: (failure, known) => {
    const { path, problem } = failure
    const { is, ...steps } =
      problem === 'missing' && path === IRSA_FILE ? notMounted(known) : PROBLEMS[problem](failure)
    return {
      headline: `the token file ${fileInWords(path)} ${is}`,
      shown: [...wholePath(path), ...seen(failure, known.run.workspace)],
      ...steps,
      stop: `No token: file ${fileInWords(path)}`,
      where: { input: 'web-identity-token-file' },
    }
  },
  page: {
    meaning: `With \`web-identity-token-file\` the token comes from a file instead of the runner. The file must be there when this step starts, be a plain file of at most ${IN_WORDS.longestToken} characters (STS accepts no more), and lie in the workspace if its path is relative.`,
    tell: 'Seen before anything is sent. A file that could be read but holds no JWT is token-malformed.',
  },
})

interface Told {
  /** Completes "the token file `…`". */
  is: string
  steps: readonly Step[]
  otherwise?: readonly Step[]
  confirm?: readonly Step[]
}

/** What was seen of the file besides. */
function seen(failure: TokenFileFailure, workspace: string): Block[] {
  const value = (name: string, text: string): Block[] =>
    text === '' ? [] : [{ show: 'values', values: [{ name, value: text }] }]
  if (failure.problem === 'missing')
    return failure.path.startsWith('/') ? [] : value('looked in', workspace)
  if (failure.problem === 'unreadable') return value('error', failure.errno)
  if (failure.problem === 'too-large')
    return value('size', `${failure.over ? 'over ' : ''}${failure.size} bytes`)
  if (failure.problem !== 'outside' && failure.problem !== 'link') return []
  return [
    {
      show: 'sentence',
      say: 'It does so by `..` or by a link. Such a file is not sent to AWS.',
    },
  ]
}

/** The folder of a path; empty where it names none. */
function folderOf(path: string): string {
  return /^(.+)\/[^/]*$/.exec(path)?.[1] ?? ''
}

function writeToken(path: string): Step {
  const folder = folderOf(path)
  const make = folder === '' ? '' : `mkdir -p ${shellWord(folder)} && `
  return {
    say: 'Write the token in an earlier step of the same job, without a line break at its end',
    code: `${make}printf %s "$TOKEN" > ${shellWord(path)}`,
    language: 'sh',
  }
}

function listFolder(path: string): Step {
  const folder = folderOf(path)
  return {
    say: 'Print who the runner runs as and what is there, in a step before this one',
    code: `id; ls -la${folder === '' ? '' : ` ${shellWord(folder)}`}`,
    language: 'sh',
  }
}

function outside(): Told {
  return {
    is: 'leads out of the workspace',
    steps: [
      {
        when: 'If the job is meant to use that file',
        say: 'Give its absolute path, or copy it into the workspace first',
      },
      {
        when: 'If it is not',
        ...writeToken('token.jwt'),
        then: 'And set `web-identity-token-file: token.jwt`.',
      },
    ],
  }
}

const RUNNERS_TOKEN: Step = {
  when: 'If you mean the token of this job',
  say: 'Delete `web-identity-token-file`: this action asks GitHub for the token',
}

/** Nobody writes this file but EKS. */
function notMounted(known: Known): Told {
  return {
    is: 'does not exist',
    steps: [
      {
        when: 'If the runner is a pod in Amazon EKS',
        ...annotateStep(known),
        then: 'EKS mounts the file into pods that start after that.',
      },
      RUNNERS_TOKEN,
    ],
    confirm: [listFolder(IRSA_FILE)],
  }
}

const PROBLEMS: Readonly<Record<TokenFileFailure['problem'], (failure: TokenFileFailure) => Told>> =
  {
    missing: ({ path }) => ({
      is: 'does not exist',
      steps: [writeToken(path), RUNNERS_TOKEN],
      confirm: [listFolder(path)],
    }),
    directory: ({ path }) => ({
      is: 'is a directory',
      steps: [
        {
          say: 'Give the path of the file in it',
          code: sanitise(`web-identity-token-file: ${path.replace(/\/+$/, '')}/<file>`),
          language: 'yaml',
        },
      ],
    }),
    outside,
    link: outside,
    empty: ({ path }) => ({
      is: 'is empty',
      steps: [
        {
          say: 'Begin the step that writes it with this, so that it stops at the first error',
          code: 'set -euo pipefail',
          language: 'sh',
          then: 'Its command failed, or its variable was empty.',
        },
        writeToken(path),
      ],
    }),
    'too-large': ({ path }) => ({
      is: `is larger than the ${IN_WORDS.longestToken} characters that STS accepts`,
      steps: [
        {
          say: 'Write the token alone into the file, not the whole answer of the issuer',
          code: `curl … | jq -j .id_token > ${shellWord(path)}`,
          language: 'sh',
        },
      ],
    }),
    unreadable: ({ path }) => ({
      is: 'cannot be read',
      steps: [
        listFolder(path),
        {
          when: 'If another user owns the file',
          say: 'Make the user that the runner runs as its owner',
          code: `sudo chown "$(id -u)" ${shellWord(path)} && chmod 600 ${shellWord(path)}`,
          language: 'sh',
        },
      ],
      otherwise: [writeToken(path)],
    }),
    'not-a-file': ({ path }) => ({
      is: 'is not a regular file',
      steps: [writeToken(path)],
      confirm: [listFolder(path)],
    }),
  }
