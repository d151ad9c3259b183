// Entry of the post step: puts back what the job had before, and takes out the profile or puts back what it replaced. It warns, and never fails.
import { makeClock } from './edge/clock.js'
import { makeProfiles } from './edge/profile-files.js'
import { makePrivateFiles } from './edge/renewal-files.js'
import { makeRunner } from './edge/runner.js'
import { cleanupLines } from './report/cleanup-lines.js'
import { readOutlets } from './steps/read-inputs.js'
import { removeProfiles } from './steps/remove-profile.js'

const runner = makeRunner()
const clock = makeClock(new AbortController().signal)

function warn(what: string, error: unknown): void {
  runner.annotate({
    severity: 'warning',
    title: `aws-oidc-preflight: ${what}`,
    message: `What the job had before could not be put back: ${error instanceof Error ? error.message : String(error)}`,
  })
}

try {
  const names = runner.restoreVariables()
  if (names.length > 0) runner.info(`Put back as they were before: ${names.join(', ')}`)
} catch (error) {
  warn('the environment could not be put back', error)
}

runner.sweepBeside(readOutlets(runner).reportFile)

try {
  const all = await removeProfiles(runner, makeProfiles(clock), makePrivateFiles(clock))
  for (const line of cleanupLines(all)) runner.info(line)
} catch (error) {
  warn('the profile could not be removed', error)
}
