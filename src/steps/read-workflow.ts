// The workflow file of the run, and what it says of the running job and step; nothing where it is not checked out.
import { LARGEST_WORKFLOW } from '../aws/limits.js'
import type { InputSource, Known, RunContext, WorkflowFacts } from '../model.js'
import { type WorkflowKnowledge, workflowExplained } from '../run/explain.js'
import { plainText } from '../text.js'
import type { Runner } from '../world.js'

export async function examineWorkflow(
  runner: Runner,
  known: Known,
): Promise<WorkflowFacts | undefined> {
  const files = filesOf(runner, known)
  if (!files) return undefined
  const explain = await workflowExplained()
  const question = questionOf(files, explain)
  const facts = explain.examineWorkflow(question)
  const role = known.inputs?.role?.text
  const source = role === undefined ? undefined : explain.inputSources(question)(ROLE, role)
  return source && source.empty.length > 0 ? { ...facts, roleSource: source } : facts
}

const ROLE = 'role-to-assume'

/** Where the files give an input that came out empty. They are parsed when it is first asked. */
export async function inputSources(
  runner: Runner,
  known: Pick<Known, 'run' | 'token'>,
): Promise<SourceOf> {
  const files = filesOf(runner, known)
  if (!files) return () => undefined
  const explain = await workflowExplained()
  let sourceOf: SourceOf | undefined
  return (input, given) => {
    sourceOf ??= explain.inputSources(questionOf(files, explain))
    return sourceOf(input, given)
  }
}

export type SourceOf = (input: string, given: string) => InputSource | undefined

type Files = NonNullable<ReturnType<typeof filesOf>>

function questionOf({ read, ...files }: Files, { opener }: WorkflowKnowledge) {
  return { ...files, open: opener(read) }
}

/** What says where the run is; undefined where none of it is checked out, so that there is nothing to parse. */
function filesOf(runner: Runner, { run, token }: Pick<Known, 'run' | 'token'>) {
  const path = workflowPath(run)
  if (path === undefined || run.workspace === '') return undefined
  const called = token?.source === 'runner' ? calledFile(run, token.claims) : undefined
  const composite = compositeFiles(run)
  const read = (file: string): string | undefined => {
    const text = runner.readFile(file, run.workspace, LARGEST_WORKFLOW)
    return text.ok ? text.value : undefined
  }
  const first = [path, called?.path ?? path, ...composite]
  if (first.every((file) => read(file) === undefined)) return undefined
  return {
    path,
    repository: run.repository,
    ...(called ? { called } : {}),
    read,
    running: { ...run, given: (input: string) => runner.input(input) ?? '' },
    composite,
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
  const file = fileRef(plainText(claims['job_workflow_ref']))
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
