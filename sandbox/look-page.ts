// One HTML page of played scenarios, as GitHub shows them: annotations, log and summary, light and dark, wide and narrow.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { githubHtml } from './github-markdown.js'
import type { Played, Shot } from './play.js'
import { nameOf } from './scenario.js'

export type Theme = 'light' | 'dark'

/** In CSS pixels: the column of a run's page, and a phone. */
export const WIDTHS = { wide: 1012, narrow: 390 } as const

const asset = createRequire(import.meta.url)

/** The whole of it as one page; each view is a frame of its own, so that its width is true. */
export async function lookPage(shots: readonly Shot[]): Promise<string> {
  const views = (['light', 'dark'] as const).flatMap((theme) =>
    Object.values(WIDTHS).map((width) => ({ theme, width })),
  )
  const sections = shots.map(async ({ scenario, played }) => {
    const frames = views.map(
      async ({ theme, width }) =>
        `<figure><figcaption>${theme}, ${width} px</figcaption><iframe width="${width}" height="900" loading="lazy" srcdoc="${attribute(await view(played, theme))}"></iframe></figure>`,
    )
    return `<section id="${nameOf(scenario)}"><h2>${text(nameOf(scenario))}</h2><p>${text(scenario.what)} · exit code ${played.exit}</p><div class="views">${(await Promise.all(frames)).join('')}</div></section>`
  })
  const links = shots.map(
    ({ scenario }) => `<a href="#${nameOf(scenario)}">${text(nameOf(scenario))}</a>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>What people see</title><style>${FRAME_CSS}</style><nav>${links.join(' ')}</nav>${(await Promise.all(sections)).join('')}</html>\n`
}

/** One view alone: a page that fits the width that it is opened in. */
export async function view({ log, summary }: Played, theme: Theme): Promise<string> {
  const annotations = log.annotations.map(
    ({ severity, properties, message }) =>
      `<div class="annotation ${severity}"><strong>${text(properties['title'] ?? '')}</strong>${place(properties)}<pre>${text(message)}</pre></div>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><style>${styleOf(theme)}</style><body class="${theme}"><h6>Annotations</h6>${annotations.join('') || '<p>none</p>'}<h6>Job summary</h6>${await summaryHtml(summary)}<h6>Log</h6><pre class="log">${text(log.lines.join('\n').trim())}</pre></body></html>`
}

/** The summary alone, in the frame that GitHub gives it. */
export async function summaryHtml(summary: string): Promise<string> {
  return `<article class="markdown-body">${await githubHtml(summary)}</article>`
}

export function styleOf(theme: Theme): string {
  const sheet = asset.resolve(`github-markdown-css/github-markdown-${theme}.css`)
  return `${readFileSync(sheet, 'utf8')}\n${VIEW_CSS}`
}

function place({ file, line }: Readonly<Record<string, string>>): string {
  return file ? ` <small>${text(`${file}#L${line ?? ''}`)}</small>` : ''
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function attribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

const FRAME_CSS =
  'body{font:14px sans-serif;margin:24px}nav a{margin-right:8px}.views{display:flex;gap:24px;align-items:flex-start;overflow-x:auto}iframe{border:1px solid #999}figure{margin:0}'

const VIEW_CSS = `
body{margin:0;padding:16px;font:14px -apple-system,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif}
body.dark{background:#0d1117;color:#f0f6fc}
h6{margin:16px 0 8px;font-size:12px;color:#59636e}
.markdown-body{border:1px solid #d1d9e0;border-radius:6px;padding:16px 24px}
.dark .markdown-body{border-color:#3d444d}
.annotation{border:1px solid #d1d9e0;border-left:4px solid #cf222e;border-radius:6px;padding:8px 12px;margin-bottom:8px}
.annotation.warning{border-left-color:#9a6700}.annotation.notice{border-left-color:#0969da}
.annotation pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0 0}
.log{background:#1f2328;color:#f0f6fc;padding:12px;border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
`
