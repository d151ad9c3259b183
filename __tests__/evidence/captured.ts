// What a capture holds of an answer or of an error, by the form in which a tool printed it: the one rule that all replays go by.
import { STATUS_CODES } from 'node:http'
import type { Evidence, Filled } from '../../evidence/read.js'

/** What a capture holds of what was answered or thrown. */
export interface Held extends Filled {
  /** The name of an error of the SDK. */
  name?: string
  requestId?: string
}

/** The form of a tool's line, with a group for each member that it holds. */
type Form = readonly [tool: string, pattern: RegExp]

const ID = /(?<requestId>[\w-]+)?/.source

/** The first that fits speaks. */
const FORMS: readonly Form[] = [
  [
    'SDK for Go, v2',
    RegExp(
      `StatusCode: (?<status>\\d+), RequestID: ${ID}, (?:api error )?(?<code>\\w+): (?<message>.*)`,
    ),
  ],
  [
    'SDK for Go, v1',
    RegExp(
      `(?<code>[A-Z]\\w+): (?<message>[^\\n]+)\\n[\\s|]*status code: (?<status>\\d+), request id: ${ID}`,
    ),
  ],
  ['SDK for Go, v1, cut off', /caused by: (?<code>\w+): (?<message>[^\n]+)/],
  [
    'botocore and the AWS CLI',
    /An error occurred \((?<code>\w+)\) when calling the \w+ operation: (?<message>.*)/,
  ],
  [
    'SDK for Java, v2',
    RegExp(
      `StsException: (?:null|(?<message>.*)) \\(Service: Sts, Status Code: (?<status>\\d+), Request ID: ${ID}\\)`,
    ),
  ],
  [
    'SDK for Java, v1, in the words of a plugin',
    RegExp(
      `(?:\\w+ Error )?(?<message>[^(]*) \\(Service: \\w+; Status Code: (?<status>\\d+); Error Code: (?<code>\\w+); Request ID: ${ID}\\)`,
    ),
  ],
  ['CloudTrail', /"errorCode": "(?<code>\w+)",\s*"errorMessage": "(?<message>[^"]*)"/],
  [
    'start of an XML answer',
    /^<ErrorResponse(?![\s\S]*<\/ErrorResponse>)[\s\S]*<Code>(?<code>\w+)<\/Code>\s*<Message>(?<message>[^<]*)/,
  ],
  ['configure-aws-credentials', /Could not assume role with OIDC: (?<message>[^\n]*)/],
  ['a thrown Error, quoted or not', /^[^\n<{]*\bError: (?<message>[^\n`"]*)/],
]

/** What the capture of a piece holds, by its kind. */
export function heldOf({ captured, failure: { kind } }: Evidence): Held {
  // What was captured as an object has the members by their names.
  if (!isText(captured)) return { ...(captured as Held) }
  const text = typeof captured === 'string' ? captured : captured.join('\n')
  if (kind === 'network') return errorIn(text)
  return kind === 'http' ? httpAnswerIn(text) : stsAnswerIn(text)
}

/** Of STS's answer, or of what stood in its place. */
function stsAnswerIn(text: string): Held {
  const whole =
    /^HTTP\/\d\.\d (?<status>\d{3})[^\n]*\n(?<head>(?:[\w-]+:[^\n]*\n?)+)\n?(?<body>[\s\S]*)/
  const { status, head = '', body = '' } = whole.exec(text)?.groups ?? {}
  if (status !== undefined)
    return { status: Number(status), headers: headersIn(head), ...(body === '' ? {} : { body }) }
  const spoken = FORMS.map(([, pattern]) => pattern.exec(text)?.groups).find(Boolean)
  if (spoken) return membersOf(spoken)
  const isBody = text === '' || text.startsWith('<')
  return isBody ? { body: text } : { message: text }
}

/** Of the issuer's or the token service's answer: mostly a tool's word on its status. */
function httpAnswerIn(text: string): Held {
  if (/^[\w-]+: \S+$/.test(text)) return { headers: headersIn(text) }
  if (text.startsWith('<')) return { body: text }
  const digits = /(?<![\d.])[345]\d\d(?!\d)/.exec(text)?.[0]
  const named = Object.entries(STATUS_CODES).find(([, phrase]) =>
    RegExp(`: "?${phrase}"?\\}?$`).test(text),
  )?.[0]
  const status = digits ?? named
  return status === undefined ? {} : { status: Number(status) }
}

/** Of an error of Node's, of OpenSSL's or of the SDK's. */
function errorIn(text: string): Held {
  const coded = /^(?<code>[A-Z_]+): (?<message>[\s\S]*)$/.exec(text)?.groups
  // Node puts the number of a proxy's status line on its error (lib/https.js, establishTunnel).
  const status = /: HTTP\/\d\.\d (?<status>\d+)/.exec(text)?.groups
  if (coded) return membersOf({ ...coded, ...status })
  // Node's words for a call of the system name its code.
  const system = /(?<message>\b(?:connect|getaddrinfo) (?<code>E[A-Z_]+) .*)$/
  const named = system.exec(text)?.groups
  if (named) return membersOf(named)
  const [, message = text] = /^Error: .*: ([^:]*)$/.exec(text) ?? []
  return { message }
}

function isText(captured: unknown): captured is string | readonly string[] {
  return typeof captured === 'string' || Array.isArray(captured)
}

function headersIn(head: string): Record<string, string> {
  const lines = head.split('\n').filter((line) => line !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
}

function membersOf({ status, ...texts }: Record<string, string | undefined>): Held {
  const held = Object.entries(texts).filter(([, text]) => text !== undefined)
  return {
    ...Object.fromEntries(held),
    ...(status === undefined ? {} : { status: Number(status) }),
  }
}
