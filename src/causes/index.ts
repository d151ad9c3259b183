// The catalogue asked, as a whole.

import { CAUSES } from './catalogue.js'
import { diagnosisBy } from './diagnosis.js'

export { resolve } from './diagnosis.js'
export { CAUSES }

export const { causeFor, diagnose, retryFor } = diagnosisBy(CAUSES)
