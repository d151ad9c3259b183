// What leaves the process: annotations, summary, outputs and the report file, written from the report in one place.

import type { Preflight } from './preflight.js'
import { annotations } from './report/annotations.js'
import { endLine } from './report/log.js'
import { outputs } from './report/outputs.js'
import { reportFile } from './report/report-file.js'
import { summary } from './report/summary.js'
import type { World } from './world.js'

export async function publish({ runner }: World, { report, session }: Preflight): Promise<void> {
  const { inputs } = report.known
  for (const annotation of annotations(report.findings)) runner.annotate(annotation)
  for (const [name, value] of Object.entries(outputs(report, session)))
    runner.setOutput(name, value)
  if (inputs?.summary !== false) await runner.writeSummary(summary(report))
  if (inputs) runner.writeFile(inputs.reportFile, reportFile(report))
  runner.info(endLine(report))
  if (report.failed) runner.fail()
}
