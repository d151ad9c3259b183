// What finds in the workflow file where a fix belongs, with YAML.
import { examineWorkflow } from '../workflow/examine.js'
import { inputSources } from '../workflow/input-source.js'
import { opener } from '../workflow/nodes.js'

export const workflowKnowledge = { examineWorkflow, inputSources, opener }
