// The report and its file: written before anything is handed over, since a file that cannot be written is a finding like the others.
import type { Failure, Report } from '../model.js'
import { reportFile } from '../report/report-file.js'
import type { Runner } from '../world.js'

export interface Filed {
  report: Report
  /** Where the file is; empty where there is none. */
  path: string
}

/** `draw` makes the report of what the run ended in. */
export async function fileReport(
  runner: Runner,
  draw: (ended: readonly Failure[]) => Promise<Report>,
  ended: readonly Failure[],
): Promise<Filed> {
  const report = await draw(ended)
  const { inputs, outlets } = report.known
  const path = (inputs ?? outlets)?.reportFile ?? ''
  if (path === '') return { report, path }
  const written = runner.writeFile(path, reportFile(report))
  return written.ok
    ? { report, path }
    : { report: await draw([...ended, written.failure]), path: '' }
}
