// Files in memory: the ports of the profile's files and of the private files, over one map that a test can read and change.
import type { Failure, JobFile, Result } from '../src/model.js'
import type { Changed, FileEdit, PrivateFiles, Profiles } from '../src/world.js'

export class FakeFiles {
  readonly texts = new Map<string, string>()
  /** Paths that cannot be written. */
  readonly full = new Set<string>()
  locks = 0
  #placed = 0

  readonly profiles: Profiles = {
    files: () => ({ credentials: '/home/.aws/credentials', config: '/home/.aws/config' }),
    digest: (text) => `digest of ${text.length}:${text}`,
    change: (edits, before) => this.#change(edits, before),
  }

  readonly privateFiles: PrivateFiles = {
    place: (name) => ({ ok: true, value: `/temp/${this.#placed++}.${name}` }),
    create: (path, text) => this.#write(path, text),
    read: (path) => this.texts.get(path),
    replace: (path, text) => this.#write(path, text),
    remove: (paths) => {
      for (const path of paths) this.texts.delete(path)
    },
    alone: async (_path, work) => {
      this.locks++
      return work()
    },
    renewal: (state) => ({ words: ['/node', '/dist/renew.mjs', state], windows: false }),
  }

  async #change(edits: readonly FileEdit[], before?: () => Result<void>): Promise<Result<Changed>> {
    const old = new Map(this.texts)
    const next = new Map(this.texts)
    for (const { path, file, edit } of edits) {
      const edited = edit(next.get(path))
      if (!edited.ok) return edited
      if (edited.value === undefined) next.delete(path)
      else next.set(path, edited.value)
      if (this.full.has(path)) return { ok: false, failure: unwritable(path, file) }
    }
    const ready = before?.() ?? { ok: true }
    if (!ready.ok) return ready
    this.#become(next)
    const undo = async (): Promise<Result<void>> => {
      for (const { path } of edits) {
        const text = old.get(path)
        if (text === undefined) this.texts.delete(path)
        else this.texts.set(path, text)
      }
      return { ok: true, value: undefined }
    }
    return { ok: true, value: { undo } }
  }

  #become(next: Map<string, string>): void {
    this.texts.clear()
    for (const [path, text] of next) this.texts.set(path, text)
  }

  #write(path: string, text: string): Result<void> {
    if (this.full.has(path)) return { ok: false, failure: unwritable(path, 'renewal') }
    this.texts.set(path, text)
    return { ok: true, value: undefined }
  }
}

/** A file of the job's, on a disk that is full. */
export const unwritable = (path: string, file: JobFile): Failure => ({
  kind: 'file',
  file,
  path,
  reason: 'os',
  errno: 'ENOSPC',
})
