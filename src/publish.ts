// What leaves the process: annotations, summary, outputs and the report file, written from the report in one place.
import { diagnose } from './causes/index.js'
import type { Report } from './model.js'
import type { Preflight } from './preflight.js'
import { annotations } from './report/annotations.js'
import { endLine } from './report/log.js'
import { outputs } from './report/outputs.js'
import { reportFile } from './report/report-file.js'
import { summary } from './report/summary.js'
import type { Runner, World } from './world.js'

export async function publish({ runner }: World, preflight: Preflight): Promise<void> {
  const { session } = preflight
  const { report, path } = withFile(runner, preflight.report)
  const { known } = report
  for (const annotation of annotations(report.findings)) runner.annotate(annotation)
  for (const [name, value] of Object.entries({ ...outputs(report, session), report: path }))
    runner.setOutput(name, value)
  if ((known.inputs ?? known.outlets)?.summary !== false) await runner.writeSummary(summary(report))
  runner.info(endLine(report))
  if (report.failed) runner.fail()
}

/** The report with its file written, and where; a file that cannot be written is a finding, and fails nothing. */
function withFile(runner: Runner, report: Report): { report: Report; path: string } {
  const { known } = report
  const path = (known.inputs ?? known.outlets)?.reportFile ?? ''
  if (path === '') return { report, path }
  const written = runner.writeFile(path, reportFile(report))
  if (written.ok) return { report, path }
  const findings = [...report.findings, diagnose(written.failure, known)]
  return { report: { ...report, findings }, path: '' }
}
