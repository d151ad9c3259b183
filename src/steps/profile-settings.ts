// What a profile holds in each of AWS's shared files, and what keeps it from standing there.
import type { Failure, Inputs, ProfileFile, Session } from '../model.js'
import type { Settings } from '../profile/ini.js'

export const FILES = ['credentials', 'config'] as const

export type SettingsOfFiles = Readonly<Record<ProfileFile, Settings | undefined>>

/** A renewing profile holds no keys: botocore would take keys in the credentials file first. */
export function settingsFor(
  { renew, region }: Inputs,
  { credentials }: Session,
  renewal: Settings,
): SettingsOfFiles {
  if (renew) return { credentials: undefined, config: { region, ...renewal } }
  return {
    credentials: {
      aws_access_key_id: credentials.accessKeyId.reveal(),
      aws_secret_access_key: credentials.secretAccessKey.reveal(),
      aws_session_token: credentials.sessionToken.reveal(),
    },
    config: { region },
  }
}

/** Values that no line of such a file can hold, and two sections that would be one. */
export function clashOf(
  { awsProfile: profile }: Inputs,
  files: Readonly<Record<ProfileFile, string>>,
  settings: SettingsOfFiles,
): Failure | undefined {
  const odd = (file: ProfileFile, problem: 'value' | 'one-file'): Failure => ({
    kind: 'profile-odd',
    profile,
    path: files[file],
    problem,
    line: 0,
  })
  const unfit = FILES.find((file) =>
    Object.values(settings[file] ?? {}).some((value) =>
      /[\p{Cc}\u2028\u2029]|^\s|\s$|^$/u.test(value),
    ),
  )
  if (unfit) return odd(unfit, 'value')
  const one = profile === 'default' && files.credentials === files.config && settings.credentials
  return one ? odd('config', 'one-file') : undefined
}
