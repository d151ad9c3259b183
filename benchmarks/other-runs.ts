// The runs beside a green one: a sign-in that STS refuses, a tool that asks for a cached session, and the post step, against a bare Node.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { play } from '../sandbox/play.js'
import { READY } from '../sandbox/scenarios.js'
import { startStreet } from '../sandbox/start-street.js'
import type { Street } from '../sandbox/street.js'
import { median, type Program, run } from './measure.js'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))

/** Median of so many runs, in ms, the programs in turn. */
export async function inTurn(
  programs: readonly (() => Program)[],
  runs: number,
  exits: readonly number[],
): Promise<number[]> {
  const times = programs.map((): number[] => [])
  for (let round = 0; round <= runs; round++) {
    for (const [index, program] of programs.entries()) {
      const { exit, ms, output } = await run(program())
      if (exit !== exits[index]) throw new Error(`program ${index} ended with ${exit}:\n${output}`)
      if (round > 0) times[index]?.push(ms)
    }
  }
  return times.map(median)
}

/** For another branch alone. */
export function refuse(street: Street): void {
  const host = street.issuer.replace('https://', '')
  street.setTrustPolicy({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${host}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: { [`${host}:sub`]: 'repo:octo-org/octo-repo:ref:refs/heads/no' },
        },
      },
    ],
  })
}

export async function besideGreen(runs: number): Promise<void> {
  const street = await startStreet()
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const nothing = join(folder, 'nothing.mjs')
  writeFileSync(nothing, '0')
  const green = await play(street, READY)
  const renewing = await play(street, {
    ...READY,
    variables: { 'INPUT_AWS-PROFILE': 'deploy', INPUT_RENEW: 'true' },
  })
  const home = renewing.environment['HOME'] ?? ''
  const config = readFileSync(join(home, '.aws', 'config'), 'utf8')
  const state = /renew\.mjs"? "?([^"\n]+?)"?$/m.exec(config)?.[1] ?? ''
  const cached = {
    path: join(DIST, 'renew.mjs'),
    arguments: [state],
    environment: renewing.environment,
  }
  const programs = [
    { path: nothing, environment: green.environment },
    cached,
    { path: join(DIST, 'post.mjs'), environment: green.environment },
  ]
  const { output } = await run(cached)
  if (!output.includes('"AccessKeyId"')) throw new Error(`no cached session:\n${output}`)
  const [bare = 0, renew = 0, post = 0] = await inTurn(
    programs.map((program) => () => program),
    runs,
    [0, 0, 0],
  )
  await street.stop()
  rmSync(folder, { recursive: true })
  const against = (ms: number): string =>
    `${ms.toFixed(0)} ms (${(ms / bare).toFixed(2)}× bare Node)`
  console.log(
    `\nbare Node ${bare.toFixed(0)} ms  renew, cached ${against(renew)}  post ${against(post)}`,
  )
}
