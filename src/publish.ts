// What a person sees at the end: annotations, summary, the last line and the exit code, drawn from the report in one place.
import type { Preflight } from './preflight.js'
import { annotations, findingGroup } from './report/annotations.js'
import { endLine } from './report/log.js'
import { summary } from './report/summary.js'
import type { World } from './world.js'

export async function publish({ runner }: World, preflight: Preflight): Promise<void> {
  const { report } = preflight
  const { known } = report
  const hasSummary = (known.inputs ?? known.outlets)?.summary !== false
  for (const annotation of annotations(report.findings, hasSummary ? 'summary' : 'log'))
    runner.annotate(annotation)
  if (hasSummary) await runner.writeSummary(summary(report))
  else for (const finding of report.findings) runner.group(...findingGroup(finding))
  runner.info(endLine(report))
  if (report.failed) runner.fail()
}
