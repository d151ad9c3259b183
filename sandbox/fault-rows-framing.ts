// Faults of HTTP by how an answer is framed: cut, silent, without an end, of another length or encoding than it says.
import { gzipSync } from 'node:zlib'
import {
  answered,
  CUT,
  type Endings,
  type FaultGroup,
  type FaultRow,
  FINE,
  noProxy,
  PAGE,
  SILENT,
  UNREADABLE,
  without,
} from './fault-rows.js'
import type { HttpFault } from './faults.js'
import { bytes, headOf, says, type Wire } from './wire.js'

const GARBAGE = '\u0000\u0001\u00fe\u00ff'.repeat(200)

const framed = (name: string, wire: NonNullable<HttpFault['wire']>, all: Endings): FaultRow =>
  answered(name, { wire }, all)

const length = (body: string | Buffer): string => String(Buffer.byteLength(body))

/** Piece by piece, one in each quarter of a second. */
const slowly = (text: string): Wire => ({
  pieces: [...text].map(bytes),
  everyMs: 250,
  then: 'end',
})

export const FRAMING_FAULTS: FaultGroup = {
  name: 'HTTP framing',
  rows: [
    framed('silent after the request', () => ({ pieces: [], then: 'open' }), SILENT),
    framed('reset after the request', () => ({ pieces: [], then: 'reset' }), CUT),
    framed('closed after the request', () => ({ pieces: [], then: 'end' }), CUT),
    framed('reset within the headers', (answer) => says(headOf(answer).slice(0, 15), 'reset'), CUT),
    framed('closed within the headers', (answer) => says(headOf(answer).slice(0, 15), 'end'), CUT),
    framed('silent within the headers', (answer) => says(headOf(answer).slice(0, 15)), SILENT),
    framed('4 bytes a second', (answer) => slowly(headOf(answer) + answer.body), SILENT),
    framed(
      'headers without an end',
      (answer) => ({
        pieces: [bytes(headOf(answer).slice(0, -2)), bytes(`x-more: ${'m'.repeat(40)}\r\n`)],
        everyMs: 100,
        forEver: true,
        then: 'open',
      }),
      SILENT,
    ),
    framed(
      'a megabyte of headers',
      (answer) => says(`${headOf(answer).slice(0, -2)}x-more: ${'m'.repeat(1e6)}\r\n\r\n`),
      CUT,
    ),
    ...bodyFaults().map((row) => ({ ...row, endings: noProxy(row.endings) })),
    framed('no HTTP at all', () => says('SSH-2.0-OpenSSH_9.6\r\n'), CUT),
    framed('HTTP/0.9', ({ body }) => says(body || PAGE, 'end'), CUT),
    framed('HTTP/2', () => says(Buffer.from([0, 0, 0, 4, 0, 0, 0, 0, 0])), CUT),
    framed('bytes without a meaning', () => says(GARBAGE), CUT),
    framed(
      'bytes after the answer',
      (answer) =>
        says(headOf(answer, { 'content-length': length(answer.body) }) + answer.body + GARBAGE),
      // Node's bare client, which is the street's STS, may take them for a fault.
      without(/^(discovery|jwks)$/, FINE),
    ),
  ],
}

/** To CONNECT there is no answer with a body. */
function bodyFaults(): FaultRow[] {
  const half = (body: string): string => body.slice(0, body.length / 2)
  const whole = ({ body }: { body: string }) => ({ 'content-length': length(body) })
  const chunked = { 'transfer-encoding': 'chunked' }
  const chunk = (body: string): string => `${body.length.toString(16)}\r\n${body}\r\n`
  return [
    framed(
      'reset within the body',
      (answer) => says(headOf(answer, whole(answer)) + half(answer.body), 'reset'),
      CUT,
    ),
    framed(
      'closed within the body',
      (answer) => says(headOf(answer, whole(answer)) + half(answer.body), 'end'),
      CUT,
    ),
    framed(
      'silent within the body',
      (answer) => says(headOf(answer, whole(answer)) + half(answer.body)),
      SILENT,
    ),
    framed(
      'content-length too long',
      (answer) => says(headOf(answer, { 'content-length': '100000' }) + answer.body),
      SILENT,
    ),
    framed(
      'content-length too short',
      (answer) => says(headOf(answer, { 'content-length': '20' }) + answer.body),
      UNREADABLE,
    ),
    framed(
      'two lengths',
      (answer) =>
        says(headOf(answer, { 'content-length': '20', 'Content-Length': '30' }) + answer.body),
      CUT,
    ),
    framed('no length, and closed', (answer) => says(headOf(answer) + answer.body, 'end'), FINE),
    framed(
      'a chunk that is none',
      (answer) => says(`${headOf(answer, chunked)}zz\r\n${answer.body}`),
      CUT,
    ),
    framed(
      'chunks without an end, and closed',
      (answer) => says(headOf(answer, chunked) + chunk(answer.body), 'end'),
      CUT,
    ),
    framed(
      'chunks without an end',
      (answer) => says(headOf(answer, chunked) + chunk(answer.body)),
      SILENT,
    ),
    framed(
      'headers twice',
      (answer) =>
        says(
          headOf(answer, { ...whole(answer), 'Content-Type': 'text/html', Date: 'never' }) +
            answer.body,
        ),
      FINE,
    ),
    framed(
      'gzip that nobody asked for',
      (answer) => packed(answer, gzipSync(answer.body), 'gzip'),
      UNREADABLE,
    ),
    framed('gzip that is none', (answer) => packed(answer, bytes('no gzip'), 'gzip'), UNREADABLE),
    framed(
      'an encoding that nobody knows',
      (answer) => packed(answer, bytes(GARBAGE), 'x-own'),
      UNREADABLE,
    ),
    framed(
      'a body without an end, fast',
      (answer) => ({
        pieces: [bytes(headOf(answer)), Buffer.alloc(65_536, ' ')],
        forEver: true,
        then: 'open',
      }),
      UNREADABLE,
    ),
    framed(
      'a body without an end, slow',
      (answer) => ({
        pieces: [bytes(headOf(answer)), bytes(' ')],
        everyMs: 100,
        forEver: true,
        then: 'open',
      }),
      SILENT,
    ),
  ]
}

type Given = Parameters<NonNullable<HttpFault['wire']>>[0]

function packed(answer: Given, body: Buffer, encoding: string): Wire {
  const head = headOf(answer, { 'content-length': length(body), 'content-encoding': encoding })
  return says(Buffer.concat([bytes(head), body]))
}
