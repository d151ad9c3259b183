// The back door: puts back what the job had before. It warns, and never fails.
import { makeRunner } from './edge/runner.js'

const runner = makeRunner()
try {
  const names = runner.restoreVariables()
  if (names.length > 0) runner.info(`Put back as they were before: ${names.join(', ')}`)
} catch (error) {
  runner.annotate({
    severity: 'warning',
    title: 'aws-oidc-preflight: the environment could not be put back',
    message: `What the job had before could not be put back: ${error instanceof Error ? error.message : String(error)}`,
  })
}
