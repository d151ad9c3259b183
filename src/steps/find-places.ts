// The lines of the workflow file that the fixes belong to, where the file says them beyond doubt.
import type { Finding, Place, Report, Where, WorkflowFacts } from '../model.js'

/** The report with places put into its findings. */
export function findPlaces(report: Report): Report {
  const { workflow } = report.known
  if (!workflow) return report
  const placed = (finding: Finding): Finding => {
    const place = finding.where && placeOf(finding.where, workflow)
    return place ? { ...finding, place } : finding
  }
  return { ...report, findings: report.findings.map(placed) }
}

/** An input that the step does not give belongs to the step. */
function placeOf(where: Where, { lacking, job, step }: WorkflowFacts): Place | undefined {
  if (where === 'permissions') return lacking?.[0]?.place
  if (where === 'environment') return job?.environment
  if (where === 'step') return step?.place
  return step?.inputs.get(where.input.toLowerCase())?.place ?? step?.place
}
