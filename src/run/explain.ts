// The border of what only explains: causes, trust policies, YAML, and the place in the workflow file.
// All that lies behind it is reached through here (its pages: report/explain-pages.ts); a run that finds nothing calls none of it.
import { causeFor, retryFor } from '../causes/index.js'
import { examine } from '../trust/examine.js'
import { parseParameters } from '../trust/parameter-file.js'
import { parseTrustPolicy } from '../trust/parse.js'
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
  parseParameters,
  parseTrustPolicy,
  retryAfter,
  retryFor,
  writtenInput,
  writtenVariable,
}
