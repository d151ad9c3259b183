// Entry of the main step: the connections first, and the rest of the action while they come to stand.
import { setImmediate } from 'node:timers/promises'
import { beginConnections } from './edge/early-connections.js'
import { exit } from './edge/exit.js'
import { failAnnotated } from './edge/last-word.js'
import { sourceIn, unloaded } from './report/unexplained.js'

const early = beginConnections(process.env)
// While a file is read nothing is sent: names are looked up, and sockets open, in the turns before.
await setImmediate()
await setImmediate()
try {
  const { mainStep } = await import('./sign-in.js')
  await mainStep(early)
} catch (error) {
  failAnnotated(unloaded(error, sourceIn(process.env)))
}
await exit()
