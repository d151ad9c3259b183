// `npm run look`: plays scenarios and draws what people see into look/: one HTML page, pictures and sizes where Debian's Chromium is there.
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { drawPage, drawPictures, heightsOf } from './look-browser.js'
import { DOCS_SCALE, DOCS_SCENARIOS, docsPage } from './look-docs.js'
import { lookPage, WIDTHS } from './look-page.js'
import { sizesTable } from './look-sizes.js'
import type { Shot } from './play.js'
import { playAll } from './play-all.js'
import { nameOf, type Scenario } from './scenario.js'
import { SCENARIOS } from './scenarios.js'

const USAGE = `npm run look                     all scenarios into look/index.html
npm run look -- <id> …           these scenarios
npm run look -- --pictures …     a PNG of each as well: light and dark, wide and narrow
npm run look -- --sizes …        how long each summary and annotation is, as a table
npm run look -- --docs           the pictures of docs/images again`

const OUT = fileURLToPath(new URL('../look/', import.meta.url))
const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url))

const NO_CHROMIUM = 'No Chromium here (Debian: apt-get install chromium): no pictures'

async function look(words: readonly string[]): Promise<number> {
  if (words.join() === '--docs') return docsPictures()
  const ids = words.filter((word) => !word.startsWith('--'))
  const flags = words.filter((word) => word.startsWith('--'))
  const unknown = [
    ...ids.filter((id) => !SCENARIOS.some((one) => nameOf(one) === id)),
    ...flags.filter((flag) => !['--pictures', '--sizes'].includes(flag)),
  ]
  if (unknown.length > 0) {
    console.error(`Not known: ${unknown.join(', ')}\n\n${USAGE}`)
    return 2
  }
  const shots = await playAll(chosen(ids))
  mkdirSync(OUT, { recursive: true })
  writeFileSync(`${OUT}index.html`, await lookPage(shots))
  console.log(`${shots.length} scenarios in look/index.html`)
  if (flags.includes('--pictures')) await pictures(shots)
  if (flags.includes('--sizes')) console.log(await sizesTable(shots, await heightsOf(shots)))
  return 0
}

async function docsPictures(): Promise<number> {
  const shots = await playAll(DOCS_SCENARIOS)
  mkdirSync(IMAGES, { recursive: true })
  for (const shot of shots) {
    const page = await docsPage(shot)
    const file = `${IMAGES}${nameOf(shot.scenario)}`
    if (!(await drawPage(page, { file, width: WIDTHS.wide, scale: DOCS_SCALE }))) {
      console.error(NO_CHROMIUM)
      return 1
    }
  }
  console.log(`${shots.length} pictures in docs/images/`)
  return 0
}

async function pictures(shots: readonly Shot[]): Promise<void> {
  const drawn = await drawPictures(shots, OUT)
  console.log(drawn === undefined ? NO_CHROMIUM : `${drawn} pictures in look/`)
}

function chosen(ids: readonly string[]): Scenario[] {
  return ids.length === 0 ? [...SCENARIOS] : SCENARIOS.filter((one) => ids.includes(nameOf(one)))
}

process.exitCode = await look(process.argv.slice(2))
