// Files that another program holds for a moment: on Windows a scanner or an indexer may, and then they can be neither replaced nor removed.

/** In ms, between the tries: together far less than a lock is good for (profile-files.ts). */
const PAUSES = [10, 20, 40, 80, 160, 320, 640]
/** What libuv makes of ERROR_ACCESS_DENIED (either, by version) and of ERROR_SHARING_VIOLATION (libuv, src/win/error.c). Elsewhere such a refusal lasts. */
const HELD = ['EPERM', 'EACCES', 'EBUSY']

/** The thread stands still meanwhile: what is done under a lock is done in one turn of the event loop. */
function standStill(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

/** What `work` comes to, tried again on Windows while the file that it is about is held. */
export function whenLetGo<T>(work: () => T, pause = standStill): T {
  for (const ms of process.platform === 'win32' ? PAUSES : []) {
    try {
      return work()
    } catch (error) {
      if (!HELD.includes((error as NodeJS.ErrnoException).code ?? '')) throw error
      pause(ms)
    }
  }
  return work()
}
