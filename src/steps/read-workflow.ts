// The workflow file of the run, and what it says of the running job and step; nothing where it is not checked out.
import { LARGEST_WORKFLOW } from '../aws/limits.js'
import type { Known, RunContext, WorkflowFacts } from '../model.js'
import { explain } from '../run/explain.js'
import type { Runner } from '../world.js'

export function examineWorkflow(runner: Runner, { run, token }: Known): WorkflowFacts | undefined {
  const path = workflowPath(run)
  if (path === undefined || run.workspace === '') return undefined
  const called = token?.source === 'runner' ? calledFile(run, token.claims) : undefined
  return explain.examineWorkflow({
    path,
    repository: run.repository,
    ...(called ? { called } : {}),
    read: fileReader(runner, run),
    running: { ...run, given: (input) => runner.input(input) ?? '' },
    composite: compositeFiles(run),
  })
}

/** The workflow file of the run; undefined where it is not checked out, or not of this repository. */
export function readWorkflow(
  runner: Runner,
  run: RunContext,
): { file: string; text: string } | undefined {
  const file = workflowPath(run)
  if (file === undefined || run.workspace === '') return undefined
  const text = fileReader(runner, run)(file)
  return text === undefined ? undefined : { file, text }
}

/** Each file is read once. */
function fileReader(
  runner: Runner,
  { workspace }: RunContext,
): (path: string) => string | undefined {
  const texts = new Map<string, string | undefined>()
  return (path) => {
    if (!texts.has(path)) {
      const read = runner.readFile(path, workspace, LARGEST_WORKFLOW)
      texts.set(path, read.ok ? read.value : undefined)
    }
    return texts.get(path)
  }
}

interface FileRef {
  repository: string
  path: string
  ref: string
}

/** `octo-org/octo-repo/.github/workflows/x.yml@refs/heads/main`, as GITHUB_WORKFLOW_REF and two claims have it. */
function fileRef(text: string): FileRef | undefined {
  const [, repository, path, ref] =
    /^([^/@]+\/[^/@]+)\/(\.github\/workflows\/[^/@]+\.ya?ml)@(.*)$/is.exec(text) ?? []
  return repository === undefined || path === undefined || ref === undefined
    ? undefined
    : { repository, path, ref }
}

/** `.github/workflows/x.yml` of the repository of the run; undefined where the workflow is another repository's. */
export function workflowPath({ workflowRef, repository }: RunContext): string | undefined {
  const file = fileRef(workflowRef)
  return file?.repository === repository ? file.path : undefined
}

/** The file that the job is in. The workspace has it only where it is of the same repository and ref as the run's workflow. */
function calledFile(
  run: RunContext,
  claims: Readonly<Record<string, unknown>>,
): { repository: string; name: string; path?: string } | undefined {
  const file = fileRef(String(claims['job_workflow_ref'] ?? ''))
  if (!file) return undefined
  const { repository, path, ref } = file
  const isHere = repository === run.repository && ref === fileRef(run.workflowRef)?.ref
  return { repository, name: path, ...(isHere ? { path } : {}) }
}

/** Where the action's folder lies in the workspace. */
function compositeFiles({ compositePath, workspace }: RunContext): string[] {
  const [folder, root] = [compositePath, workspace].map(plainPath)
  if (folder === undefined || root === undefined) return []
  const inside =
    folder === root ? '' : folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : undefined
  if (inside === undefined || inside.split('/').includes('..')) return []
  return ['action.yml', 'action.yaml'].map((name) => (inside === '' ? name : `${inside}/${name}`))
}

/** With slashes, without `.` and without a slash at the end. */
function plainPath(path: string): string | undefined {
  const parts = path
    .split(/[/\\]/)
    .filter((part, index) => part !== '.' && (part !== '' || index === 0))
  return path === '' ? undefined : parts.join('/')
}
