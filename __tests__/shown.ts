// What a user sees of a run, with all that differs from run to run replaced by its name.
import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Played } from '../sandbox/play.js'

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/(localhost|127\.0\.0\.1):\d+/g, '$1:<port>'],
  [/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, '<time>'],
  [/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/g, '<id>'],
  [/\b\d+(\.\d+)? ms\b/g, '<n> ms'],
  [/\b\d+\.\d s\b/g, '<n> s'],
  [/"(iat|nbf|exp)": \d+/g, '"$1": <seconds>'],
  [/[^\s"`]*\/aws-oidc-preflight-\w+\/run-\w+/g, '<run>'],
  [/^(.*?) +█+ *(<n> ms)/gm, '$1 <bar> $2'],
  [/^::add-mask::.*$/gm, '::add-mask::<secret>'],
]

export function normalised(text: string): string {
  return NAMES.reduce(
    (shown, [pattern, name]) => shown.replace(pattern, name),
    text.replaceAll(tmpdir(), ''),
  )
}

/** The log line by line as the process wrote it, but for the lines that only tell the runner what to mask. */
export function written(stdout: string): string {
  return stdout
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n')
}

/** All that a run wrote anywhere, but for the secrets' two proper places: add-mask lines and the job's environment file. */
export function leftBehind({ stdout, stderr, environment, exported, laid }: Played): string {
  const run = dirname(environment['GITHUB_EVENT_PATH'] ?? '')
  const files = readdirSync(run, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path !== environment['GITHUB_ENV'])
    // Profiles are where later steps look for the keys.
    .filter((path) => !(exported['AWS_REGION'] && path.endsWith(join('.aws', 'credentials'))))
    .map((path) => [path, readFileSync(path, 'utf8')] as const)
    .filter(([path, text]) => laid[path] !== text)
  return [written(stdout), stderr, ...files.map(([, text]) => text)].join('\n')
}
