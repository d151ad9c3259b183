// A renewing profile goes through the proxy of the step that made it, also where it came by input and later steps do not know it.
import { expect, test } from '@jest/globals'
import { knownWith, RUN } from '../../evidence/baseline.js'
import { Secret } from '../../src/model/secret.js'
import type { Inputs } from '../../src/model.js'
import { stateIn, stateText } from '../../src/steps/renewal-state.js'

const state = (inputs: object) => ({
  inputs: knownWith({ inputs }).inputs as Inputs,
  run: RUN,
  cache: '/temp/cache',
})

test('the proxy comes back whole', () => {
  const proxy = {
    url: new Secret('http://me:hush@p:1'),
    host: 'p:1',
    source: 'http-proxy',
    noProxy: 'a',
  }
  const back = stateIn(stateText(state({ proxy })))?.inputs.proxy
  expect(back).toMatchObject({ host: 'p:1', source: 'http-proxy', noProxy: 'a' })
  expect(back?.url.reveal()).toBe('http://me:hush@p:1')
  expect(JSON.stringify(back)).not.toContain('hush')
})

test('where there is none, none comes back', () => {
  expect(stateIn(stateText(state({})))).toMatchObject({ version: 1, cache: '/temp/cache' })
  expect(stateIn(stateText(state({})))?.inputs).not.toHaveProperty('proxy')
})
