// Is anything about the job and its inputs worth a word, though nothing is wrong with it?
import type { Failure } from '../model.js'
import type { Check } from './check.js'

export const setup: Check = {
  id: 'setup',
  title: 'Nothing unusual in inputs and environment',
  judge({ inputs, run }) {
    const failures: Failure[] = []
    // A token from a file was not asked for at all.
    if (inputs && inputs.webIdentityTokenFile === '') {
      const { audience: asked, usualAudience: usual } = inputs
      if (asked !== usual) failures.push({ kind: 'audience-unusual', asked, usual })
    }
    if (run.ambient.length > 0) failures.push({ kind: 'ambient-credentials', names: run.ambient })
    return failures
  },
}
