// What `npm start` says of words that it cannot use, before anything runs; and what it makes of a policy of one's own.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { play } from '../../sandbox/play.js'
import { withPolicy } from '../../sandbox/real-names.js'
import { street } from './support.js'

const root = fileURLToPath(new URL('../../', import.meta.url))

test.each([
  [['--issuer'], '--issuer needs a URL\n'],
  [['--issuer', 'https://idp.example.com', 'ready'], 'Too many words: ready\n'],
  [['--policy'], '--policy needs a file\n'],
  [['--policy', 'gone.json'], 'gone.json cannot be read as JSON: ENOENT'],
  [['--policy', 'README.md'], 'README.md cannot be read as JSON: '],
  [['ready', '--list', 'x'], 'Too many words: --list x\n'],
  [['--list', 'x'], 'Too many words: x\n'],
  [['redy'], 'There is no scenario "redy". The nearest: ready,'],
])('%j', (words, said) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'sandbox/demo.ts', ...words],
    { cwd: root, encoding: 'utf8' },
  )
  expect(stderr.startsWith(said)).toBe(true)
  expect(stderr).toContain('npm start -- --issuer <url>')
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
})

test("a policy of one's own is what the role has, at the names that users have", async () => {
  const on = await street()
  try {
    const policyFor = (sub: string): string =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: {
              Federated:
                'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com',
            },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: {
                'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                'token.actions.githubusercontent.com:sub': sub,
              },
            },
          },
        ],
      })
    const refused = await play(
      on,
      withPolicy(policyFor('repo:octo-org/octo-repo:ref:refs/heads/dev')),
    )
    expect(refused).toMatchObject({ exit: 1, causes: ['trust-subject-mismatch'] })
    expect(refused.summary).toContain('AWS said')
    const signedIn = await play(
      on,
      withPolicy(policyFor('repo:octo-org/octo-repo:ref:refs/heads/main')),
    )
    expect(signedIn).toMatchObject({ exit: 0, causes: [] })
  } finally {
    await on.stop()
  }
})
