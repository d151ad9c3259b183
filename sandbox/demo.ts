// `npm start`: runs the built action as the runner would on the embedded street, and shows what a user sees.
import { availableParallelism } from 'node:os'
import { distance } from 'fastest-levenshtein'
import { page, scenarioTable } from './demo-page.js'
import { Keys } from './keys.js'
import { type Played, play, playPost, runEntry } from './play.js'
import { readLog } from './runner-commands.js'
import { nameOf, type Scenario } from './scenario.js'
import { SCENARIOS } from './scenarios.js'
import { startStreet } from './start-street.js'

const USAGE = `npm start                        the good run
npm start -- <id>                the scenario that brings a cause about
npm start -- --list              all scenarios
npm start -- --all               plays them all, and ends with a table
npm start -- --issuer <url>      looks at a real issuer from this network`

async function playOne(scenario: Scenario): Promise<number> {
  const street = await startStreet()
  try {
    const played = await play(street, scenario)
    const post = await playPost(played)
    console.log(page(scenario, played, readLog(post.stdout)))
    return played.exit ?? 1
  } finally {
    await street.stop()
  }
}

/** Each worker has a street of its own, so that no scenario meets another's faults. */
async function playAll(): Promise<number> {
  const keys = await Keys.make()
  const waiting = [...SCENARIOS]
  const results: { scenario: Scenario; played: Played }[] = []
  const work = async (): Promise<void> => {
    const street = await startStreet({ keys })
    for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
      results.push({ scenario, played: await play(street, scenario) })
    }
    await street.stop()
  }
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work))
  const order = (one: { scenario: Scenario }): number => SCENARIOS.indexOf(one.scenario)
  const { text, unexpected } = scenarioTable(results.sort((a, b) => order(a) - order(b)))
  console.log(text)
  return unexpected === 0 ? 0 : 1
}

/** A real issuer, with this machine's own proxy and authorities; no token, no STS. */
async function lookAt(url: string): Promise<number> {
  const keep = /^(PATH|HOME|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_.*)$/i
  const own = Object.entries(process.env).filter(([name, value]) => keep.test(name) && value)
  const ran = await runEntry('main', {
    ...(Object.fromEntries(own) as Record<string, string>),
    INPUT_ISSUER: url,
    'INPUT_AWS-REGION': 'us-east-1',
    'INPUT_REPORT-FILE': '/dev/null',
  })
  const { annotations, lines } = readLog(ran.stdout)
  console.log(lines.join('\n').trim())
  for (const { severity, properties, message } of annotations) {
    console.log(`\n${severity}: ${properties['title']}\n${message}`)
  }
  return ran.exit ?? 1
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
  const [first = 'ready', second = ''] = words
  const surplus = words.slice(first === '--issuer' ? 2 : 1)
  if (surplus.length > 0) return misused(`Too many words: ${surplus.join(' ')}`)
  if (first === '--help') return say(USAGE)
  if (first === '--list')
    return say(SCENARIOS.map((one) => `${nameOf(one).padEnd(30)} ${one.what}`).join('\n'))
  if (first === '--all') return playAll()
  if (first === '--issuer') return second === '' ? misused('--issuer needs a URL') : lookAt(second)
  const scenario = SCENARIOS.find((one) => nameOf(one) === first)
  return scenario ? playOne(scenario) : unknownName(first)
}

function say(text: string): number {
  console.log(text)
  return 0
}

process.exitCode = await demo(process.argv.slice(2))
