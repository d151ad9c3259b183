// One of AWS's shared files as an edit sees it: which one it is, and the failure where its text is odd.
import type { Failure, ProfileFile, Result } from '../model.js'
import { oddIn } from '../profile/ini.js'
import type { FileEdit } from '../world.js'

export interface SharedFile {
  profile: string
  file: ProfileFile
  path: string
}

/** `edit` is only asked where the profile's section can be told in the text. */
export function safeEdit({ profile, file, path }: SharedFile, edit: FileEdit['edit']): FileEdit {
  return {
    path,
    file,
    edit(text): Result<string | undefined> {
      const odd = oddIn(text ?? '', profile, file)
      const failure: Failure | undefined = odd && { kind: 'profile-odd', profile, path, ...odd }
      return failure ? { ok: false, failure } : edit(text)
    },
  }
}
