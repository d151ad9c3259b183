// Proves: findings that belong to the workflow file get its line, and nothing is said where the file is not there or not sure.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, RUN } from '../../evidence/baseline.js'
import type { Finding, Report } from '../../src/model.js'
import { findPlaces } from '../../src/steps/find-places.js'
import type { Runner } from '../../src/world.js'
import { finding } from '../finding.js'

const WORKFLOW = `name: Deploy
on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: aws-oidc-preflight/aws-oidc-preflight@v1
        with:
          aws-region: eu-west-1
`

const FINDING = finding({ id: 'token-permission-missing', link: 'token' })

function report(findings: readonly Finding[], run = RUN): Report {
  const known = { ...KNOWN, run }
  return { ready: false, failed: true, findings, checks: [], timeline: [], known }
}

function runnerWith(text: string | undefined): { runner: Runner; asked: string[] } {
  const asked: string[] = []
  const readFile = (path: string) => {
    asked.push(path)
    return text === undefined
      ? { ok: false, failure: { kind: 'token-file', path, problem: 'missing' } }
      : { ok: true, value: text }
  }
  return { runner: { readFile } as unknown as Runner, asked }
}

describe('findPlaces', () => {
  test.each([
    ['permissions' as const, 6],
    ['step' as const, 9],
    [{ input: 'aws-region' }, 11],
    [{ input: 'audience' }, 9],
  ])('%j is at line %i', (where, line) => {
    const { runner } = runnerWith(WORKFLOW)
    const { findings } = findPlaces(runner, report([{ ...FINDING, where }]))
    expect(findings[0]?.place).toEqual({ file: '.github/workflows/deploy.yml', line })
  })

  test('a finding without a place in the file stays as it is, and the file is not read for it', () => {
    const { runner, asked } = runnerWith(WORKFLOW)
    expect(findPlaces(runner, report([FINDING])).findings).toEqual([FINDING])
    expect(asked).toEqual([])
  })

  test('without a checkout there is no line', () => {
    const { runner } = runnerWith(undefined)
    const findings = [{ ...FINDING, where: 'permissions' as const }]
    expect(findPlaces(runner, report(findings)).findings).toEqual(findings)
  })

  test('a workflow of another repository is not looked for in this checkout', () => {
    const { runner, asked } = runnerWith(WORKFLOW)
    const run = { ...RUN, workflowRef: 'other/repo/.github/workflows/deploy.yml@refs/heads/main' }
    const findings = [{ ...FINDING, where: 'permissions' as const }]
    expect(findPlaces(runner, report(findings, run)).findings).toEqual(findings)
    expect(asked).toEqual([])
  })

  test('where the line is not sure, there is none', () => {
    const { runner } = runnerWith('jobs: [')
    const findings = [{ ...FINDING, where: 'permissions' as const }]
    expect(findPlaces(runner, report(findings)).findings).toEqual(findings)
  })
})
