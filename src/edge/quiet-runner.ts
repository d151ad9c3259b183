// The runner for a program that another tool runs: nothing goes to standard output, which is the tool's, and findings go to standard error.
import { HIDDEN } from '../secret.js'
import { sanitise } from '../text.js'
import type { Runner } from '../world.js'
import { readBelow } from './read-below.js'

export function makeQuietRunner(env: NodeJS.ProcessEnv = process.env): Runner {
  const masked = new Set<string>()
  // The runner reads commands in standard error too, and has not been told of these secrets.
  const clean = (text: string): string => {
    let shown = text
    for (const secret of masked) shown = shown.replaceAll(secret, HIDDEN)
    return sanitise(shown)
  }
  const nothing = () => undefined
  return {
    input: () => '',
    env: (name) => env[name],
    event: nothing,
    mask(value) {
      if (value !== '') masked.add(value)
    },
    info: nothing,
    debug: nothing,
    annotate({ title, message }) {
      process.stderr.write(`${clean(title)}\n${clean(message)}\n`)
    },
    setOutput: nothing,
    exportVariables: () => ({ ok: true, value: undefined }),
    rememberVariables: nothing,
    restoreVariables: () => [],
    remember: nothing,
    recall: nothing,
    writeSummary: async () => undefined,
    writeFile: () => ({ ok: true, value: undefined }),
    readFile: readBelow,
    fail() {
      process.exitCode = 1
    },
  }
}
