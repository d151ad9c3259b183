// The published schema of the report file, compiled: what a report must be, word for word.
import { readFileSync } from 'node:fs'
import { Ajv2020 as Draft, type ErrorObject } from 'ajv/dist/2020.js'

const path = new URL('../../docs/report.schema.json', import.meta.url)

export const SCHEMA = JSON.parse(readFileSync(path, 'utf8')) as {
  $defs: { failure: { oneOf: { properties: { kind: { const: string } } }[] } }
}

const validate = new Draft({ strict: true, allErrors: true }).compile(SCHEMA)

/** What is wrong with a report's text by the schema; nothing where all is well. */
export function flaws(text: string): string[] {
  validate(JSON.parse(text))
  // Of all kinds of evidence only the errors of the one that was meant are worth a line.
  return (validate.errors ?? []).filter(isTold).map(({ instancePath, message, params }) => {
    return `${instancePath} ${message} ${JSON.stringify(params)}`
  })
}

function isTold({ keyword, instancePath }: ErrorObject): boolean {
  return !(keyword === 'const' && instancePath.endsWith('/kind'))
}
