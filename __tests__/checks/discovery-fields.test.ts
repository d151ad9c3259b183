import { describe, expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { discoveryFields } from '../../src/checks/discovery-fields.js'

const ISSUER = 'https://token.actions.githubusercontent.com'

const judged = (document: object, more: object = {}) =>
  discoveryFields.judge(
    knownWith({ issuer: { discovery: { result: { value: document } } }, ...more }),
  )
const fieldsOf = (document: object, more: object = {}) =>
  judged(document, more).flatMap((failure) =>
    failure.kind === 'discovery-field'
      ? failure.fields.map(({ field, problem }) => `${field} ${problem}`)
      : [],
  )

describe('discovery-fields', () => {
  test("finds nothing in GitHub's document", () => {
    expect(discoveryFields.judge(KNOWN)).toEqual([])
  })

  test.each([
    [{ response_types_supported: null }, []],
    [{ subject_types_supported: 'public' }, ['subject_types_supported wrong-type']],
    [
      { id_token_signing_alg_values_supported: {} },
      ['id_token_signing_alg_values_supported wrong-type'],
    ],
    [{ jwks_uri: 'http://idp.example.com/keys' }, ['jwks_uri not-https']],
    [{ jwks_uri: '/keys' }, ['jwks_uri not-https']],
    [{ jwks_uri: 'x https://idp.example.com/keys' }, ['jwks_uri not-https']],
    [{ jwks_uri: 'https://' }, ['jwks_uri not-https']],
    [{ jwks_uri: 7 }, ['jwks_uri wrong-type']],
    [{ issuer: 7 }, ['issuer wrong-type']],
    [{ issuer: `${ISSUER}/` }, ['issuer differs']],
    [{ issuer: ISSUER.toUpperCase() }, ['issuer differs']],
  ])('%j', (change, found) => {
    const base = KNOWN.issuer?.discovery.result
    const document = { ...(base?.ok ? base.value : {}), ...change }
    const known = {
      ...KNOWN,
      issuer: {
        url: ISSUER,
        totalMs: 1,
        discovery: { url: `${ISSUER}/x`, result: { ok: true as const, value: document } },
      },
    }
    const fields = discoveryFields
      .judge(known)
      .flatMap((one) => (one.kind === 'discovery-field' ? one.fields : []))
    expect(fields.map(({ field, problem }) => `${field} ${problem}`)).toEqual(found)
  })

  test('all that is missing is one failure, with values that fit', () => {
    const gone = {
      response_types_supported: null,
      subject_types_supported: null,
      id_token_signing_alg_values_supported: null,
    }
    const [failure, ...others] = judged(gone, { token: { header: { alg: 'ES256' } } })
    expect(others).toEqual([])
    expect(failure).toMatchObject({
      fields: [
        { field: 'response_types_supported', problem: 'missing', want: '["id_token"]' },
        { field: 'subject_types_supported', problem: 'missing', want: '["public"]' },
        {
          field: 'id_token_signing_alg_values_supported',
          problem: 'missing',
          want: '["ES256"]',
        },
      ],
    })
  })

  test('another issuer and a missing field are two failures', () => {
    expect(judged({ issuer: 'https://other.example.com', jwks_uri: null })).toHaveLength(2)
  })

  test('a document without issuer and keys lacks both', () => {
    expect(fieldsOf({ issuer: null, jwks_uri: null })).toEqual([
      'issuer missing',
      'jwks_uri missing',
    ])
  })

  test('without a token a slash is let pass, another host is not', () => {
    expect(fieldsOf({ issuer: `${ISSUER}/` }, { token: null })).toEqual([])
    expect(fieldsOf({ issuer: 'https://other.example.com' }, { token: null })).toEqual([
      'issuer differs',
    ])
  })

  test('says nothing where the document could not be read, or was not asked for', () => {
    const known = knownWith({ issuer: { discovery: { result: { ok: false } } } })
    expect(discoveryFields.judge(known)).toEqual([])
    expect(discoveryFields.judge(knownWith({ issuer: null }))).toEqual([])
  })
})

test('what is missing or of a wrong type is shown beside what fits this issuer', () => {
  const value = {
    jwks_uri: 7,
    subject_types_supported: undefined,
    id_token_signing_alg_values_supported: 'RS256',
  }
  const known = knownWith({
    token: { header: { alg: 7 } },
    issuer: { url: 'https://idp.example.com/', discovery: { result: { value } } },
  })
  const fields = discoveryFields
    .judge(known)
    .flatMap((failure) => (failure.kind === 'discovery-field' ? failure.fields : []))
    .filter(({ field }) => field !== 'issuer' && field !== 'response_types_supported')
  expect(fields).toEqual([
    {
      field: 'jwks_uri',
      problem: 'wrong-type',
      want: '"https://idp.example.com/.well-known/jwks"',
      got: '7',
    },
    {
      field: 'subject_types_supported',
      problem: 'missing',
      want: '["public"]',
      got: '',
    },
    {
      field: 'id_token_signing_alg_values_supported',
      problem: 'wrong-type',
      want: '["RS256"]',
      got: '"RS256"',
    },
  ])
})
