// Standard output and standard error when they take nothing any more: whoever read them is gone, or their disk is full.

/** Nobody is left to be told. */
function letGo(): void {}

/**
 * From here on, what cannot be said stops nothing: Node would end the process at the first line (EPIPE, ENOSPC), half-way
 * between two files.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(letGo)) stream.on('error', letGo)
}

/** For what is asked for on standard output: whoever did not get it is told by the exit code. */
export function failUnread(): void {
  outliveReaders()
  process.stdout.on('error', () => {
    process.exitCode = 1
  })
}
