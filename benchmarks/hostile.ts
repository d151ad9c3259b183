// How long text takes that was made to take long: patterns, YAML and workflow files. The tests hold what comes of it.
import { matchesWildcard } from '../src/aws/wildcard.js'
import { parse } from '../src/trust/index.js'
import { nearestOf } from '../src/trust/nearest.js'
import { inputSources } from '../src/workflow/input-source.js'
import { opener } from '../src/workflow/nodes.js'

const job = 'jobs:\n  deploy:\n    steps:\n      - uses: octo/action@v1\n'
const step = { job: 'deploy', step: '', actionRepository: 'octo/action', compositePath: '' }
const policy = (text: string) => () => parse(text)
const workflow = (text: string) => () =>
  inputSources({
    path: 'deploy.yml',
    repository: 'octo/repo',
    open: opener(() => text),
    running: step,
    composite: [],
  })('role-to-assume', '')

const ROWS: readonly (readonly [name: string, work: () => unknown])[] = [
  [
    '`*a*a…*b` of 10,001 on 20,000 letters',
    () => matchesWildcard(`${'*a'.repeat(5000)}b`, 'a'.repeat(20_000)),
  ],
  [
    'the nearest of 500 such patterns',
    () => nearestOf(Array(500).fill(`${'*a'.repeat(5000)}b`), 'a'.repeat(20_000), true),
  ],
  ['policy: JSON of 900 kB', policy(JSON.stringify({ Comment: 'x'.repeat(900_000) }))],
  ['policy: YAML, 250,000 lines of a list', policy(`a:\n${'- a\n'.repeat(250_000)}`)],
  ['policy: YAML, 400,000 errors in a line', policy(`a: {${': '.repeat(400_000)}`)],
  ['policy: YAML, 250,000 lines of errors', policy(`a:\n${'- ]\n'.repeat(250_000)}`)],
  ['workflow: 8,000 steps', workflow(`${job}${'      - run: echo hello\n'.repeat(8_000)}`)],
  [
    'workflow: 100,000 brackets',
    workflow(`x: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n${job}`),
  ],
  ['workflow: 100,000 errors in a line', workflow(`{${': '.repeat(100_000)}\n${job}`)],
  ['workflow: 100,000 lists in lists', workflow('- '.repeat(100_000))],
]

console.log('| text | ms |')
console.log('|---|---|')
for (const [name, work] of ROWS) {
  const from = performance.now()
  work()
  console.log(`| ${name} | ${Math.round(performance.now() - from)} |`)
}
