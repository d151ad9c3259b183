// A case played through the whole hall, and what must be true of any: no throw at the door, whole and bounded outputs, no secret in them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { EOL, tmpdir } from 'node:os'
import { join } from 'node:path'
import { flaws } from '../__tests__/report/schema.js'
import { readVariables } from '../sandbox/play.js'
import { type ReadLog, readLog } from '../sandbox/runner-commands.js'
import type { Report } from '../src/model.js'
import { preflight } from '../src/preflight.js'
import { publish } from '../src/publish.js'
import { LONGEST_MESSAGE, MOST_OF_A_KIND } from '../src/report/annotations.js'
import type { HallCase } from './hall-case.js'
import { CREDENTIALS, layOut, runnerIn, tokenText, worldOf } from './hall-world.js'
import { hold } from './target.js'

/** What a run of a case has left, as the runner would read it. */
interface Left {
  one: HallCase
  report: Report
  log: ReadLog
  stdout: string
  summary: string
  env: string
  outputs: string
  file: string
}

export async function playHall(one: HallCase): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-hall-'))
  const laid = layOut(folder, one)
  const before = { ...process.env }
  const world = await worldOf(one, runnerIn(laid), laid.env)
  try {
    const [done, stdout] = await capturing(() =>
      world.clock.until(
        (async () => {
          const whole = await preflight(world)
          await publish(world, whole)
          return whole
        })(),
      ),
    )
    const text = (name: string): string =>
      readFileSync(join(folder, name), 'utf8').replaceAll(EOL, '\n')
    const seen = { stdout, log: readLog(stdout), summary: text('summary') }
    const { report, path } = done
    const file = path === '' ? '' : reportIn(folder)
    expectWell({ one, report, ...seen, env: text('env'), outputs: text('output'), file })
    expectNothingLies(folder)
    return report
  } finally {
    world.stop()
    process.exitCode = 0
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
    Object.assign(process.env, before)
    rmSync(folder, { recursive: true, force: true })
  }
}

function reportIn(folder: string): string {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && name !== 'event.json')
    .map((name) => join(folder, name))
    .filter((name) => !name.endsWith('.state.json') && !name.endsWith('.session.json'))
  return (
    found.map((name) => readFileSync(name, 'utf8')).find((text) => /"version": 1,/.test(text)) ?? ''
  )
}

/** What `work` comes to, and what it writes to standard output meanwhile. */
async function capturing<T>(work: () => Promise<T>): Promise<[T, string]> {
  const { write } = process.stdout
  let text = ''
  process.stdout.write = ((chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
    return true
  }) as typeof write
  try {
    return [await work(), text]
  } finally {
    process.stdout.write = write
  }
}

/** What only the runner may obey, and what stands in the log whatever a text from outside says. */
const COMMANDS = /^::(add-mask|error|warning|notice|debug|group|endgroup)\b/

function expectWell(left: Left): void {
  const { report, log, stdout } = left
  const bug = report.findings.flatMap(({ evidence }) => evidence).find(({ kind }) => kind === 'bug')
  hold(!bug, `a throw reached the door: ${JSON.stringify(bug)}`)
  for (const severity of ['error', 'warning', 'notice'] as const) {
    const all = log.annotations.filter((shown) => shown.severity === severity)
    hold(all.length <= MOST_OF_A_KIND, `${all.length} annotations: ${severity}`)
  }
  for (const { message, properties } of log.annotations) {
    hold(message.length <= LONGEST_MESSAGE, `an annotation of ${message.length} characters`)
    hold(!/\n/.test(properties['title'] ?? ''), 'a title of several lines')
    hold(
      message.isWellFormed() && !CONTROLS.test(message),
      `controls in ${JSON.stringify(message)}`,
    )
  }
  const commands = stdout.split('\n').filter((line) => line.startsWith('::'))
  hold(
    commands.every((line) => COMMANDS.test(line)),
    `not a command of ours: ${commands.find((line) => !COMMANDS.test(line))}`,
  )
  hold(!/##\[/.test(stdout.replace(/^::add-mask::.*$/gm, '')), 'an old-style command')
  hold(!CONTROLS.test(left.summary), 'controls in the summary')
  hold(left.summary.length <= 1024 * 1024, `a summary of ${left.summary.length} characters`)
  hold(left.file !== '' || report.findings.length > 0, 'no report')
  const wrong = left.file === '' ? [] : flaws(left.file)
  hold(wrong.length === 0, `not by the schema: ${wrong.slice(0, 3).join(' | ')}`)
  expectHandedOver(left)
  expectNoSecret(left)
}

const CONTROLS = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/u

/** Outputs and variables, whole and in step with the verdict. */
function expectHandedOver({ report, env, outputs }: Left): void {
  const [exported, told] = [env, outputs].map(readVariables) as [Texts, Texts]
  for (const text of [env, outputs])
    hold(/^(?:[^\n=]+<<(\S+)\n(?:(?!\1\n)[^\n]*\n)*\1\n)*$/.test(text), 'half a value')
  const ids = report.findings.map(({ id }) => id)
  hold(told['ready'] === String(report.ready), `ready: ${told['ready']}`)
  hold(told['causes'] === JSON.stringify(ids), `causes: ${told['causes']}, and not ${ids.join()}`)
  const keys = Object.keys(exported).filter((name) => /hush/i.test(exported[name] ?? ''))
  const isGranted = report.ready && !report.failed
  hold(isGranted || keys.length === 0, `exported from a run that failed: ${keys.join()}`)
  hold([0, 3].includes(keys.length), `a part of a session: ${keys.join()}`)
}

type Texts = Record<string, string>

/** In plain: other forms have a test of their own. */
function expectNoSecret({ one, report, stdout, summary, outputs, file }: Left): void {
  const shown = stdout.replace(/^::add-mask::.*$/gm, '')
  const token = tokenText(one.token)
  const signature = /^[\w-]{4,}\.[\w-]*\.([\w-]{20,})$/.exec(token)?.[1]
  const secrets = [
    ...Object.values(CREDENTIALS),
    'request-token-hush-hush',
    'pr0xy-hush-hush',
    'old-secret-of-somebody',
    'old-session-of-somebody',
    ...(signature && one.tokenAnswer === undefined ? [signature] : []),
  ]
  const places = { shown, summary, file, ...(report.failed ? { outputs } : {}) }
  for (const [place, text] of Object.entries(places))
    for (const secret of secrets) hold(!text.includes(secret), `${secret} in ${place}`)
}

/** No lock and no half of a file. */
function expectNothingLies(folder: string): void {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const lying = names.filter((name) => /\.(lock|tmp|clear)$/.test(name))
  hold(lying.length === 0, `left behind: ${lying.join()}`)
}
