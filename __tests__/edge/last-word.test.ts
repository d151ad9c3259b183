// The last word of a door: in the runner's own form, escaped as its toolkit does it, and the exit code.

import * as core from '@actions/core'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { failAnnotated, failPlainly } from '../../src/edge/last-word.js'

let out: string[] = []
let error: string[] = []
beforeEach(() => {
  out = []
  error = []
  const into = (all: string[]) => (text: unknown) => {
    all.push(String(text))
    return true
  }
  jest.spyOn(process.stdout, 'write').mockImplementation(into(out) as never)
  jest.spyOn(process.stderr, 'write').mockImplementation(into(error) as never)
})
afterEach(() => {
  jest.restoreAllMocks()
  process.exitCode = undefined
})

const WORD = { title: 'a: b, 100 %\n::c', message: 'a: b,\r\n::error::100 %25' }

test('an annotation, to the byte as the toolkit writes it', () => {
  failAnnotated(WORD)
  const [ours] = out.splice(0)
  core.error(WORD.message, { title: WORD.title })
  expect(ours).toBe(out.join('').replaceAll('\r\n', '\n'))
  expect([ours?.match(/\n/g)?.length, error]).toEqual([1, []])
  expect(process.exitCode).toBe(1)
})

test('in plain, for another tool: standard output is not touched', () => {
  failPlainly(WORD)
  expect([error.join(''), out]).toEqual([`${WORD.title}\n${WORD.message}\n`, []])
  expect(process.exitCode).toBe(1)
})
