// Annotations: one for each finding, in plain text, within the runner's limits and a reader's patience.
import type { Finding, Step } from '../model.js'
import { clip, oneLine, sanitise } from '../text.js'
import { stsAnswer } from '../words.js'
import type { Annotation } from '../world.js'
import { blockLines, findingLines, quotedAnswer, stepLines, stepText } from './plain.js'

/** The runner cuts a message here, and shows at most ten annotations of each kind for a step (actions/runner, ExecutionContext.cs). */
export const LONGEST_MESSAGE = 4096
export const MOST_OF_A_KIND = 10

/** In lines: who opens a failed job reads no more. */
export const MOST_LINES = 12
const MOST_SHOWN = 5
/** In characters: so that what was seen leaves room for the fix. */
const LONGEST_HEADLINE = 400
const LONGEST_SHOWN = 500

/** Where a reader finds what an annotation has no room for. */
export type Rest = 'summary' | 'log'

export function annotations(findings: readonly Finding[], rest: Rest = 'summary'): Annotation[] {
  const shown = new Map<string, number>()
  return findings
    .filter(({ severity }) => {
      const number = (shown.get(severity) ?? 0) + 1
      shown.set(severity, number)
      return number <= MOST_OF_A_KIND
    })
    .map((finding) => ({
      severity: finding.severity,
      title: `${finding.id}: ${oneLine(finding.headline, LONGEST_HEADLINE)}`,
      message: messageOf(finding, rest),
      ...finding.place,
    }))
}

/** The headline, what was seen, the fix in its shortest form, the page; if too long, the middle is cut and never the page. */
export function messageOf(finding: Finding, rest: Rest = 'summary'): string {
  const { headline, docs } = finding
  const seen = printed([...answerLine(finding), ...finding.shown.flatMap(blockLines)])
    .slice(0, MOST_SHOWN)
    .map((line) => clip(line, LONGEST_SHOWN))
  const above = [oneLine(headline, LONGEST_HEADLINE), ...seen]
  // Room for the page and the line breaks around it.
  const characters = LONGEST_MESSAGE - docs.length - 64
  const room = {
    lines: MOST_LINES - above.length - 1,
    characters: characters - above.join('\n').length - 1,
  }
  return `${clip([...above, ...fixLines(finding, room, rest)].join('\n'), characters)}\n${docs}`
}

/** Line by line as they will be printed: made fit to show before they are counted, since that may add to them. */
function printed(lines: readonly string[]): string[] {
  return lines.flatMap((line) => sanitise(line).split('\n'))
}

interface Room {
  lines: number
  characters: number
}

function fits(lines: readonly string[], room: Room): boolean {
  return lines.length <= room.lines && lines.join('\n').length <= room.characters
}

/** Who searches the log for AWS's sentence is to find it; where it is shown already, once. */
function answerLine(finding: Finding): string[] {
  const said = stsAnswer(finding)
  const isShown = finding.shown.some(({ show }) => show === 'answer')
  return said === undefined || isShown
    ? []
    : [quotedAnswer({ by: finding.answeredBy ?? 'AWS', text: said })]
}

/** Whole steps in their order, for as long as there is room; the first one is never left out, but for a code that is too long. */
function fixLines({ steps }: Finding, room: Room, rest: Rest): string[] {
  const [first, ...others] = steps
  if (!first) return []
  const whole = shortest(first)
  let lines = fits(whole, room) ? whole : [`${oneLine(stepText(first), 400)}: ${IN_WHOLE[rest]}.`]
  for (const step of others.map(shortest)) {
    const more = [...lines, ...step]
    if (!fits(more, room)) break
    lines = more
  }
  return lines
}

const IN_WHOLE: Readonly<Record<Rest, string>> = {
  summary: 'see the job summary',
  log: 'see the group in the log of this step',
}

/** The whole of a finding for the log, where there is no summary to hold it. */
export function findingGroup(finding: Finding): [title: string, lines: readonly string[]] {
  return [`${finding.id}: all steps`, printed(findingLines(finding))]
}

/** The shortest form that works: the author's own, JSON on one line, of a diff the lines that change. */
function shortest(step: Step): string[] {
  return printed(stepLines(step, shortCode(step)))
}

function shortCode({ code, short = code, language }: Step): string | undefined {
  const lines = short?.split('\n') ?? []
  if (short === undefined || lines.length <= MOST_CODE) return short
  if (language === 'json') return onOneLine(short)
  return language === 'diff' ? lines.filter((line) => /^[+-]/.test(line)).join('\n') : short
}

const MOST_CODE = 3

/** JSON without its line breaks; a part of it stays as it is. */
function onOneLine(code: string): string {
  try {
    return JSON.stringify(JSON.parse(code))
  } catch {
    return code
  }
}
