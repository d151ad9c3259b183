// The last word of a door that could not load the rest of the action: an error in the runner's form, or in plain for another tool.
import { outliveReaders } from './standard-streams.js'

interface Word {
  title: string
  message: string
}

/** By hand: the toolkit stands in the files that were not loaded. Escaped as it does it (actions/toolkit, command.ts). */
export function failAnnotated({ title, message }: Word): void {
  const head = escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')
  fail(process.stdout, `::error title=${head}::${escaped(message)}\n`)
}

/** On standard error, as the other findings of a program that another tool runs. */
export function failPlainly({ title, message }: Word): void {
  fail(process.stderr, `${title}\n${message}\n`)
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function fail(stream: NodeJS.WriteStream, text: string): void {
  outliveReaders()
  stream.write(text)
  process.exitCode = 1
}
