// Debian's Chromium, where it is installed: pictures of the views, and how high a summary is.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { styleOf, summaryHtml, type Theme, view, WIDTHS } from './look-page.js'
import type { Shot } from './play.js'
import { nameOf } from './scenario.js'

const run = promisify(execFile)

/** Nothing of it speaks to the network: pages come from files. */
const FLAGS =
  '--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync --hide-scrollbars'.split(
    ' ',
  )

async function chromium(args: readonly string[]): Promise<string | undefined> {
  const home = mkdtempSync(join(tmpdir(), 'look-browser-'))
  try {
    const all = [...FLAGS, `--user-data-dir=${home}`, ...args]
    return (await run('chromium', all, { timeout: 120_000, maxBuffer: 1e8 })).stdout
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** The number of pictures; undefined where there is no Chromium. */
export async function drawPictures(
  shots: readonly Shot[],
  out: string,
): Promise<number | undefined> {
  let drawn = 0
  for (const { scenario, played } of shots)
    for (const theme of ['light', 'dark'] as const)
      for (const [name, width] of Object.entries(WIDTHS)) {
        const file = join(out, `${nameOf(scenario)}-${theme}-${name}`)
        if (!(await drawPage(await view(played, theme), { file, width }))) return undefined
        drawn++
      }
  return drawn
}

/** One page as a picture of its own height; false where there is no Chromium. */
export async function drawPage(
  page: string,
  { file, width, scale = 1 }: { file: string; width: number; scale?: number },
): Promise<boolean> {
  writeFileSync(`${file}.html`, page)
  const [height = 900] = (await measured([page], 'light', width)) ?? []
  const drawn = await chromium([
    `--screenshot=${file}.png`,
    `--force-device-scale-factor=${scale}`,
    `--window-size=${width},${Math.min(6000, height + 40)}`,
    `file://${file}.html`,
  ])
  rmSync(`${file}.html`)
  return drawn !== undefined
}

/** The height of each summary, folds closed, at the width of a run's page; in CSS pixels. Undefined without Chromium. */
export async function heightsOf(shots: readonly Shot[]): Promise<number[] | undefined> {
  return measured(
    await Promise.all(shots.map(({ played }) => summaryHtml(played.summary))),
    'light',
    WIDTHS.wide,
  )
}

async function measured(
  parts: readonly string[],
  theme: Theme,
  width: number,
): Promise<number[] | undefined> {
  const directory = mkdtempSync(join(tmpdir(), 'look-heights-'))
  const file = join(directory, 'page.html')
  const script =
    'document.title = [...document.querySelectorAll(".part")].map((one) => Math.ceil(one.getBoundingClientRect().height)).join(" ")'
  const bodies = parts.map((part) => `<div class="part">${part}</div>`).join('')
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><style>${styleOf(theme)}\nbody{padding:0;width:${width}px}</style>${bodies}<script>${script}</script>`,
  )
  try {
    const dom = await chromium([`--window-size=${width},900`, '--dump-dom', `file://${file}`])
    const title = /<title>([\d ]+)<\/title>/.exec(dom ?? '')?.[1]
    return title?.split(' ').map(Number)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
