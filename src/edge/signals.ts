// Signals of a cancelled job (SIGINT, then SIGTERM): held back while something must not be left half done.

/** On Windows the runner sends Ctrl+C, then Ctrl+Break (actions/runner, ProcessInvoker.cs); elsewhere nothing ever sends the latter. */
const ENDING = ['SIGINT', 'SIGTERM', 'SIGBREAK'] as const
type Ending = (typeof ENDING)[number]

export interface HeldSignals {
  /** Whether one has come. */
  told(): boolean
  /** Lets the first one that came take its course. */
  release(): Promise<void>
}

/** Those that wait for a holder to let go, the first one first. */
const came: Ending[] = []
/** What is put right before one takes its course. */
const lastWork = new Set<() => void>()
let holders = 0
let listening = false

function listen(): void {
  if (listening) return
  listening = true
  for (const signal of ENDING) process.on(signal, receive)
}

function stopListening(): void {
  listening = false
  for (const signal of ENDING) process.off(signal, receive)
}

function receive(signal: NodeJS.Signals): void {
  came.push(signal as Ending)
  if (holders === 0) takeCourse()
}

/** As if nobody had listened. */
function takeCourse(): void {
  const [first] = came
  if (first === undefined) return
  for (const work of lastWork) work()
  stopListening()
  // Windows ends a process by any of them, but for this one, which cannot be sent.
  process.kill(process.pid, first === 'SIGBREAK' ? 'SIGTERM' : first)
}

/**
 * From here on a signal takes its course between two turns of the event loop, and not within one: what is done in one
 * turn (a file and its renaming, a file and the note of it) is done whole or not at all.
 */
export function endBetweenTurns(): void {
  listen()
}

/** From here on `work` is done before a signal takes its course, where one is listened for; until what it returns is called. */
export function beforeEnding(work: () => void): () => void {
  lastWork.add(work)
  return () => lastWork.delete(work)
}

export function holdSignals(): HeldSignals {
  const wasListening = listening
  listen()
  holders++
  return {
    told: () => came.length > 0,
    async release() {
      // Those that came while the thread was busy are only handed out now: in the next turn, since this one may have
      // looked for them before.
      await new Promise((next) => setImmediate(() => setImmediate(next)))
      holders--
      if (holders > 0) return
      if (came.length > 0) takeCourse()
      else if (!wasListening) stopListening()
    },
  }
}
