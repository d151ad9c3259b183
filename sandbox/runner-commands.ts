// The runner's side of the log: reads workflow commands as GitHub's runner does, and masks what it was told to mask.

export interface ShownAnnotation {
  severity: 'error' | 'warning' | 'notice'
  properties: Readonly<Record<string, string>>
  message: string
}

export interface ReadLog {
  annotations: ShownAnnotation[]
  /** What stands in the log: commands that the runner keeps to itself left out, secrets starred out. */
  lines: string[]
  masks: string[]
}

const COMMAND = /^::(?<name>[a-z-]+)(?: (?<properties>.*?))?::(?<data>.*)$/

export function readLog(output: string): ReadLog {
  const log: ReadLog = { annotations: [], lines: [], masks: [] }
  for (const line of output.split(/\r?\n/)) {
    const { name, properties = '', data = '' } = COMMAND.exec(line)?.groups ?? {}
    if (name === 'add-mask') log.masks.push(decoded(data))
    else if (name === 'error' || name === 'warning' || name === 'notice') {
      log.annotations.push({
        severity: name,
        properties: propertiesOf(properties),
        message: decoded(data),
      })
    } else if (name !== 'debug') log.lines.push(line)
  }
  const starred = (text: string): string =>
    log.masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), text)
  log.lines = log.lines.map(starred)
  return log
}

function propertiesOf(text: string): Record<string, string> {
  const pairs = text.split(',').filter((pair) => pair.includes('='))
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), decoded(pair.slice(at + 1))]
    }),
  )
}

/** The toolkit's escapes (actions/toolkit, command.ts), undone in the order that the runner has. */
function decoded(text: string): string {
  return text
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%')
}
