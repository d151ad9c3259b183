// What the release workflow asks: is this tag the version everywhere, what are its notes, does the major tag move to it. Runs on Node alone.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const REPOSITORY = 'aws-oidc-preflight/aws-oidc-preflight'
const TAG =
  /^v(?<version>(?<major>0|[1-9]\d*)\.(?<minor>0|[1-9]\d*)\.(?<patch>0|[1-9]\d*)(?<pre>-[\da-z.-]+)?)$/

export interface ReleaseFiles {
  packageJson: string
  lock: string
  changelog: string
}

/** What keeps the tag from becoming a release, each as one sentence. */
export function problemsOf(tag: string, { packageJson, lock, changelog }: ReleaseFiles): string[] {
  const version = TAG.exec(tag)?.groups?.['version']
  if (version === undefined) return [`${tag} is not of the form v1.2.3 or v1.2.3-rc.1.`]
  const heading = headingOf(changelog, version)
  const differs = (file: string, other: string): string[] =>
    other === version ? [] : [`${file} has version ${other}, the tag is ${tag}.`]
  return [
    ...differs('package.json', versionOf(packageJson)),
    ...differs('package-lock.json', versionOf(lock)),
    ...(heading ? [] : [`CHANGELOG.md has no heading "## [${version}] - YYYY-MM-DD".`]),
    ...(heading && sectionOf(changelog, version) === ''
      ? [`CHANGELOG.md says nothing under [${version}].`]
      : []),
    ...(sectionOf(changelog, 'Unreleased') === ''
      ? []
      : ['CHANGELOG.md still has entries under [Unreleased].']),
    ...(changelog.includes(`\n[${version}]: https://github.com/${REPOSITORY}/releases/tag/${tag}\n`)
      ? []
      : [`CHANGELOG.md has no link [${version}] to the release.`]),
  ]
}

/** The section of the changelog, and how to pin and to verify just this release. */
export function notesOf(tag: string, changelog: string, sha: string): string {
  return `${sectionOf(changelog, tag.slice(1))}

### Pin it

\`\`\`yaml
- uses: ${REPOSITORY}@${sha} # ${tag}
\`\`\`

\`dist/\` was built from this commit, and is attested:

\`\`\`sh
gh release verify ${tag} --repo ${REPOSITORY}
gh attestation verify dist/main.mjs --repo ${REPOSITORY} --source-ref refs/tags/${tag}
\`\`\`
`
}

/** The major tag that moves to this version: where it is stable, and the newest of its major. */
export function majorOf(tag: string, tags: readonly string[]): string {
  const own = TAG.exec(tag)?.groups
  if (own === undefined || own['pre'] !== undefined) return ''
  const newer = tags.some((other) => {
    const its = TAG.exec(other)?.groups
    if (its === undefined || its['pre'] !== undefined || its['major'] !== own['major']) return false
    const [minor, patch] = (['minor', 'patch'] as const).map(
      (part) => Number(its[part]) - Number(own[part]),
    )
    return (minor || patch || 0) > 0
  })
  return newer ? '' : `v${own['major']}`
}

function versionOf(json: string): string {
  return (JSON.parse(json) as { version: string }).version
}

function headingOf(changelog: string, version: string): boolean {
  const line = changelog.split('\n').find((one) => one.startsWith(`## [${version}] - `))
  const date = line?.split(' - ')[1] ?? ''
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date))
}

function sectionOf(changelog: string, title: string): string {
  const part = changelog.split(/^## /m).find((one) => one.startsWith(`[${title}]`)) ?? ''
  return part
    .slice(part.indexOf('\n') + 1)
    .replace(/^\[[^\]\n]+\]: \S+$/gm, '')
    .trim()
}

function main([command = '', tag = '', sha = '']: readonly string[]): number {
  const read = (name: string): string =>
    readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
  if (command === 'notes') {
    process.stdout.write(notesOf(tag, read('CHANGELOG.md'), sha))
    return 0
  }
  if (command === 'major') {
    process.stdout.write(majorOf(tag, readFileSync(0, 'utf8').split('\n')))
    return 0
  }
  if (command !== 'check') {
    console.error('scripts/release.ts check <tag> | notes <tag> <sha> | major <tag>')
    return 2
  }
  const problems = problemsOf(tag, {
    packageJson: read('package.json'),
    lock: read('package-lock.json'),
    changelog: read('CHANGELOG.md'),
  })
  for (const problem of problems) console.error(`::error::${problem}`)
  return problems.length === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = main(process.argv.slice(2))
