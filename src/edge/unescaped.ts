// A text with its escapes undone (percent-encoding, JSON, HTML), and where each of its characters stands in the one that was given.

export interface Unescaped {
  text: string
  /** By place in `text`, and one more for its end. */
  places: Int32Array
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  sol: '/',
  plus: '+',
  equals: '=',
  lowbar: '_',
  percnt: '%',
  commat: '@',
  colon: ':',
}

/** RFC 3986, section 2.1 · RFC 8259, section 7 · HTML, section 13.5. What stands for more than one byte is left as it is. */
const ESCAPE =
  /%([0-7][\da-f])|\\(?:u00|x)([0-7][\da-f])|\\([\\/"'])|&#x0{0,6}([\da-f]{2});?|&#0{0,6}(\d{2,3});?|&([a-z]+);/gi

/** Undefined where there is none. */
export function unescaped(text: string): Unescaped | undefined {
  const parts: string[] = []
  const places: number[] = []
  let from = 0
  for (const found of text.matchAll(ESCAPE)) {
    const stands = characterOf(found)
    if (stands === undefined) continue
    for (let at = from; at < found.index; at++) places.push(at)
    places.push(found.index)
    parts.push(text.slice(from, found.index), stands)
    from = found.index + found[0].length
  }
  if (parts.length === 0) return undefined
  for (let at = from; at <= text.length; at++) places.push(at)
  return { text: parts.join('') + text.slice(from), places: Int32Array.from(places) }
}

function characterOf([, percent, json, plain, hex, decimal, name]: RegExpExecArray) {
  if (plain !== undefined) return plain
  if (name !== undefined) return NAMED[name.toLowerCase()]
  const code = Number.parseInt(percent ?? json ?? hex ?? decimal ?? '', decimal ? 10 : 16)
  return code < 128 ? String.fromCharCode(code) : undefined
}
