// The programs that a benchmark compares: ours, ours without its checks, the floor, and another action's dist.
import { readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'esbuild'
import { bundle, ENTRIES } from '../scripts/bundle.js'

export interface Contestant {
  name: string
  /** The program. */
  path: string
  /** Variables that it needs beside those of the runner. */
  variables: Readonly<Record<string, string>>
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const OURS: Contestant = { name: 'ours', path: at('../dist/main.mjs'), variables: {} }
export const FLOOR: Contestant = { name: 'floor', path: at('floor.mjs'), variables: {} }

/** The same sources, with the steps in which issuer and trust policy are looked at doing nothing, and no connection to the issuer. */
const withoutChecks: Plugin = {
  name: 'without-checks',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/steps\/inspect-issuer\.ts$/ }, () => ({
      contents: `
        export const askEarly = () => undefined
        export const inspectIssuer = () => ({ done: Promise.resolve(true), giveUp: () => undefined })
        export const waitForIssuer = async () => ({ waited: true })
      `,
    }))
    onLoad({ filter: /\/src\/checks\/index\.ts$/ }, () => ({
      contents: 'export const CHECKS = []\nexport const foundByChecks = () => []',
    }))
    onLoad({ filter: /\/src\/edge\/early-connections\.ts$/ }, ({ path }) => ({
      contents: without('begin(issuer)\n', readFileSync(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

function without(part: string, text: string): string {
  if (!text.includes(part)) throw new Error(`what was to be left out is not there: ${part}`)
  return text.replace(part, '')
}

/** Built into `outdir`, which is removed at the end of the process. */
export async function buildWithoutChecks(outdir: string): Promise<Contestant> {
  await bundle({ entries: ENTRIES, outdir, plugins: [withoutChecks] })
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }))
  return { name: 'without checks', path: resolve(outdir, 'main.mjs'), variables: {} }
}

/** aws-actions/configure-aws-credentials, or another action that takes its inputs (and has its default audience); its SDK is led to the street's STS. */
export function peerAt(path: string, sts: string): Contestant {
  return {
    name: 'peer',
    path: resolve(path),
    variables: { AWS_ENDPOINT_URL_STS: sts, INPUT_AUDIENCE: 'sts.amazonaws.com' },
  }
}
