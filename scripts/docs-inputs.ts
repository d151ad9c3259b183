// The tables of inputs and outputs, from action.yml.

import { NO_ROLE } from '../src/model/input.js'

interface Described {
  description: string
  default?: string
}

interface Action {
  inputs: Record<string, Described>
  outputs: Record<string, Described>
}

const cell = (text: string): string => text.trim().replace(/\s+/g, ' ').replaceAll('|', '\\|')

export function inputTable(action: unknown): string {
  const rows = Object.entries((action as Action).inputs).map(
    ([name, { description, default: standard }]) => {
      return `| \`${name}\` | ${defaultCell(standard)} | ${cell(description)} |`
    },
  )
  return ['| input | default | meaning |', '|---|---|---|', ...rows].join('\n')
}

export function outputTable(action: unknown): string {
  const rows = Object.entries((action as Action).outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  )
  return ['| output | meaning |', '|---|---|', ...rows].join('\n')
}

/** The mark for an input that was left out is no value that anybody would look up. */
function defaultCell(standard: string | undefined): string {
  if (standard === undefined) return ''
  return standard === NO_ROLE ? 'left out' : `\`${standard}\``
}
