// The border of what only explains: causes, trust policies, YAML, and the place in the workflow file.
// All that lies behind it is reached through here (its pages: report/explain-pages.ts); a run that finds nothing calls none of it.
import { causeFor, retryFor } from '../causes/index.js'
import { examine, parseParameters, parse as parseTrustPolicy } from '../trust/index.js'
import { examineWorkflow } from '../workflow/examine.js'
import { inputSources } from '../workflow/input-source.js'
import { opener } from '../workflow/nodes.js'
import { conclude, retryAfter } from './conclude.js'

export const explain = {
  causeFor,
  conclude,
  examine,
  examineWorkflow,
  inputSources,
  opener,
  parseParameters,
  parseTrustPolicy,
  retryAfter,
  retryFor,
}
