// What leaves the process: annotations, summary, outputs and the report file, written from the report in one place.
import type { Report } from './model.js'
import type { Preflight } from './preflight.js'
import { annotations } from './report/annotations.js'
import { endLine } from './report/log.js'
import { outputs } from './report/outputs.js'
import { reportFile } from './report/report-file.js'
import { summary } from './report/summary.js'
import { quote } from './text.js'
import type { Runner, World } from './world.js'

export async function publish({ runner }: World, { report, session }: Preflight): Promise<void> {
  const { inputs } = report.known
  for (const annotation of annotations(report.findings)) runner.annotate(annotation)
  const path = writeReport(runner, report)
  for (const [name, value] of Object.entries({ ...outputs(report, session), report: path }))
    runner.setOutput(name, value)
  if (inputs?.summary !== false) await runner.writeSummary(summary(report))
  runner.info(endLine(report))
  if (report.failed) runner.fail()
}

/** Where the report file stands; empty where it could not be written, which fails nothing. */
function writeReport(runner: Runner, report: Report): string {
  const path = report.known.inputs?.reportFile ?? ''
  if (path === '') return ''
  const written = runner.writeFile(path, reportFile(report))
  if (written.ok) return path
  const { failure } = written
  const code = failure.kind === 'file' ? failure.code : failure.kind
  runner.info(`The report file ${quote(path)} could not be written: ${code}`)
  return ''
}
