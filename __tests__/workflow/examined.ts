// What an examination of workflow files gives, for tests: one file or several, and a runner that tells what it is told to.
import { knownWith, RUN, reportWith } from '../../evidence/baseline.js'
import type { Place, Where, WorkflowFacts } from '../../src/model.js'
import { findPlaces } from '../../src/steps/find-places.js'
import { examineWorkflow, type Question } from '../../src/workflow/examine.js'
import { opener } from '../../src/workflow/nodes.js'
import type { Running } from '../../src/workflow/running-step.js'
import { finding } from '../finding.js'

export const ACTION = RUN.actionRepository
export const FILE = '.github/workflows/deploy.yml'

type Files = Readonly<Record<string, string>>

/** The first of the files is the run's workflow. */
export function examine(
  files: string | Files,
  running: Partial<Running> = {},
  question: Partial<Question> = {},
): WorkflowFacts {
  const all: Files = typeof files === 'string' ? { [FILE]: files } : files
  return examineWorkflow({
    path: Object.keys(all)[0] ?? FILE,
    repository: RUN.repository,
    open: opener((path) => all[path]),
    running: { ...RUN, ...running },
    composite: [],
    ...question,
  })
}

/** Where a finding with that `where` is put. */
export function placed(workflow: WorkflowFacts, where: Where): Place | undefined {
  const found = { ...finding({ id: 'role-not-assumable', link: 'role' }), where }
  const known = { ...knownWith(), workflow }
  return findPlaces(reportWith({ findings: [found], known })).findings[0]?.place
}

/** Inputs as the run has them, by name. */
export function giving(inputs: Readonly<Record<string, string>>): Pick<Running, 'given'> {
  return { given: (name) => inputs[name.toLowerCase()] ?? '' }
}

/** The line of the mark `<-- name`, from 1. */
export function lineOf(text: string, mark: string): number | undefined {
  const index = text.split(/\r?\n/).findIndex((line) => line.endsWith(`# <-- ${mark}`))
  return index < 0 ? undefined : index + 1
}
