// Proves: a finding is put at the line that the workflow file has for what it means, and nowhere where there is none.
import { describe, expect, test } from '@jest/globals'
import { KNOWN, reportWith } from '../../evidence/baseline.js'
import type { PermissionFacts, Where, WorkflowFacts } from '../../src/model.js'
import { findPlaces } from '../../src/steps/find-places.js'
import { finding } from '../finding.js'

const FINDING = finding({ id: 'token-permission-missing', link: 'token' })
const at = (line: number) => ({ file: '.github/workflows/deploy.yml', line })

const LACKING: PermissionFacts = {
  place: at(6),
  of: 'job',
  job: 'deploy',
  jobLine: 4,
  calls: false,
  grants: false,
  form: 'lines',
  rights: [],
}

const WORKFLOW: WorkflowFacts = {
  events: ['push'],
  job: { environment: at(5) },
  lacking: [LACKING, { ...LACKING, place: at(7) }],
  step: { place: at(9), inputs: new Map([['aws-region', { place: at(11), text: 'eu-west-1' }]]) },
}

function placeOf(where: Where, workflow: WorkflowFacts | undefined) {
  const known = workflow ? { ...KNOWN, workflow } : KNOWN
  return findPlaces(reportWith({ findings: [{ ...FINDING, where }], known })).findings[0]?.place
}

describe('findPlaces', () => {
  test.each<[Where, number]>([
    ['permissions', 6],
    ['environment', 5],
    ['step', 9],
    [{ input: 'aws-region' }, 11],
    [{ input: 'AWS-Region' }, 11],
    [{ input: 'audience' }, 9],
  ])('%j is at line %i', (where, line) => {
    expect(placeOf(where, WORKFLOW)).toEqual(at(line))
    expect(placeOf(where, { events: [] })).toBeUndefined()
    expect(placeOf(where, undefined)).toBeUndefined()
  })

  test('where the files grant it, there is no line to change', () => {
    expect(placeOf('permissions', { ...WORKFLOW, lacking: [] })).toBeUndefined()
  })

  test('a finding without a place in the file stays as it is', () => {
    const known = { ...KNOWN, workflow: WORKFLOW }
    expect(findPlaces(reportWith({ findings: [FINDING], known })).findings).toEqual([FINDING])
  })
})
