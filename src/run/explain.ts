// The border of what only explains: causes, trust policies, YAML, and the place in the workflow file.
// All that lies behind it is reached through here (its pages: report/explain-pages.ts); a run that finds nothing calls none of it.
import { causeFor, retryFor } from '../causes/index.js'
import { examine, parse as parseTrustPolicy } from '../trust/index.js'
import { examineWorkflow, writtenInput } from '../workflow/examine.js'
import { callsIn, environmentOf, hasSteps, writtenVariable } from '../workflow/job-settings.js'
import { conclude, retryAfter } from './conclude.js'

export const explain = {
  callsIn,
  causeFor,
  conclude,
  environmentOf,
  examine,
  examineWorkflow,
  hasSteps,
  parseTrustPolicy,
  retryAfter,
  retryFor,
  writtenInput,
  writtenVariable,
}
