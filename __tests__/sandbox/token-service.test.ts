// The street's tokens: how they are asked for, and that they verify with a library that is not ours.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose'
import type { Street } from '../../sandbox/street.js'
import { get, getToken, street } from './support.js'

let on: Street
beforeAll(async () => {
  on = await street()
})
afterAll(() => on.stop())

const verify = (token: string) =>
  jwtVerify(token, createLocalJWKSet(on.jwks() as JSONWebKeySet), { issuer: on.issuer })

describe('the service', () => {
  test('gives a token that verifies', async () => {
    const { status, headers, body } = await getToken(on)
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'application/json; charset=utf-8',
    })
    const { payload, protectedHeader } = await verify(JSON.parse(body).value)
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: 'RS256', typ: 'JWT' })
    expect(payload).toMatchObject({
      aud: 'sts.amazonaws.com',
      sub: 'repo:octo-org/octo-repo:ref:refs/heads/main',
      repository: on.env['GITHUB_REPOSITORY'],
      repository_owner_id: on.env['GITHUB_REPOSITORY_OWNER_ID'],
      job_workflow_ref: on.env['GITHUB_WORKFLOW_REF'],
      sha: on.env['GITHUB_SHA'],
      event_name: 'push',
      runner_environment: 'github-hosted',
    })
  })

  test('takes the owner’s URL as audience where none is asked for', async () => {
    const { body } = await getToken(on, '')
    expect(decodeJwt(JSON.parse(body).value).aud).toBe('https://github.com/octo-org')
  })

  test.each([undefined, 'Bearer wrong', 'Basic abc'])('401 for %j', async (authorization) => {
    const headers = authorization ? { authorization } : {}
    const { status, body } = await get(on, on.tokenUrl, { headers })
    expect([status, JSON.parse(body)]).toEqual([401, { message: 'unauthorized' }])
  })

  test('404 elsewhere, 405 for a POST', async () => {
    expect((await get(on, new URL('/elsewhere', on.tokenUrl).href)).status).toBe(404)
    expect((await get(on, on.tokenUrl, { method: 'POST' })).status).toBe(405)
  })
})

describe('mint', () => {
  test.each(['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'])('%s verifies', async (alg) => {
    const { protectedHeader } = await verify(on.mint({ header: { alg } }))
    expect(protectedHeader).toMatchObject({ alg, kid: alg })
  })

  test('raw JSON text is signed as it stands', () => {
    const claims = '{"aud":"a","aud":"b","iat":1.0}'
    const body = on.mint({ claims }).split('.')[1] ?? ''
    expect(Buffer.from(body, 'base64url').toString()).toBe(claims)
  })

  test('an unknown kid, or none, is signed by the key of alg', async () => {
    const key = (on.jwks() as JSONWebKeySet).keys.find(({ kid }) => kid === 'ES256')
    const keys = createLocalJWKSet({
      keys: [{ ...key, kid: 'unknown' } as JSONWebKeySet['keys'][0]],
    })
    await jwtVerify(on.mint({ header: { alg: 'ES256', kid: 'unknown' } }), keys)
    await jwtVerify(on.mint({ header: { alg: 'ES256', kid: null } }), keys)
  })

  test('null leaves a claim out', () => {
    expect(decodeJwt(on.mint({ claims: { sub: null } }))).not.toHaveProperty('sub')
  })
})
