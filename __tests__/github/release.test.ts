// The release script: it lets only a tag through that is the version everywhere, cuts the notes, and moves the major tag forwards only.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { majorOf, notesOf, problemsOf, type ReleaseFiles } from '../../scripts/release.js'

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const { version } = JSON.parse(read('package.json')) as { version: string }

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-12-01

### Added

- A thing.

## [1.1.0] - 2026-11-30

- Another.

[Unreleased]: https://github.com/aws-oidc-preflight/aws-oidc-preflight/compare/v1.2.0...HEAD
[1.2.0]: https://github.com/aws-oidc-preflight/aws-oidc-preflight/releases/tag/v1.2.0
[1.1.0]: https://github.com/aws-oidc-preflight/aws-oidc-preflight/releases/tag/v1.1.0
`
const files = (over: Partial<ReleaseFiles> = {}): ReleaseFiles => ({
  packageJson: '{"version": "1.2.0"}',
  lock: '{"version": "1.2.0"}',
  changelog: CHANGELOG,
  ...over,
})

describe('check', () => {
  test('this repository could be released as its version, and as no other', () => {
    const own = {
      packageJson: read('package.json'),
      lock: read('package-lock.json'),
      changelog: read('CHANGELOG.md'),
    }
    // Between releases, what is new stands under [Unreleased].
    const between = /^CHANGELOG\.md still has entries under \[Unreleased\]\.$/
    expect(problemsOf(`v${version}`, own).filter((one) => !between.test(one))).toEqual([])
    expect(problemsOf('v99.0.0', own).length).toBeGreaterThanOrEqual(4)
  })

  test('all is in order', () => {
    expect(problemsOf('v1.2.0', files())).toEqual([])
  })

  const without = (text: string): Partial<ReleaseFiles> => ({
    changelog: CHANGELOG.replace(text, ''),
  })
  test.each<[string, Partial<ReleaseFiles>, string]>([
    [
      'v1.2.0',
      { packageJson: '{"version": "1.1.0"}' },
      'package.json has version 1.1.0, the tag is v1.2.0.',
    ],
    [
      'v1.2.0',
      { lock: '{"version": "1.3.0"}' },
      'package-lock.json has version 1.3.0, the tag is v1.2.0.',
    ],
    ['v1.2.0', without('- 2026-12-01'), 'CHANGELOG.md has no heading "## [1.2.0] - YYYY-MM-DD".'],
    [
      'v1.2.0',
      { changelog: CHANGELOG.replace('2026-12-01', '2026-13-01') },
      'CHANGELOG.md has no heading "## [1.2.0] - YYYY-MM-DD".',
    ],
    ['v1.2.0', without('### Added\n\n- A thing.\n'), 'CHANGELOG.md says nothing under [1.2.0].'],
    [
      'v1.2.0',
      { changelog: CHANGELOG.replace('[Unreleased]\n', '[Unreleased]\n\n- Not yet.\n') },
      'CHANGELOG.md still has entries under [Unreleased].',
    ],
    [
      'v1.2.0',
      { changelog: CHANGELOG.replace('tag/v1.2.0', 'tag/v1.2.1') },
      'CHANGELOG.md has no link [1.2.0] to the release.',
    ],
    ['1.2.0', {}, '1.2.0 is not of the form v1.2.3 or v1.2.3-rc.1.'],
    ['v1.02.0', {}, 'v1.02.0 is not of the form v1.2.3 or v1.2.3-rc.1.'],
    ['v1.2.0;id', {}, 'v1.2.0;id is not of the form v1.2.3 or v1.2.3-rc.1.'],
  ])('%s %#', (tag, over, problem) => {
    expect(problemsOf(tag, files(over))).toEqual([problem])
  })
})

test('the notes are the section of the version alone, and how to pin and verify it', () => {
  const sha = '6b2f2c1d9f0e4a5b8c7d6e5f4a3b2c1d0e9f8a7b'
  const notes = notesOf('v1.1.0', CHANGELOG, sha)
  expect(notes).toMatch(/^- Another\.\n\n### Pin it\n/)
  expect(notes).toContain(`@${sha} # v1.1.0\n`)
  expect(notes).toContain('gh attestation verify dist/main.mjs')
  expect(notes).not.toContain('A thing')
  expect(notes).not.toContain('[1.1.0]:')
})

test.each([
  ['v1.2.0', ['v1.1.9', 'v1.2.0', 'v2.0.0', 'v1'], 'v1'],
  ['v1.10.0', ['v1.9.0', 'v1.10.0'], 'v1'],
  ['v1.1.10', ['v1.2.0', 'v1.1.9'], ''],
  ['v1.2.0', ['v1.2.1'], ''],
  ['v1.2.0', ['v1.3.0-rc.1'], 'v1'],
  ['v2.0.0-rc.1', [], ''],
  ['v2.0.0', ['v1.9.9'], 'v2'],
  ['main', [], ''],
])('%s beside %j moves %j', (tag, tags, major) => {
  expect(majorOf(tag, tags)).toBe(major)
})

describe('as the workflow calls it: on Node alone, without a package', () => {
  const script = fileURLToPath(new URL('../../scripts/release.ts', import.meta.url))
  const run = (args: string[], input = ''): string =>
    execFileSync(process.execPath, [script, ...args], { input, encoding: 'utf8', env: {} })

  test('notes', () => {
    expect(run(['notes', `v${version}`, 'SHA'])).toContain(`aws-oidc-preflight@SHA # v${version}`)
  })

  test('major', () => {
    expect(run(['major', 'v1.2.0'], 'v1\nv1.1.0\nv1.2.0\n')).toBe('v1')
  })

  test('check fails, and says why', () => {
    expect(() => run(['check', 'v99.0.0'])).toThrow(/::error::package\.json has version/)
  })
})
