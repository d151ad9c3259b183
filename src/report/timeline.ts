// The timeline as bars of text: what ran when, and what waited for what.

import type { Span } from '../model.js'
import { taskName } from '../words.js'

const WIDTH = 40

/** One line a span: name, bar on a common scale, start and length in ms. */
export function bars(spans: readonly Span[]): string {
  const end = Math.max(1, ...spans.map(({ end_ms }) => end_ms))
  const named = spans.map(({ task, ...times }) => ({ name: taskName(task), ...times }))
  const widest = Math.max(0, ...named.map(({ name }) => name.length))
  return named
    .map(({ name, start_ms, end_ms }) => {
      const from = Math.min(WIDTH - 1, Math.floor((start_ms / end) * WIDTH))
      const to = Math.max(from + 1, Math.ceil((end_ms / end) * WIDTH))
      const bar = `${' '.repeat(from)}${'█'.repeat(to - from)}`.padEnd(WIDTH)
      return `${name.padEnd(widest)} ${bar} ${start_ms} ms + ${end_ms - start_ms} ms`
    })
    .join('\n')
}
