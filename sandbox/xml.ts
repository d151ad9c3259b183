// The XML of the AWS Query protocol: written by this file only, so that everything in it is escaped.

type XmlValue = string | number | XmlElements
/** Members that are undefined are left out, as AWS leaves out what it has nothing to say about. */
export interface XmlElements {
  [name: string]: XmlValue | undefined
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
// XML 1.0 has no way to write most control characters, not even escaped.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\u{fffd}').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

function element(name: string, value: XmlValue, indent: string): string {
  if (typeof value !== 'object') return `${indent}<${name}>${escapeText(String(value))}</${name}>`
  return `${indent}<${name}>\n${elements(value, `${indent}  `)}\n${indent}</${name}>`
}

function elements(values: XmlElements, indent: string): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [element(name, value, indent)]))
    .join('\n')
}

export function document(root: string, namespace: string, values: XmlElements): string {
  return `<${root} xmlns="${namespace}">\n${elements(values, '  ')}\n</${root}>\n`
}
