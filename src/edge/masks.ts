// What must not be shown, and texts with it taken out: whole, cut short, escaped for a page, or encoded.
import { HIDDEN } from '../model/secret.js'
import { escaped, sanitise } from '../text.js'
import { encodedForms } from './secret-forms.js'

/** A shorter mask taken out of our own texts would leave no word whole; the runner is told of it all the same. */
const SHORTEST = 4
/** So much of the beginning of a secret is taken for the secret, cut short. */
const BEGINNING = 16

export class Masks {
  readonly #secrets = new Set<string>()
  readonly #all = new Set<string>()
  /** The same in order, made when next asked for: secrets may come by the thousand. */
  #inOrder: Forms | undefined

  /** False where there is nothing to hide, or where it is hidden already. */
  add(secret: string): boolean {
    if (secret === '' || this.#secrets.has(secret)) return false
    this.#secrets.add(secret)
    if (secret.length < SHORTEST) return true
    for (const form of [secret, escaped(secret), ...encodedForms(secret)]) this.#all.add(form)
    this.#inOrder = undefined
    return true
  }

  /** Fit to write: no secret in it, and nothing that the runner would obey. */
  clean(text: string): string {
    this.#inOrder ??= formsOf(this.#all)
    const { forms, beginnings } = this.#inOrder
    let shown = text
    for (const form of forms)
      if (form.length <= shown.length) shown = shown.replaceAll(form, HIDDEN)
    return sanitise(beginnings ? withoutBeginnings(shown, beginnings) : shown)
  }

  /** The same for JSON: only the texts inside are cleaned, so that it stays JSON whatever a secret looks like. */
  cleanJson(text: string): string {
    const value: unknown = JSON.parse(text, (_name, member: unknown) =>
      typeof member === 'string' ? this.clean(member) : member,
    )
    return `${JSON.stringify(value, null, 2)}\n`
  }
}

interface Forms {
  /** All forms in which a secret may stand, the longest first. */
  forms: readonly string[]
  beginnings: Beginnings | undefined
}

function formsOf(all: ReadonlySet<string>): Forms {
  const forms = [...all].sort((a, b) => b.length - a.length)
  return { forms, beginnings: beginningsOf(forms) }
}

interface Beginnings {
  pattern: RegExp
  /** The forms that begin so. */
  forms: ReadonlyMap<string, readonly string[]>
}

function beginningsOf(forms: readonly string[]): Beginnings | undefined {
  const long = forms.filter(({ length }) => length > BEGINNING)
  if (long.length === 0) return undefined
  const byBeginning = Map.groupBy(long, (form) => form.slice(0, BEGINNING))
  const words = [...byBeginning.keys()].map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  return { pattern: new RegExp(words.join('|'), 'g'), forms: byBeginning }
}

/**
 * Messages are cut to length before they come here, and the cut may go through a secret. One pass over the text: what
 * was compared is not looked at again.
 */
function withoutBeginnings(text: string, { pattern, forms }: Beginnings): string {
  const parts: string[] = []
  let from = 0
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const at = found.index
    const most = Math.max(
      ...(forms.get(found[0]) ?? []).map((form) => commonLength(text, at, form)),
    )
    parts.push(text.slice(from, at), HIDDEN)
    from = at + most
    pattern.lastIndex = from
  }
  return parts.length === 0 ? text : parts.concat(text.slice(from)).join('')
}

/** How far the text from `at` on is the beginning of the secret. */
function commonLength(text: string, at: number, secret: string): number {
  let length = 0
  while (length < secret.length && text[at + length] === secret[length]) length++
  return length
}
