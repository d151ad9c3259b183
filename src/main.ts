// Entry of the main step.
import { exit } from './edge/exit.js'

const { mainStep } = await import('./sign-in.js')
await mainStep()
await exit()
