// The profile from inputs to files and back: what is written, what is refused, and what the post step takes out again.

import { describe, expect, test } from '@jest/globals'
import type { Failure, FileReason, Inputs } from '../../src/model.js'
import type { ProfileNote } from '../../src/steps/profile-note.js'
import { removeProfiles } from '../../src/steps/remove-profile.js'
import { stateIn } from '../../src/steps/renewal-state.js'
import { writeProfiles } from '../../src/steps/write-profile.js'
import { unwritable } from '../fake-files.js'
import { CREDENTIALS, FakeWorld, granted, runIn } from '../fake-world.js'
import { settingsOf } from '../profile/support.js'

const CREDENTIALS_FILE = '/home/.aws/credentials'
const CONFIG_FILE = '/home/.aws/config'
const { session } = granted()

const write = (world: FakeWorld, inputs: Partial<Inputs> = {}, from = session) =>
  writeProfiles(world, [{ run: runIn(world, { awsProfile: 'deploy', ...inputs }), session: from }])
const remove = async ({ runner, profiles, privateFiles }: FakeWorld) =>
  (await removeProfiles(runner, profiles, privateFiles))[0]
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
    // Of the files that were laid on the way, and are gone again.
    expect(noteOf(world)).toMatchObject({ sections: [], created: [] })
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
      failure: { file: 'config', path: CONFIG_FILE, reason: 'os', errno: 'ENOSPC' },
    })
    expect(world.files.texts.size).toBe(0)
  })

  test('tells the post step of its private files before they are there', async () => {
    const world = new FakeWorld()
    const { create } = world.privateFiles
    const noted: (readonly string[])[] = []
    world.privateFiles.create = (path, text) => {
      noted.push(noteOf(world).files)
      return create(path, text)
    }
    await write(world, { renew: true })
    expect(noted).toEqual([noteOf(world).files, noteOf(world).files])
    expect(noteOf(world).files.every((path) => world.files.texts.has(path))).toBe(true)
  })

  test('that cannot be noted lays no private file', async () => {
    const world = new FakeWorld()
    const failure = unwritable('/state', 'state')
    world.runner.remember = () => ({ ok: false, failure })
    expect(await write(world, { renew: true })).toEqual({ ok: false, failure })
    expect(world.files.texts.size).toBe(0)
  })

  test('whose private files cannot be written leaves no profile', async () => {
    const world = new FakeWorld()
    world.files.full.add('/temp/0.state.json')
    expect(await write(world, { renew: true })).toMatchObject({
      failure: { path: '/temp/0.state.json' },
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
      from: [CONFIG_FILE, CREDENTIALS_FILE],
      restored: [],
      changed: [],
      lost: [],
      gone: [],
      large: [],
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
    expect(await remove(world)).toMatchObject({ from: [], restored: [], changed: [CONFIG_FILE] })
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

  test.each<[FileReason, string]>([
    [{ reason: 'locked' }, 'LOCKED'],
    [{ reason: 'link' }, 'LINK'],
    [{ reason: 'os', errno: 'EROFS' }, 'EROFS'],
  ])('says of a file that it cannot change (%j) which and why', async (why, code) => {
    const world = new FakeWorld()
    await write(world)
    const failure: Failure = { kind: 'file', file: 'config', path: CONFIG_FILE, ...why }
    world.profiles.change = async () => ({ ok: false, failure })
    await expect(remove(world)).rejects.toThrow(`profile \`deploy\`, ${CONFIG_FILE}: ${code}`)
  })

  test('has nothing to do where no profile was written', async () => {
    expect(await remove(new FakeWorld())).toBeUndefined()
  })
})

describe('a profile that was replaced', () => {
  const KEYS =
    '[a]\nx = 1\n[deploy]\n# theirs\naws_access_key_id = AKIAOLD\naws_secret_access_key = old-hush\n[z]\n'
  const CONFIG = '[default]\n[profile deploy]\nregion = us-west-2\noutput = json'
  const OVER = { overwriteAwsProfile: true }

  async function replaced(inputs: Partial<Inputs> = {}, files = [KEYS, CONFIG]) {
    const world = new FakeWorld()
    world.files.texts.set(CREDENTIALS_FILE, files[0] ?? '')
    world.files.texts.set(CONFIG_FILE, files[1] ?? '')
    expect(await write(world, { ...OVER, ...inputs })).toMatchObject({ ok: true })
    return world
  }
  const both = (credentials: string, config: string) => ({
    [CREDENTIALS_FILE]: credentials,
    [CONFIG_FILE]: config,
  })
  const textsOf = ({ files }: FakeWorld) => Object.fromEntries(files.texts)

  test.each([{}, { renew: true }])(
    'is put back to the byte by the post step: %j',
    async (inputs) => {
      const world = await replaced(inputs)
      expect(textsOf(world)).not.toMatchObject({ [CREDENTIALS_FILE]: KEYS })
      expect(await remove(world)).toEqual({
        profile: 'deploy',
        from: [],
        restored: [CONFIG_FILE, CREDENTIALS_FILE],
        changed: [],
        lost: [],
        gone: [],
        large: [],
      })
      expect(textsOf(world)).toEqual(both(KEYS, CONFIG))
    },
  )

  test('where it stood in one file only, the other is as it was too', async () => {
    const world = await replaced({}, ['[a]\n', CONFIG])
    expect(await remove(world)).toMatchObject({ from: [CREDENTIALS_FILE], restored: [CONFIG_FILE] })
    expect(textsOf(world)).toEqual(both('[a]\n', CONFIG))
  })

  test.each([{}, { renew: true }])('and both files are one: %j', async (inputs) => {
    const world = new FakeWorld()
    world.profiles.files = () => ({ credentials: CONFIG_FILE, config: CONFIG_FILE })
    const text = `${KEYS}${CONFIG}`
    world.files.texts.set(CONFIG_FILE, text)
    await write(world, { ...OVER, ...inputs })
    await remove(world)
    expect(textsOf(world)).toEqual({ [CONFIG_FILE]: text })
  })

  test('has its secrets masked, and only where they are noted', async () => {
    expect((await replaced()).runner.masked).toEqual(
      expect.arrayContaining(['AKIAOLD', 'old-hush']),
    )
    const left = await replaced({ cleanup: false })
    expect(left.runner.masked).toEqual([])
    expect(left.runner.notes).toEqual({})
  })

  test('by one step and then by another is put back by both, the last one first', async () => {
    const world = await replaced()
    const note = noteOf(world)
    const first = textsOf(world)
    await write(world, { ...OVER, region: 'eu-north-1' })
    await remove(world)
    expect(textsOf(world)).toEqual(first)
    world.runner.notes['profile'] = note
    await remove(world)
    expect(textsOf(world)).toEqual(both(KEYS, CONFIG))
  })

  test('is not put back over what somebody has made of ours', async () => {
    const world = await replaced()
    const theirs = both('[a]\n', '[profile deploy]\nregion = mars\n')
    for (const [path, text] of Object.entries(theirs)) world.files.texts.set(path, text)
    expect(await remove(world)).toMatchObject({
      from: [],
      restored: [],
      changed: [],
      lost: [CONFIG_FILE, CREDENTIALS_FILE],
    })
    expect(textsOf(world)).toEqual(theirs)
  })

  test('for a renewing one, its keys are not put back beside a profile of somebody else', async () => {
    const world = await replaced({ renew: true })
    world.files.texts.set(CONFIG_FILE, '[profile deploy]\nregion = mars\n')
    expect(await remove(world)).toMatchObject({ lost: [CONFIG_FILE, CREDENTIALS_FILE] })
    expect(world.files.texts.get(CREDENTIALS_FILE)).toBe('[a]\nx = 1\n# theirs\n[z]\n')
  })

  test('for a renewing one, its keys come back though the job has added a setting to ours', async () => {
    const world = await replaced({ renew: true })
    const ours = world.files.texts.get(CONFIG_FILE) ?? ''
    world.files.texts.set(CONFIG_FILE, `${ours.trimEnd()}\noutput = json\n`)
    expect(await remove(world)).toMatchObject({
      lost: [CONFIG_FILE],
      restored: [CREDENTIALS_FILE],
    })
    expect(world.files.texts.get(CREDENTIALS_FILE)).toBe(KEYS)
  })

  test.each([
    ['was there', CONFIG],
    ['was not there', '[default]\n'],
  ])(
    'for a renewing one, its keys come back where the step was killed before it wrote the other file, in which it %s',
    async (_what, config) => {
      const world = await replaced({ renew: true }, [KEYS, config])
      world.files.texts.set(CONFIG_FILE, config)
      expect(await remove(world)).toMatchObject({ restored: [CREDENTIALS_FILE], lost: [] })
      expect(textsOf(world)).toEqual(both(KEYS, config))
    },
  )

  test('but not where somebody has changed the file since', async () => {
    const world = await replaced({ renew: true })
    world.files.texts.set(CONFIG_FILE, CONFIG)
    world.files.texts.set(CREDENTIALS_FILE, '[a]\n')
    expect(await remove(world)).toMatchObject({ restored: [], lost: [CREDENTIALS_FILE] })
    expect(textsOf(world)).toEqual(both('[a]\n', CONFIG))
  })

  test('in a file that is gone since is told of as gone', async () => {
    const world = await replaced()
    world.files.texts.delete(CREDENTIALS_FILE)
    expect(await remove(world)).toMatchObject({
      restored: [CONFIG_FILE],
      gone: [CREDENTIALS_FILE],
    })
  })

  test('and too large to keep is told at once, not after the job alone', async () => {
    const many = Array.from({ length: 900 }, (_, n) => `setting_${n} = a value of it\n`).join('')
    const world = await replaced({}, [`[deploy]\n${many}`, CONFIG])
    expect(world.runner.lines.join('\n')).toContain('too large to keep (more than 16 KiB)')
    expect(await remove(world)).toMatchObject({ large: [CREDENTIALS_FILE] })
  })

  test('and put back by the main step itself, whose export failed, is no news', async () => {
    const world = new FakeWorld()
    world.files.texts.set(CREDENTIALS_FILE, KEYS)
    world.files.texts.set(CONFIG_FILE, CONFIG)
    const written = await write(world, OVER)
    if (written.ok) await written.value.undo()
    expect(await remove(world)).toMatchObject({ from: [], restored: [], changed: [], large: [] })
    expect(textsOf(world)).toEqual(both(KEYS, CONFIG))
  })

  test('and is too large for the note is said to be lost', async () => {
    const world = await replaced({}, [KEYS, `${CONFIG}\n${'x = 1\n'.repeat(2800)}`])
    expect(JSON.stringify(world.runner.notes['profile']).length).toBeLessThan(2000)
    expect(await remove(world)).toMatchObject({
      from: [CONFIG_FILE],
      restored: [CREDENTIALS_FILE],
      large: [CONFIG_FILE],
    })
    expect(textsOf(world)).toEqual(both(KEYS, '[default]\n'))
  })
})
