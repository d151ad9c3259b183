// Entry of a renewal: what a renewing profile's credential_process runs, at each call of a tool. A cached session needs nothing else.
import { makeClock } from './edge/clock.js'
import { exit } from './edge/exit.js'
import { failPlainly } from './edge/last-word.js'
import { makePrivateFiles } from './edge/renewal-files.js'
import { failUnread } from './edge/standard-streams.js'
import { sourceIn, unloaded } from './report/unexplained.js'
import { cachedSession } from './steps/cached-session.js'

failUnread()
const path = process.argv[2] ?? ''
const clock = makeClock(new AbortController().signal)
const cached = cachedSession({ privateFiles: makePrivateFiles(clock), clock }, path)
if (cached !== undefined) process.stdout.write(`${cached}\n`)
else {
  try {
    const { renewSession } = await import('./sign-in.js')
    await renewSession(path)
  } catch (error) {
    failPlainly(unloaded(error, sourceIn(process.env)))
  }
}
await exit()
