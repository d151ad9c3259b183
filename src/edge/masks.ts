// What must not be shown, and texts with it taken out: whole, cut short, or escaped for a page.
import { HIDDEN } from '../model/secret.js'
import { escaped, sanitise } from '../text.js'

/** A shorter mask taken out of our own texts would leave no word whole; the runner is told of it all the same. */
const SHORTEST = 4
/** So much of the beginning of a secret is taken for the secret, cut short. */
const BEGINNING = 16

export class Masks {
  readonly #forms = new Set<string>()

  /** False where there is nothing to hide, or where it is hidden already. */
  add(secret: string): boolean {
    if (secret === '' || this.#forms.has(secret)) return false
    this.#forms.add(secret)
    if (secret.length >= SHORTEST) this.#forms.add(escaped(secret))
    return true
  }

  /** Fit to write: no secret in it, and nothing that the runner would obey. */
  clean(text: string): string {
    const forms = [...this.#forms].filter(({ length }) => length >= SHORTEST)
    let shown = text
    for (const form of forms.sort((a, b) => b.length - a.length)) {
      shown = shown.replaceAll(form, HIDDEN)
    }
    return sanitise(withoutBeginnings(shown, forms))
  }

  /** The same for JSON: only the texts inside are cleaned, so that it stays JSON whatever a secret looks like. */
  cleanJson(text: string): string {
    const value: unknown = JSON.parse(text, (_name, member: unknown) =>
      typeof member === 'string' ? this.clean(member) : member,
    )
    return `${JSON.stringify(value, null, 2)}\n`
  }
}

/** Messages are cut to length before they come here, and the cut may go through a secret. */
function withoutBeginnings(text: string, forms: readonly string[]): string {
  let shown = text
  for (const form of forms.filter(({ length }) => length > BEGINNING)) {
    const beginning = form.slice(0, BEGINNING)
    for (let at = shown.indexOf(beginning); at >= 0; at = shown.indexOf(beginning, at)) {
      const most = Math.max(...forms.map((other) => commonLength(shown, at, other)))
      shown = `${shown.slice(0, at)}${HIDDEN}${shown.slice(at + most)}`
    }
  }
  return shown
}

/** How far the text from `at` on is the beginning of the secret. */
function commonLength(text: string, at: number, secret: string): number {
  let length = 0
  while (length < secret.length && text[at + length] === secret[length]) length++
  return length
}
