// What explains any failure: all causes.
import { CAUSES } from '../causes/catalogue.js'
import { diagnosisBy } from '../causes/diagnosis.js'
import { knowledgeBy } from './conclude.js'

export const knowledge = knowledgeBy(diagnosisBy(CAUSES))
