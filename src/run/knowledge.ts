// All that only explains, behind one import: causes, trust policies, YAML, and the place in the workflow file.
import { causeFor, retryFor } from '../causes/index.js'
import { examine, parseParameters, parse as parseTrustPolicy } from '../trust/index.js'
import { examineWorkflow } from '../workflow/examine.js'
import { inputSources } from '../workflow/input-source.js'
import { opener } from '../workflow/nodes.js'
import { conclude, retryAfter } from './conclude.js'
import { concludeRoles } from './conclude-roles.js'

export const knowledge = {
  causeFor,
  conclude,
  concludeRoles,
  examine,
  examineWorkflow,
  inputSources,
  opener,
  parseParameters,
  parseTrustPolicy,
  retryAfter,
  retryFor,
}
