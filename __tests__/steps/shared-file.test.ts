// Several profiles in one change of the two files: each file is edited once, all are put back, and one failure is told for all.
import { describe, expect, test } from '@jest/globals'
import type { Inputs } from '../../src/model.js'
import { removeProfiles } from '../../src/steps/remove-profile.js'
import { writeProfiles } from '../../src/steps/write-profile.js'
import { FakeWorld, granted, runIn } from '../fake-world.js'

const CREDENTIALS_FILE = '/home/.aws/credentials'
const CONFIG_FILE = '/home/.aws/config'
const { session } = granted()

describe('several profiles', () => {
  const OVER = { overwriteAwsProfile: true }
  const writeAll = (world: FakeWorld, names: readonly string[], inputs: Partial<Inputs> = {}) =>
    writeProfiles(
      world,
      names.map((awsProfile) => ({ run: runIn(world, { ...inputs, awsProfile }), session })),
    )
  const removeAll = ({ runner, profiles, privateFiles }: FakeWorld) =>
    removeProfiles(runner, profiles, privateFiles)
  const namesUpTo = (count: number) => Array.from({ length: count }, (_, n) => `r${n + 1}`)
  /** So many settings, each of 18 characters in a note. */
  const held = (settings: number) => 'a-setting = 1\n'.repeat(settings)
  const configOf = (names: readonly string[], settings: string) =>
    names.map((name) => `[profile ${name}]\n${settings}`).join('')

  test('are one edit of each file, whatever they are in number', async () => {
    const world = new FakeWorld()
    const { change } = world.profiles
    const edited: string[][] = []
    world.profiles.change = (edits, before) => {
      edited.push(edits.map(({ path }) => path))
      return change(edits, before)
    }
    await writeAll(world, namesUpTo(256))
    await removeAll(world)
    expect(edited).toEqual([
      [CREDENTIALS_FILE, CONFIG_FILE],
      [CONFIG_FILE, CREDENTIALS_FILE],
    ])
    expect(world.files.texts.size).toBe(0)
  })

  test.each([{}, { renew: true }])('of one file are put back to the byte: %j', async (inputs) => {
    const world = new FakeWorld()
    world.profiles.files = () => ({ credentials: CONFIG_FILE, config: CONFIG_FILE })
    const text =
      '# top\n[b]\n# of b\nx = 1\n[profile a]\ny = 2\n\n[a]\n; of a\nz = 3\n[profile c]\n[c]\n# end'
    world.files.texts.set(CONFIG_FILE, text)
    expect(await writeAll(world, ['a', 'b', 'c'], { ...OVER, ...inputs })).toMatchObject({
      ok: true,
    })
    expect(world.files.texts.get(CONFIG_FILE)).not.toContain('z = 3')
    await removeAll(world)
    expect(world.files.texts.get(CONFIG_FILE)).toBe(text)
  })

  test('of which somebody has changed one since: keys of the others come back all the same', async () => {
    const world = new FakeWorld()
    world.files.texts.set(CREDENTIALS_FILE, '[a]\nx = 1\n[b]\ny = 2\n[z]\n')
    await writeAll(world, ['a', 'b'], { ...OVER, renew: true })
    const config = world.files.texts.get(CONFIG_FILE) ?? ''
    const theirs = '[profile b]\nregion = mars\n'
    world.files.texts.set(CONFIG_FILE, config.slice(0, config.indexOf('[profile b]')) + theirs)
    const [a, b] = await removeAll(world)
    expect([a?.restored, b?.lost]).toEqual([[CREDENTIALS_FILE], [CREDENTIALS_FILE]])
    // The place of `a` is known in a text with `b` only.
    expect(world.files.texts.get(CREDENTIALS_FILE)).toBe('[z]\n[a]\nx = 1\n')
    expect(world.files.texts.get(CONFIG_FILE)).toBe(theirs)
  })

  test('keep what each held up to the limit of a note, not of all together', async () => {
    const names = namesUpTo(20)
    const world = new FakeWorld()
    const text = configOf(names, held(800))
    world.files.texts.set(CONFIG_FILE, text)
    expect(await writeAll(world, names, OVER)).toMatchObject({ ok: true })
    expect(world.runner.lines.join('\n')).not.toContain('too large')
    await removeAll(world)
    expect(world.files.texts.get(CONFIG_FILE)).toBe(text)
  })

  test.each([
    ['as they are', held(800), 36],
    ['in bytes', '\u20ac = \u20ac\u20ac\u20ac\u20ac\u20ac\u20ac\n'.repeat(800), 22],
  ])('that hold more than all notes may are not replaced, %s', async (_how, settings, fitting) => {
    const names = namesUpTo(fitting + 2)
    const world = new FakeWorld()
    const text = configOf(names, settings)
    world.files.texts.set(CONFIG_FILE, text)
    expect(await writeAll(world, names.slice(0, fitting), OVER)).toMatchObject({ ok: true })
    const notes = JSON.stringify(world.runner.notes)
    expect(new TextEncoder().encode(notes).length).toBeLessThan(600 * 1024)
    world.files.texts.set(CONFIG_FILE, text)
    world.files.texts.delete(CREDENTIALS_FILE)
    const places = names.slice(fitting).map((profile, index) => ({
      profile,
      path: CONFIG_FILE,
      line: (fitting + index) * 801 + 1,
    }))
    const [first, ...others] = places
    expect(await writeAll(world, names, OVER)).toEqual({
      ok: false,
      failure: { kind: 'profile-exists', ...first, unkept: true, others },
    })
    expect(Object.fromEntries(world.files.texts)).toEqual({ [CONFIG_FILE]: text })
  })

  test('that exist already are told all at once, each where it was found first', async () => {
    const world = new FakeWorld()
    world.files.texts.set(CREDENTIALS_FILE, '[c]\n[e]\n')
    world.files.texts.set(CONFIG_FILE, '[profile b]\n[profile c]\n[profile d]\n')
    expect(await writeAll(world, ['a', 'b', 'c', 'd'])).toEqual({
      ok: false,
      failure: {
        kind: 'profile-exists',
        profile: 'b',
        path: CONFIG_FILE,
        line: 1,
        others: [
          { profile: 'c', path: CREDENTIALS_FILE, line: 1 },
          { profile: 'd', path: CONFIG_FILE, line: 3 },
        ],
      },
    })
    expect(world.files.texts.size).toBe(2)
  })

  test('fail as the first of them does, whichever file comes first, with the line as it stands there', async () => {
    const odd = (profile: string, path: string, line: number) => ({
      ok: false,
      failure: { kind: 'profile-odd', profile, path, problem: 'duplicate', line },
    })
    const world = new FakeWorld()
    world.files.texts.set(CREDENTIALS_FILE, '[b]\n[b]\n')
    world.files.texts.set(CONFIG_FILE, '[profile a]\n[profile a]\n')
    expect(await writeAll(world, ['a', 'b'], OVER)).toEqual(odd('a', CONFIG_FILE, 2))
    expect(await writeAll(world, ['b', 'a'], OVER)).toEqual(odd('b', CREDENTIALS_FILE, 2))
    world.files.texts.set(CREDENTIALS_FILE, '[a]\n[b]\n[b]\n')
    world.files.texts.delete(CONFIG_FILE)
    expect(await writeAll(world, ['a', 'b'], OVER)).toEqual(odd('b', CREDENTIALS_FILE, 3))
    expect(world.files.texts.size).toBe(1)
  })
})
