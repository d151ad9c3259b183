// The lines of the workflow file that the fixes belong to, where the workflow is checked out and the line is sure.
import { LARGEST_WORKFLOW } from '../aws/limits.js'
import type { Finding, Report, RunContext } from '../model.js'
import { explain } from '../run/explain.js'
import type { Runner } from '../world.js'

/** The report with places put into its findings; unchanged where the file is not there to read. */
export function findPlaces(runner: Runner, report: Report): Report {
  const { run } = report.known
  if (!report.findings.some(({ where }) => where !== undefined)) return report
  const workflow = readWorkflow(runner, run)
  if (!workflow) return report
  const { file, text } = workflow
  const placed = (finding: Finding): Finding => {
    const { where } = finding
    if (where === undefined) return finding
    const wanted = { job: run.job, where, actionRepository: run.actionRepository }
    const { line, permissions } = explain.locate(text, wanted) ?? {}
    if (line === undefined) return finding
    const steps = (permissions && finding.placed?.[permissions]) ?? finding.steps
    return { ...finding, steps, place: { file, line } }
  }
  return { ...report, findings: report.findings.map(placed) }
}

/** The workflow file of the run; undefined where it is not checked out, or not of this repository. */
export function readWorkflow(
  runner: Runner,
  run: RunContext,
): { file: string; text: string } | undefined {
  const file = workflowPath(run)
  if (file === undefined || run.workspace === '') return undefined
  const read = runner.readFile(file, run.workspace, LARGEST_WORKFLOW)
  return read.ok ? { file, text: read.value } : undefined
}

/** `.github/workflows/x.yml` of the repository of the run; undefined where the workflow is another repository's. */
export function workflowPath({ workflowRef, repository }: RunContext): string | undefined {
  const parts =
    /^(?<repository>[^/@]+\/[^/@]+)\/(?<path>\.github\/workflows\/[^/@]+\.ya?ml)@/i.exec(
      workflowRef,
    )?.groups
  return parts?.['repository'] === repository ? parts['path'] : undefined
}
