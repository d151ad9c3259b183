// Faults of what an answer holds: no JSON, another encoding, and JSON of another shape.
import {
  answered,
  type Endings,
  endings,
  type FaultGroup,
  type FaultRow,
  FINE,
  FOREIGN,
  PAGE,
  TOKEN_ERROR,
  UNREADABLE,
  without,
} from './fault-rows.js'
import { headOf, says } from './wire.js'

const body = (name: string, text: string, all = UNREADABLE): FaultRow =>
  answered(name, { body: text }, all)

/** An object, but not with the members that it needs. */
const of = (discovery: string, jwks = 'jwks-malformed', token = TOKEN_ERROR): Endings =>
  endings(token, { discovery, jwks }, FOREIGN)
const FIELDS = of('discovery-field-missing')

export const BODY_FAULTS: FaultGroup = {
  name: 'Body',
  rows: [
    body('empty', ''),
    answered('a web page', { body: PAGE, headers: { 'content-type': 'text/html' } }, UNREADABLE),
    answered('a web page, said to be JSON', { body: PAGE }, UNREADABLE),
    answered(
      'another content type',
      { headers: { 'content-type': 'application/octet-stream' } },
      FINE,
    ),
    answered('no content type', { headers: { 'content-type': null } }, FINE),
    answered('a byte order mark before it', { edit: (text) => `\ufeff${text}` }, UNREADABLE),
    answered(
      'UTF-16',
      {
        wire: (answer) => {
          const text = Buffer.from(`\ufeff${answer.body}`, 'utf16le')
          const head = headOf(answer, { 'content-length': String(text.length) })
          return says(Buffer.concat([Buffer.from(head), text]))
        },
      },
      UNREADABLE,
    ),
    answered(
      'NUL within it',
      { edit: (text) => `${text.slice(0, 30)}\u0000${text.slice(30)}` },
      UNREADABLE,
    ),
    answered('half of it', { edit: (text) => text.slice(0, text.length / 2) }, UNREADABLE),
    answered('it twice', { edit: (text) => text + text }, { ...UNREADABLE, sts: [0] }),
    body('two megabytes', `{"a":"${'a'.repeat(2e6)}"}`),
    body('JSON: an array', '[]'),
    body('JSON: null', 'null'),
    body('JSON: a number', '42'),
    body('JSON: a string', '"token"'),
    body('JSON: an empty object', '{}', FIELDS),
    body('JSON: 100,000 arrays within each other', '['.repeat(1e5) + ']'.repeat(1e5)),
    body('JSON: an error of OAuth', '{"error":"invalid_request"}', FIELDS),
  ],
}

const json = (name: string, edit: (text: string) => string, all: Endings): FaultRow =>
  answered(name, { edit }, without(/^sts$/, all))

const first = (member: string) => (text: string) => text.replace('{', `{${member},`)

export const JSON_FAULTS: FaultGroup = {
  name: 'Members of JSON',
  rows: [
    json('a member twice, the last one right', first('"value":"x","issuer":"x","keys":[]'), FINE),
    json('a number beyond all bounds', first(`"more":1e999999,"long":${'9'.repeat(400)}`), FINE),
    json('`__proto__`', first('"__proto__":{"value":"x","issuer":"x","keys":[]}'), FINE),
    json(
      'values of another type',
      (text) =>
        text.replace(/"(value|issuer)":"[^"]*"/g, '"$1":42').replace(/"keys":\[.*\]/, '"keys":{}'),
      FIELDS,
    ),
    json(
      'values that are null',
      (text) =>
        text
          .replace(/"(value|issuer)":"[^"]*"/g, '"$1":null')
          .replace(/"keys":\[.*\]/, '"keys":null'),
      FIELDS,
    ),
    json(
      'values that are empty',
      (text) =>
        text.replace(/"(value|issuer)":"[^"]*"/g, '"$1":""').replace(/"keys":\[.*\]/, '"keys":[]'),
      of('discovery-issuer-mismatch', 'jwks-key-not-found'),
    ),
    json(
      'lists of another type',
      (text) =>
        text
          .replace(/"keys":\[.*\]/, '"keys":[42,null]')
          .replace(/"value":"[^"]*"/, '"value":["x"]')
          .replace(/"issuer":"[^"]*"/, '"issuer":["x"]'),
      FIELDS,
    ),
    json(
      'NUL in a value',
      (text) => text.replace(/"(value|issuer|kid)":"/g, '"$1":"\\u0000'),
      of('discovery-issuer-mismatch', 'jwks-key-not-found', [1, 'token-malformed']),
    ),
  ],
}
