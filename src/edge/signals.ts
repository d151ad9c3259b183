// Signals (SIGINT, SIGTERM) held back while files are changed: a job that is cancelled gets one.

const ENDING = ['SIGINT', 'SIGTERM'] as const

export interface HeldSignals {
  /** Whether one has come. */
  told(): boolean
  /** Lets the first one that came take its course. */
  release(): Promise<void>
}

export function holdSignals(): HeldSignals {
  const came: NodeJS.Signals[] = []
  const hold = (signal: NodeJS.Signals): void => void came.push(signal)
  for (const signal of ENDING) process.on(signal, hold)
  return {
    told: () => came.length > 0,
    async release() {
      // Those that came while the thread was busy are only handed out now.
      await new Promise((next) => setImmediate(next))
      for (const signal of ENDING) process.off(signal, hold)
      if (came[0]) process.kill(process.pid, came[0])
    },
  }
}
