// Entry of the main step.
import { exit } from './edge/exit.js'
import { endBetweenTurns } from './edge/signals.js'

endBetweenTurns()
const { mainStep } = await import('./sign-in.js')
await mainStep()
await exit()
