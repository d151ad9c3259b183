// The forms in which somebody may write down a secret, and whether any piece of any of them stands in a text.
import { escaped } from '../src/text.js'

/** In characters: so much of a secret in a row gives it away. */
const PIECE = 12

const withinBase64 = (secret: string, before: string, form: BufferEncoding): string =>
  Buffer.from(`${before}${secret}"}`).toString(form)

const entity = (one: string): string => `&#x${one.charCodeAt(0).toString(16).toUpperCase()};`

/** By name. */
export const SHAPES: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  base64: (secret) => withinBase64(secret, '', 'base64'),
  'base64, a byte in': (secret) => withinBase64(secret, '{', 'base64'),
  'base64, two bytes in': (secret) => withinBase64(secret, '{"', 'base64'),
  base64url: (secret) => withinBase64(secret, '{"', 'base64url'),
  hex: (secret) => Buffer.from(secret).toString('hex'),
  'hex in capitals': (secret) => Buffer.from(secret).toString('hex').toUpperCase(),
  URL: (secret) => encodeURIComponent(secret),
  'URL, each character': (secret) => secret.replace(/./g, (one) => `%${hexOf(one)}`),
  JSON: (secret) => JSON.stringify(JSON.stringify(secret)).slice(1, -1),
  'JSON of others': (secret) => secret.replace(/[^a-z\d]/gi, (one) => `\\u00${hexOf(one)}`),
  HTML: (secret) => escaped(secret),
  'HTML of others': (secret) => secret.replace(/[^a-z\d]/gi, entity),
  'in capitals': (secret) => secret.toUpperCase(),
  'its end': (secret) => secret.slice(-Math.max(20, Math.floor(secret.length / 3))),
  'its middle': (secret) => secret.slice(Math.floor(secret.length / 4), -5),
}

function hexOf(one: string): string {
  return one.charCodeAt(0).toString(16).padStart(2, '0')
}

/** What gives the secrets away: every piece of every form. */
export function piecesOf(secrets: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>()
  for (const secret of secrets)
    for (const shape of Object.values(SHAPES)) {
      const form = shape(secret)
      for (let at = 0; at + PIECE <= form.length; at++) pieces.add(form.slice(at, at + PIECE))
    }
  return pieces
}

/** The pieces that stand in the text, one for each run of them. */
export function shownOf(pieces: ReadonlySet<string>, text: string): string[] {
  const shown: string[] = []
  for (let at = 0; at + PIECE <= text.length; at++) {
    const piece = text.slice(at, at + PIECE)
    if (!pieces.has(piece)) continue
    shown.push(text.slice(Math.max(0, at - 40), at + 40))
    at += 80
  }
  return shown
}
