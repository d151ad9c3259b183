// Writes what must not drift from the source: the cause pages, their index, the shipped ids, the README's tables. `--check` only compares.
import { makeDocs } from './docs-files.js'

const { ok, text } = makeDocs(process.argv.includes('--check'))
if (ok) console.log(text)
else console.error(text)
process.exitCode = ok ? 0 : 1
