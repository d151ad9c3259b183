// What `npm start` prints: the log, the annotations and the summary as a person meets them, and the table of all scenarios.
import { endedIn, endedRight, type Shot } from './play.js'
import type { ReadLog, ShownAnnotation } from './runner-commands.js'
import { nameOf } from './scenario.js'
import { terminalText } from './terminal.js'

const rule = (title: string): string => `── ${title} ${'─'.repeat(Math.max(3, 76 - title.length))}`

/** `colour`: for a terminal that shows it. */
export async function page(
  { scenario, played, post }: Shot & { post: ReadLog },
  colour: boolean,
): Promise<string> {
  const { log, exported, summary, exit, ms } = played
  const names = Object.keys(exported)
  return [
    `Scenario ${nameOf(scenario)}: ${scenario.what}`,
    rule('log of the step'),
    log.lines.join('\n').trim(),
    rule('annotations'),
    log.annotations.map(annotation).join('\n\n') || 'none',
    rule('job summary (▸ is a fold)'),
    await terminalText(summary, colour),
    rule('for later steps'),
    names.length > 0 ? `in the environment: ${names.join(', ')}` : 'nothing was exported',
    ...(post.lines.join('').trim() === '' ? [] : [rule('post step'), post.lines.join('\n').trim()]),
    rule(`exit code ${exit}, ${ms} ms`),
  ].join('\n')
}

function annotation({ severity, properties, message }: ShownAnnotation): string {
  const { title, file, line } = properties
  const place = file && line ? ` (${file}, line ${line})` : ''
  return `${severity.toUpperCase()} ${title}${place}\n${message}`
}

export function scenarioTable(results: readonly Shot[]): { text: string; unexpected: number } {
  const rows = results.map((shot) => {
    const { scenario, played } = shot
    const ended = endedIn(played, scenario).join(', ')
    const fits = endedRight(shot)
    return {
      fits,
      text: row(
        nameOf(scenario),
        String(played.exit),
        `${played.ms} ms`,
        fits ? '' : `ended in: ${ended || 'nothing'}`,
      ),
    }
  })
  const unexpected = rows.filter(({ fits }) => !fits).length
  const last =
    unexpected === 0
      ? `All ${rows.length} scenarios ended in their own cause.`
      : `${unexpected} of ${rows.length} scenarios did not end in their own cause.`
  const head = row('id', 'exit code', 'time', '')
  return { text: [head, ...rows.map(({ text }) => text), '', last].join('\n'), unexpected }
}

function row(id: string, exit: string, time: string, note: string): string {
  return `${id.padEnd(30)} ${exit.padEnd(10)} ${time.padStart(8)} ${note}`.trimEnd()
}
