// Entry of the main step: the connections first, and the rest of the action while they come to stand.
import { setImmediate } from 'node:timers/promises'
import { beginConnections } from './edge/early-connections.js'
import { exit } from './edge/exit.js'

const early = beginConnections(process.env)
// While a file is read nothing is sent: names are looked up, and sockets open, in the turns before.
await setImmediate()
await setImmediate()
const { mainStep } = await import('./sign-in.js')
await mainStep(early)
await exit()
