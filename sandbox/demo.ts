// `npm start`: runs the built action as the runner would on the embedded street, and shows what a user sees.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { distance } from 'fastest-levenshtein'
import { page, scenarioTable } from './demo-page.js'
import { lookPage } from './look-page.js'
import { endedRight, play, playPost, runEntry, type Shot } from './play.js'
import { playAll } from './play-all.js'
import { atRealNames, withPolicy } from './real-names.js'
import { readLog } from './runner-commands.js'
import { nameOf, type Scenario } from './scenario.js'
import { SCENARIOS } from './scenarios.js'
import { startStreet } from './start-street.js'

const USAGE = `npm start                        a failure and its cause, then a run that signs in
npm start -- <id>                the scenario of a cause
npm start -- --list              all scenarios
npm start -- --all               plays them all, and ends with a table
npm start -- --policy <file>     your own trust policy (JSON) against the sample job
npm start -- --issuer <url>      looks at a real issuer from this network`

const OUT = fileURLToPath(new URL('../look/', import.meta.url))
/** What a user meets first, as the failure: AWS's one sentence, and what it meant. */
const FIRST = ['trust-subject-mismatch', 'ready']

/** Ends as the action did. */
async function playOne(scenario: Scenario): Promise<number> {
  const [shot] = await show([scenario])
  return shot?.played.exit ?? 1
}

/** Both must end as they should. */
async function playFirst(): Promise<number> {
  const scenarios = FIRST.flatMap((id) => SCENARIOS.filter((one) => nameOf(one) === id)).map(
    atRealNames,
  )
  const shots = await show(scenarios)
  console.log('All scenarios: npm start -- --list. One of them: npm start -- <id>.')
  return shots.every(endedRight) ? 0 : 1
}

async function show(scenarios: readonly Scenario[]): Promise<Shot[]> {
  const street = await startStreet()
  const shots: Shot[] = []
  try {
    for (const scenario of scenarios) {
      const played = await play(street, scenario)
      const post = readLog((await playPost(played)).stdout)
      shots.push({ scenario, played })
      console.log(await page({ scenario, played, post }, process.stdout.isTTY))
    }
  } finally {
    await street.stop()
  }
  mkdirSync(OUT, { recursive: true })
  writeFileSync(`${OUT}index.html`, await lookPage(shots))
  console.log('As GitHub shows it: look/index.html')
  return shots
}

async function tableOfAll(): Promise<number> {
  const { text, unexpected } = scenarioTable(await playAll(SCENARIOS))
  console.log(text)
  return unexpected === 0 ? 0 : 1
}

/** A real issuer, with this machine's own proxy and authorities; no token, no STS. */
async function lookAt(url: string): Promise<number> {
  const keep = /^(PATH|HOME|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_.*)$/i
  const own = Object.entries(process.env).filter(([name, value]) => keep.test(name) && value)
  const directory = mkdtempSync(join(tmpdir(), 'aws-oidc-preflight-issuer-'))
  const ran = await runEntry('main', {
    ...(Object.fromEntries(own) as Record<string, string>),
    INPUT_ISSUER: url,
    'INPUT_AWS-REGION': 'us-east-1',
    'INPUT_REPORT-FILE': join(directory, 'report.json'),
  })
  rmSync(directory, { recursive: true, force: true })
  const { annotations, lines } = readLog(ran.stdout)
  console.log(lines.join('\n').trim())
  for (const { severity, properties, message } of annotations) {
    console.log(`\n${severity}: ${properties['title']}\n${message}`)
  }
  return ran.exit ?? 1
}

/** The file is named from where the command was given, not from where npm runs it. */
async function playPolicy(file: string): Promise<number> {
  let scenario: Scenario
  try {
    scenario = withPolicy(readFileSync(resolve(process.env['INIT_CWD'] ?? '.', file), 'utf8'))
  } catch (error) {
    return misused(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
  return playOne(scenario)
}

function unknownName(name: string): number {
  const ids = SCENARIOS.map(nameOf)
  const near = ids.sort((a, b) => distance(name, a) - distance(name, b)).slice(0, 3)
  return misused(`There is no scenario ${JSON.stringify(name)}. The nearest: ${near.join(', ')}.`)
}

function misused(why: string): number {
  console.error(`${why}\n\n${USAGE}`)
  return 2
}

async function demo(words: readonly string[]): Promise<number> {
  const [first = '', second = ''] = words
  const surplus = words.slice(['--issuer', '--policy'].includes(first) ? 2 : 1)
  if (surplus.length > 0) return misused(`Too many words: ${surplus.join(' ')}`)
  if (first === '') return playFirst()
  if (first === '--help') return say(USAGE)
  if (first === '--list')
    return say(SCENARIOS.map((one) => `${nameOf(one).padEnd(30)} ${one.what}`).join('\n'))
  if (first === '--all') return tableOfAll()
  if (first === '--issuer') return second === '' ? misused('--issuer needs a URL') : lookAt(second)
  if (first === '--policy')
    return second === '' ? misused('--policy needs a file') : playPolicy(second)
  const scenario = SCENARIOS.find((one) => nameOf(one) === first)
  return scenario ? playOne(scenario) : unknownName(first)
}

function say(text: string): number {
  console.log(text)
  return 0
}

process.exitCode = await demo(process.argv.slice(2))
