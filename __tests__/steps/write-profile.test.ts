// The profile from inputs to files and back: what is written, what is refused, and what the post step takes out again.
import { describe, expect, test } from '@jest/globals'
import type { Inputs, Known } from '../../src/model.js'
import { settingsOf } from '../../src/profile/ini.js'
import { type ProfileNote, removeProfile } from '../../src/steps/remove-profile.js'
import { stateIn } from '../../src/steps/renewal-state.js'
import { writeProfile } from '../../src/steps/write-profile.js'
import { CREDENTIALS, FakeWorld, granted } from '../fake-world.js'
import { KNOWN } from '../known.js'

const CREDENTIALS_FILE = '/home/.aws/credentials'
const CONFIG_FILE = '/home/.aws/config'
const { session } = granted()

function knownFor(inputs: Partial<Inputs>): Known & { inputs: Inputs } {
  return { ...KNOWN, inputs: { ...(KNOWN.inputs as Inputs), awsProfile: 'deploy', ...inputs } }
}

const write = (world: FakeWorld, inputs: Partial<Inputs> = {}, from = session) =>
  writeProfile(world, knownFor(inputs), from)
const remove = ({ runner, profiles, privateFiles }: FakeWorld) =>
  removeProfile(runner, profiles, privateFiles)
const noteOf = ({ runner }: FakeWorld) => runner.notes['profile'] as ProfileNote
const secrets = Object.values(CREDENTIALS)

describe('a profile that holds the session', () => {
  test('has the keys in one file and the region in the other', async () => {
    const world = new FakeWorld()
    expect(await write(world)).toMatchObject({
      ok: true,
      value: { paths: [CREDENTIALS_FILE, CONFIG_FILE] },
    })
    expect(Object.fromEntries(world.files.texts)).toEqual({
      [CREDENTIALS_FILE]:
        '[deploy]\naws_access_key_id = ASIAHUSH\naws_secret_access_key = secret-hush\naws_session_token = session-hush\n',
      [CONFIG_FILE]: '[profile deploy]\nregion = eu-west-1\n',
    })
  })

  test('leaves the post step a note without secrets, before the first file is touched', async () => {
    const world = new FakeWorld()
    await write(world)
    const note = noteOf(world)
    expect(note).toMatchObject({
      profile: 'deploy',
      created: [CREDENTIALS_FILE, CONFIG_FILE],
      files: [],
    })
    expect(note.sections.map(({ path, file }) => [path, file])).toEqual([
      [CREDENTIALS_FILE, 'credentials'],
      [CONFIG_FILE, 'config'],
    ])
  })

  test('leaves no note with cleanup: false, and is then not removed', async () => {
    const world = new FakeWorld()
    await write(world, { cleanup: false })
    expect(world.runner.notes).toEqual({})
    expect(await remove(world)).toBeUndefined()
    expect(world.files.texts.size).toBe(2)
  })

  test('can be taken back', async () => {
    const world = new FakeWorld()
    world.files.texts.set(CONFIG_FILE, '[default]\n')
    const written = await write(world)
    if (written.ok) await written.value.undo()
    expect(Object.fromEntries(world.files.texts)).toEqual({ [CONFIG_FILE]: '[default]\n' })
  })
})

describe('a profile that is there already', () => {
  const OLD = '# old\n[profile deploy]\nrole_arn = x\n'

  test.each([
    ['in the config file', CONFIG_FILE, OLD, 2],
    ['in the credentials file', CREDENTIALS_FILE, '[deploy]\n', 1],
  ])('%s is refused', async (_where, path, text, line) => {
    const world = new FakeWorld()
    world.files.texts.set(path, text)
    const failure = { kind: 'profile-exists', profile: 'deploy', path, line }
    expect(await write(world)).toEqual({ ok: false, failure })
    expect(await write(world, { renew: true })).toEqual({ ok: false, failure })
    expect(Object.fromEntries(world.files.texts)).toEqual({ [path]: text })
    expect(world.runner.notes).toEqual({})
  })

  test('is replaced where that is asked for, with all that it held', async () => {
    const world = new FakeWorld()
    world.files.texts.set(CONFIG_FILE, OLD)
    await write(world, { overwriteAwsProfile: true })
    expect(world.files.texts.get(CONFIG_FILE)).toBe('# old\n[profile deploy]\nregion = eu-west-1\n')
  })

  test('keeps no keys that would win over a renewing profile', async () => {
    const world = new FakeWorld()
    world.files.texts.set(CREDENTIALS_FILE, '[a]\nx = 1\n[deploy]\naws_access_key_id = AKIAOLD\n')
    await write(world, { renew: true, overwriteAwsProfile: true })
    expect(world.files.texts.get(CREDENTIALS_FILE)).toBe('[a]\nx = 1\n')
  })
})

describe('a profile that renews', () => {
  test('has a command in place of keys; state and session lie in private files', async () => {
    const world = new FakeWorld()
    await write(world, { renew: true, webIdentityTokenFile: 'token.jwt' })
    const { files } = noteOf(world)
    const [state = '', cache = ''] = files
    expect(world.files.texts.has(CREDENTIALS_FILE)).toBe(false)
    expect(settingsOf(world.files.texts.get(CONFIG_FILE) ?? '', 'deploy', 'config')).toBe(
      `region = eu-west-1\ncredential_process = /node /dist/renew.mjs ${state}`,
    )
    expect(JSON.parse(world.files.texts.get(cache) ?? '')).toMatchObject({
      AccessKeyId: 'ASIAHUSH',
    })
    expect(stateIn(world.files.texts.get(state))).toMatchObject({
      cache,
      inputs: { region: 'eu-west-1', webIdentityTokenFile: '/workspace/token.jwt' },
      run: { repository: 'octo-org/octo-repo' },
    })
    for (const secret of secrets) expect(world.files.texts.get(state)).not.toContain(secret)
  })

  test.each(['/abs/token', 'C:\\token', '\\\\host\\token'])(
    'a token file %s is left so',
    async (path) => {
      const world = new FakeWorld()
      await write(world, { renew: true, webIdentityTokenFile: path })
      const [state = ''] = noteOf(world).files
      expect(stateIn(world.files.texts.get(state))?.inputs.webIdentityTokenFile).toBe(path)
    },
  )

  test('whose profile cannot be written leaves no private files', async () => {
    const world = new FakeWorld()
    world.files.full.add(CONFIG_FILE)
    expect(await write(world, { renew: true })).toMatchObject({
      failure: { path: CONFIG_FILE, code: 'ENOSPC' },
    })
    expect(world.files.texts.size).toBe(0)
  })

  test('whose private files cannot be written leaves no profile', async () => {
    const world = new FakeWorld()
    world.files.full.add('/temp/1.state.json')
    expect(await write(world, { renew: true })).toMatchObject({
      failure: { path: '/temp/1.state.json' },
    })
    expect(world.files.texts.size).toBe(0)
  })
})

describe('what no profile can hold', () => {
  test.each(['a\nb', ' a', 'a ', ''])('a region %j', async (region) => {
    const world = new FakeWorld()
    expect(await write(world, { region })).toMatchObject({
      failure: { kind: 'profile-odd', path: CONFIG_FILE, problem: 'value' },
    })
    expect(world.files.texts.size).toBe(0)
  })

  test('a file in which the profile stands twice', async () => {
    const world = new FakeWorld()
    world.files.texts.set(CONFIG_FILE, '[profile deploy]\n[profile deploy]\n')
    expect(await write(world, { overwriteAwsProfile: true })).toEqual({
      ok: false,
      failure: {
        kind: 'profile-odd',
        profile: 'deploy',
        path: CONFIG_FILE,
        problem: 'duplicate',
        line: 2,
      },
    })
    expect(world.files.texts.has(CREDENTIALS_FILE)).toBe(false)
  })

  test('default, where both files are one', async () => {
    const world = new FakeWorld()
    world.profiles.files = () => ({ credentials: CONFIG_FILE, config: CONFIG_FILE })
    expect(await write(world, { awsProfile: 'default' })).toMatchObject({
      failure: { problem: 'one-file' },
    })
    expect(await write(world)).toMatchObject({ ok: true })
    expect(world.files.texts.get(CONFIG_FILE)).toMatch(/^\[deploy\][^[]*\[profile deploy\]\n/)
  })
})

describe('the post step', () => {
  test('takes the profile out, and the files that were made for it', async () => {
    const world = new FakeWorld()
    world.files.texts.set(CONFIG_FILE, '# mine\n[default]')
    await write(world)
    expect(await remove(world)).toEqual({
      profile: 'deploy',
      from: [CREDENTIALS_FILE, CONFIG_FILE],
      changed: [],
    })
    expect(Object.fromEntries(world.files.texts)).toEqual({ [CONFIG_FILE]: '# mine\n[default]' })
  })

  test('takes out the private files of a renewing one', async () => {
    const world = new FakeWorld()
    await write(world, { renew: true })
    await remove(world)
    expect(world.files.texts.size).toBe(0)
  })

  test('leaves a profile that somebody has changed, and one that is gone', async () => {
    const world = new FakeWorld()
    await write(world)
    world.files.texts.set(CONFIG_FILE, '[profile deploy]\nregion = us-east-1\n')
    world.files.texts.delete(CREDENTIALS_FILE)
    expect(await remove(world)).toEqual({ profile: 'deploy', from: [], changed: [CONFIG_FILE] })
    expect(world.files.texts.get(CONFIG_FILE)).toContain('us-east-1')
  })

  test('keeps what others have added beside it', async () => {
    const world = new FakeWorld()
    await write(world)
    world.files.texts.set(
      CONFIG_FILE,
      `${world.files.texts.get(CONFIG_FILE)}[profile later]\nx = 1\n`,
    )
    await remove(world)
    expect(Object.fromEntries(world.files.texts)).toEqual({
      [CONFIG_FILE]: '[profile later]\nx = 1\n',
    })
  })

  test('does not touch a file that has become odd, and says what it is', async () => {
    const world = new FakeWorld()
    await write(world)
    const odd = '[profile deploy]\n[profile deploy]\n'
    world.files.texts.set(CONFIG_FILE, odd)
    await expect(remove(world)).rejects.toThrow(`${CONFIG_FILE}, line 2: duplicate`)
    expect(world.files.texts.get(CONFIG_FILE)).toBe(odd)
  })

  test('has nothing to do where no profile was written', async () => {
    expect(await remove(new FakeWorld())).toBeUndefined()
  })
})
