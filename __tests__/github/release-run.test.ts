// The scripts of the release workflow, step by step as its jobs run them, on a small repository and with a stand-in for `gh`.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { sourceOf } from './rules.js'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const { jobs } = sourceOf(
  readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8'),
).workflow
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string
}
const TAG = `v${version}`

/** The script of a step, by how its name begins. */
function scriptOf(job: string, name: string): string {
  const step = jobs[job]?.steps?.find((one) => one.name?.startsWith(name))
  if (step?.run === undefined) throw new Error(`no step ${name} in ${job}`)
  return step.run
}

const directory = mkdtempSync(join(tmpdir(), 'release-'))
const work = join(directory, 'work')
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.c', ...args], {
    cwd: work,
    encoding: 'utf8',
  }).trim()

interface Ended {
  status: number | null
  stdout: string
  /** The commands of `gh`, one a line. */
  asked: string
}

/** As the runner starts a step: bash, -e and pipefail, in the workspace. */
function run(script: string, env: Record<string, string> = {}): Ended {
  const asked = join(directory, 'asked')
  writeFileSync(asked, '')
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: work,
    encoding: 'utf8',
    env: {
      PATH: `${join(directory, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      GITHUB_REF_NAME: TAG,
      GITHUB_REPOSITORY: 'octo-org/preflight',
      GITHUB_OUTPUT: join(directory, 'output'),
      ASKED: asked,
      ...env,
    },
  })
  return { status, stdout: stdout + stderr, asked: readFileSync(asked, 'utf8') }
}

beforeAll(() => {
  mkdirSync(join(directory, 'bin'))
  const gh = join(directory, 'bin/gh')
  writeFileSync(gh, `#!/bin/bash\necho "$*" >> "$ASKED"\necho "\${IMMUTABLE:-}"\n`)
  chmodSync(gh, 0o755)
  for (const path of [
    'package.json',
    'package-lock.json',
    'CHANGELOG.md',
    'action.yml',
    'dist',
    'scripts/release.ts',
  ])
    cpSync(join(ROOT, path), join(work, path), { recursive: true })
  // A release is made of a commit at which nothing is unreleased.
  const changelog = join(work, 'CHANGELOG.md')
  const text = readFileSync(changelog, 'utf8')
  writeFileSync(changelog, text.replace(/(## \[Unreleased\]\n)[\s\S]*?(?=^## \[)/m, '$1\n'))
  git('init', '-q', '-b', 'main')
  git('add', '-A')
  git('commit', '-qm', 'one')
  git('tag', TAG)
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
})
afterAll(() => rmSync(directory, { recursive: true }))

/** The release runs on Linux, with what its images have. */
const onLinux = process.platform === 'linux' ? describe : describe.skip

onLinux('verify', () => {
  const check = scriptOf('verify', 'The tag is on main')

  test('takes the tag of a commit on main', () => {
    expect(run(check)).toMatchObject({ status: 0 })
  })

  test('refuses another version, and a commit that is not on main', () => {
    const other = run(check, { GITHUB_REF_NAME: 'v99.0.0' })
    expect(other.status).toBe(1)
    expect(other.stdout).toContain('::error::package.json has version')
    git('checkout', '-q', '-b', 'side')
    git('commit', '-q', '--allow-empty', '-m', 'two')
    expect(run(check).status).not.toBe(0)
    git('checkout', '-q', 'main')
  })
})

onLinux('publish', () => {
  const sums = (): string => {
    expect(run(scriptOf('verify', 'The sums')).status).toBe(0)
    const [, value = ''] = /sums=(\S+)/.exec(readFileSync(join(directory, 'output'), 'utf8')) ?? []
    return value
  }

  test('takes the very files that were built, and no other', () => {
    const compare = scriptOf('publish', 'The files of the tag')
    const SUMS = sums()
    expect(run(compare, { SUMS }).status).toBe(0)
    const main = join(work, 'dist/main.mjs')
    const text = readFileSync(main)
    writeFileSync(main, `${text}\n// more`)
    expect(run(compare, { SUMS }).status).not.toBe(0)
    writeFileSync(main, text)
  })

  const release = scriptOf('publish', 'Publish the release')
  const bundle = join(directory, 'bundle.json')

  test('one command makes the release with its files, of a tag that is there', () => {
    writeFileSync(bundle, '{}')
    const { status, asked } = run(release, { BUNDLE: bundle })
    expect(status).toBe(0)
    expect(asked).toBe(
      `release create ${TAG} SHA256SUMS provenance.sigstore.json --verify-tag --title ${TAG} --notes-file notes.md\n`,
    )
    const notes = readFileSync(join(work, 'notes.md'), 'utf8')
    expect(notes).toContain(`@${git('rev-parse', 'HEAD')} # ${TAG}`)
  })

  test('a candidate is a pre-release, and not the latest', () => {
    const { asked } = run(release, { BUNDLE: bundle, GITHUB_REF_NAME: 'v9.0.0-rc.1' })
    expect(asked).toContain(' --prerelease --latest=false\n')
  })

  test('a release that can still be changed fails the job', () => {
    const immutable = scriptOf('publish', 'Nobody can change it')
    expect(run(immutable, { IMMUTABLE: 'true' })).toMatchObject({
      status: 0,
      asked: `api repos/octo-org/preflight/releases/tags/${TAG} --jq .immutable\n`,
    })
    expect(run(immutable, { IMMUTABLE: 'false' }).status).toBe(1)
  })
})

onLinux('major', () => {
  const move = scriptOf('major', 'Move the major tag')
  const major = TAG.split('.')[0] ?? ''
  const sha = (): string => git('rev-parse', TAG)

  test('is made where there is none, and moved where there is', () => {
    expect(run(move).asked).toBe(
      `api --silent -X POST repos/octo-org/preflight/git/refs -f ref=refs/tags/${major} -f sha=${sha()}\n`,
    )
    git('tag', major)
    expect(run(move).asked).toBe(
      `api --silent -X PATCH repos/octo-org/preflight/git/refs/tags/${major} -f sha=${sha()} -F force=true\n`,
    )
  })

  test('stays for a candidate, and where a newer version is out', () => {
    expect(run(move, { GITHUB_REF_NAME: `${TAG}-rc.1` })).toMatchObject({ status: 0, asked: '' })
    git('tag', `${major}.999.0`)
    expect(run(move)).toMatchObject({ status: 0, asked: '' })
  })
})
