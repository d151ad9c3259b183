// What zizmor and the like look for in a workflow, as rules of ours: each gives the complaints that it has.
import { parse } from 'yaml'

interface Step {
  id?: string
  name?: string
  uses?: string
  run?: string
  if?: string
  with?: Record<string, unknown>
  env?: Record<string, unknown>
}

interface Job {
  uses?: string
  if?: string
  needs?: string | string[]
  secrets?: unknown
  permissions?: unknown
  environment?: unknown
  outputs?: Record<string, string>
  strategy?: { matrix?: unknown; 'max-parallel'?: number; 'fail-fast'?: boolean }
  'runs-on'?: unknown
  'timeout-minutes'?: number
  steps?: Step[]
}

interface Workflow {
  name?: string
  on: unknown
  permissions?: unknown
  concurrency?: unknown
  jobs: Record<string, Job>
}

interface Source {
  text: string
  workflow: Workflow
}

type Rule = (source: Source) => string[]

export function sourceOf(text: string): Source {
  return { text, workflow: parse(text) as Workflow }
}

function stepsOf({ workflow }: Source): { job: string; step: Step }[] {
  return Object.entries(workflow.jobs).flatMap(([job, { steps = [] }]) =>
    steps.map((step) => ({ job, step })),
  )
}

function eventsOf({ on }: Workflow): string[] {
  if (typeof on === 'string') return [on]
  return Array.isArray(on) ? (on as string[]) : Object.keys(on as object)
}

/** The scopes that a job may write. */
function writesOf({ permissions }: Job): string[] {
  if (typeof permissions === 'string') return permissions === 'write-all' ? ['all'] : []
  const scopes = Object.entries((permissions ?? {}) as Record<string, string>)
  return scopes.filter(([, may]) => may === 'write').map(([scope]) => scope)
}

const isOurs = (uses: string): boolean => uses.startsWith('./')

/** Whose code a job runs beyond GitHub's actions and the files of the commit: packages. */
const INSTALLS = /\bnpm (ci|install|i|exec)\b|\bnpx\b|\.ci\/run|\bpip3? install\b/
const TAKES_FROM_OUTSIDE = ['pull_request_target', 'workflow_run', 'issue_comment', 'issues']

export const RULES: Readonly<Record<string, Rule>> = {
  'actions are pinned by SHA, with the version beside it': ({ text, ...source }) => {
    const used = [...text.matchAll(/^ *(?:- )?uses: *(.*)$/gm)].map(([, uses = '']) => uses)
    const counted = stepsOf({ text, ...source }).filter(({ step }) => step.uses !== undefined)
    const missed = counted.length > used.length ? ['a `uses` that is not on a line of its own'] : []
    const pinned = /^[\w.-]+\/[\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/
    return [...missed, ...used.filter((uses) => !isOurs(uses) && !pinned.test(uses))]
  },

  'a SHA has one version': ({ text }) => {
    const seen = new Map<string, Set<string>>()
    for (const [, at = '', version = ''] of text.matchAll(
      /uses: *([^/\s]+\/[^/@\s]+)\S*(@\S+ # \S+)/g,
    ))
      seen.set(at, (seen.get(at) ?? new Set()).add(version))
    return [...seen].filter(([, versions]) => versions.size > 1).map(([action]) => action)
  },

  'nothing is allowed at the top': ({ workflow: { permissions } }) =>
    JSON.stringify(permissions) === '{}' ? [] : [JSON.stringify(permissions) ?? 'no permissions'],

  'each job says what it needs': ({ workflow: { jobs } }) =>
    Object.entries(jobs)
      .filter(([, { permissions }]) => typeof permissions !== 'object' || permissions === null)
      .map(([name]) => name),

  'no trigger runs with rights on what strangers wrote': ({ workflow }) =>
    eventsOf(workflow).filter((event) => TAKES_FROM_OUTSIDE.includes(event)),

  'no job of a pull request may write, but for findings of code scanning': ({ workflow }) =>
    eventsOf(workflow).includes('pull_request')
      ? Object.entries(workflow.jobs).flatMap(([name, job]) =>
          writesOf(job)
            .filter((scope) => scope !== 'security-events')
            .map((scope) => `${name}: ${scope}`),
        )
      : [],

  'no expression stands in a script': (source) =>
    stepsOf(source)
      .flatMap(({ step }) => [step.run, step.with?.['script']])
      .filter((script) => typeof script === 'string' && script.includes('${{'))
      .map(String),

  'no secret is read': ({ text }) =>
    [...text.matchAll(/\bsecrets\b(?:\.\w+|\[[^\]]*\]|: *inherit)/g)].map(([secret]) => secret),

  'a checkout keeps no token': (source) =>
    stepsOf(source)
      .filter(({ step }) => step.uses?.startsWith('actions/checkout@'))
      .filter(({ step }) => step.with?.['persist-credentials'] !== false)
      .map(({ job }) => job),

  'no job takes a branch that a stranger names': (source) =>
    stepsOf(source)
      .filter(({ step }) => /head[._](ref|sha)/.test(String(step.with?.['ref'] ?? '')))
      .map(({ job }) => job),

  'a release takes nothing from a cache': (source) =>
    /^\s+tags:/m.test(source.text)
      ? stepsOf(source)
          .filter(({ step: { uses = '', with: given = {} } }) =>
            uses.startsWith('actions/setup-node@')
              ? given['package-manager-cache'] !== false || 'cache' in given
              : uses.startsWith('actions/cache'),
          )
          .map(({ job }) => job)
      : [],

  'what may write runs no package': ({ workflow: { jobs } }) =>
    Object.entries(jobs)
      .filter(([, job]) => writesOf(job).some((scope) => scope !== 'security-events'))
      .filter(([, { steps = [] }]) => steps.some(({ run = '' }) => INSTALLS.test(run)))
      .map(([name]) => name),

  'nobody is let in by name': ({ text }) =>
    [...text.matchAll(/github\.(?:actor|triggering_actor)\s*[!=]=/g)].map(([name]) => name),

  'jobs run on machines of GitHub, and end': ({ workflow: { jobs } }) =>
    Object.entries(jobs)
      .filter(
        ([, job]) => /self-hosted/.test(JSON.stringify(job['runs-on'])) || !job['timeout-minutes'],
      )
      .map(([name]) => name),

  'runs of one thing do not overlap': ({ workflow: { concurrency } }) =>
    concurrency === undefined ? ['no concurrency'] : [],

  'no old command is allowed again': ({ text }) =>
    [...text.matchAll(/ACTIONS_ALLOW_UNSECURE_COMMANDS|::set-env|::add-path/g)].map(([one]) => one),
}
