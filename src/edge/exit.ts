// Ends the process: everything is written first, and whatever is still under way is given up.

/**
 * Never comes back. A look-up of a name cannot be called off, and process.exit() too waits for its thread: then
 * another program takes our place, and ends with our exit code. Windows has no such call, but ends a process at once that
 * is killed, with the exit code 1 (libuv, src/win/process.c).
 */
export async function exit(): Promise<never> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise((written) => stream.write('', written))
  }
  // What could not be written may have changed it.
  const code = Number(process.exitCode ?? 0)
  const hangs = process.getActiveResourcesInfo().includes('GetAddrInfoReqWrap')
  if (hangs && process.platform === 'win32' && code === 1) process.kill(process.pid, 'SIGKILL')
  if (hangs && process.execve && process.platform !== 'win32') {
    const words = [process.execPath, '-e', `process.exit(${code})`]
    process.execve(process.execPath, words, { ...process.env, NODE_OPTIONS: '' })
  }
  process.exit(code)
}
