// What explains an answer of STS's: the causes that take one, a third of them all.
import { ANSWERED } from '../causes/answers.js'
import { diagnosisBy } from '../causes/diagnosis.js'
import { knowledgeBy } from './conclude.js'

export const answerKnowledge = knowledgeBy(diagnosisBy(ANSWERED))
