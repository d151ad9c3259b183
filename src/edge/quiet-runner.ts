// The runner for a program that another tool runs: nothing goes to standard output, which is the tool's, and findings go to standard error.
import { REQUEST_VARIABLES } from '../model/problem.js'
import type { Runner } from '../world.js'
import { Masks } from './masks.js'
import { readBelow } from './read-below.js'

const [, REQUEST_TOKEN] = REQUEST_VARIABLES

export function makeQuietRunner(env: NodeJS.ProcessEnv = process.env): Runner {
  // The runner reads commands in standard error too, and has not been told of these secrets.
  const masks = new Masks()
  masks.add(env[REQUEST_TOKEN] ?? '')
  const nothing = () => undefined
  const done = () => ({ ok: true as const, value: undefined })
  return {
    input: nothing,
    env: (name) => env[name],
    event: nothing,
    mask(value) {
      masks.add(value)
    },
    info: nothing,
    debug: nothing,
    group: nothing,
    annotate({ title, message }) {
      process.stderr.write(`${masks.clean(title)}\n${masks.clean(message)}\n`)
    },
    setOutputs: () => ({ ok: true, value: nothing }),
    exportVariables: done,
    rememberVariables: done,
    restoreVariables: () => [],
    remember: done,
    recall: nothing,
    writeSummary: async () => undefined,
    writeFile: done,
    sweepBeside: nothing,
    readFile: readBelow,
    fail() {
      process.exitCode = 1
    },
  }
}
