// Is anything about the job and its inputs worth a word, though nothing is wrong with it?
import type { Failure } from '../model.js'
import type { Check } from './check.js'

export const setup: Check = {
  id: 'setup',
  title: 'Nothing unusual in inputs and environment',
  asked: ({ inputs }) => inputs !== undefined,
  judge({ inputs, run, existing }) {
    const failures: Failure[] = []
    // A token from a file was not asked for at all.
    if (inputs && inputs.webIdentityTokenFile === '') {
      const { audience: asked, usualAudience: usual } = inputs
      if (asked !== usual) failures.push({ kind: 'audience-unusual', asked, usual })
    }
    // Credentials that were asked for, and that work, are no surprise.
    if (run.ambient.length > 0 && !existing)
      failures.push({ kind: 'ambient-credentials', names: run.ambient })
    return failures
  },
}
