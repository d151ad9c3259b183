// Entry of a renewal: what a renewing profile's credential_process runs, at each call of a tool. A cached session needs nothing else.
import { makeClock } from './edge/clock.js'
import { exit } from './edge/exit.js'
import { makePrivateFiles } from './edge/renewal-files.js'
import { failUnread } from './edge/standard-streams.js'
import { cachedSession } from './steps/cached-session.js'

failUnread()
const path = process.argv[2] ?? ''
const clock = makeClock(new AbortController().signal)
const cached = cachedSession({ privateFiles: makePrivateFiles(clock), clock }, path)
if (cached !== undefined) process.stdout.write(`${cached}\n`)
else {
  const { renewSession } = await import('./sign-in.js')
  await renewSession(path)
}
await exit()
