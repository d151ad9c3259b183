// What reads and examines a trust policy, with YAML, TOML and JSON with places.
import { examine, parseParameters, parse as parseTrustPolicy } from '../trust/index.js'

export const trustKnowledge = { examine, parseParameters, parseTrustPolicy }
