// The scenarios: one a cause, in the order of the catalogue, and the good run first.
import { atRealNames } from './real-names.js'
import type { Scenario } from './scenario.js'
import { INPUT_SCENARIOS } from './scenarios-inputs.js'
import { ISSUER_SCENARIOS } from './scenarios-issuer.js'
import { KEY_SCENARIOS } from './scenarios-keys.js'
import { PROFILE_SCENARIOS } from './scenarios-profile.js'
import { ROLES_SCENARIOS } from './scenarios-roles.js'
import { RUN_SCENARIOS } from './scenarios-run.js'
import { STS_SCENARIOS } from './scenarios-sts.js'
import { TOKEN_SCENARIOS } from './scenarios-token.js'
import { TRUST_SCENARIOS } from './scenarios-trust.js'

export const READY: Scenario = { id: 'ready', what: 'all is well: the job signs in', exit: 0 }

const FIRST_RUN = atRealNames({
  ...READY,
  name: 'first-run',
  what: 'no role yet: the summary prints the trust policy for this job',
  variables: { 'INPUT_ROLE-TO-ASSUME': null },
})

export const SCENARIOS: readonly Scenario[] = [
  READY,
  FIRST_RUN,
  ...INPUT_SCENARIOS,
  ...TOKEN_SCENARIOS,
  ...ISSUER_SCENARIOS,
  ...KEY_SCENARIOS,
  ...STS_SCENARIOS,
  ...RUN_SCENARIOS,
  ...ROLES_SCENARIOS,
  ...TRUST_SCENARIOS,
  ...PROFILE_SCENARIOS,
]
