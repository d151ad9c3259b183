// What a renewing profile works from: state and cache in the runner's temporary directory, and the command that reads them.
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Result } from '../model.js'
import type { Clock, PrivateFiles } from '../world.js'
import { lockFilesOf, whileLocked } from './file-lock.js'
import { whenLetGo } from './held-files.js'
import {
  fileFailure,
  makePrivateFolder,
  readRegular,
  reasonOf,
  removeStaged,
  replaceWhole,
} from './private-files.js'

const LARGEST = 256 * 1024
/** A renewal ends after 40 s (src/renewal.ts): an older lock is of a process that was killed. With the wait it stays below a minute. */
const PATIENCE = { waitMs: 15_000, staleMs: 45_000 }

export function makePrivateFiles(
  clock: Clock,
  program = '',
  env: NodeJS.ProcessEnv = process.env,
  patience = PATIENCE,
): PrivateFiles {
  return {
    place(name) {
      const folder = env['RUNNER_TEMP'] ?? ''
      if (folder === '') return fileFailure('renewal', 'RUNNER_TEMP', { reason: 'not-set' })
      return { ok: true, value: join(folder, `aws-oidc-preflight-${randomUUID()}.${name}`) }
    },
    create: (path, text) =>
      attemptFile(path, () => {
        makePrivateFolder(dirname(path))
        writeFileSync(path, text, { flag: 'wx', mode: 0o600, flush: true })
      }),
    read(path) {
      try {
        return readRegular(path, LARGEST)?.bytes.toString('utf8')
      } catch {
        return undefined
      }
    },
    replace: (path, text) => attemptFile(path, () => replaceWhole(path, text)),
    remove(paths) {
      for (const path of paths) {
        for (const one of [path, ...lockFilesOf(path)])
          whenLetGo(() => rmSync(one, { force: true }))
        removeStaged(path)
      }
    },
    async alone(path, work) {
      let begun = false
      const once = () => {
        begun = true
        return work()
      }
      try {
        return await whileLocked(path, { ...patience, clock }, once)
      } catch (error) {
        if (begun || !reasonOf(error)) throw error
        // The lock only spares a second call; without it the session is fetched all the same.
        return work()
      }
    },
    renewal: (state) => ({
      words: [process.execPath, program, state],
      windows: process.platform === 'win32',
    }),
  }
}

function attemptFile<T>(path: string, work: () => T): Result<T> {
  try {
    return { ok: true, value: work() }
  } catch (error) {
    const why = reasonOf(error)
    if (!why) throw error
    return fileFailure('renewal', path, why)
  }
}
