// A page for people and a redirect told from an answer for programs.
import { expect, test } from '@jest/globals'
import {
  excerptOf,
  isHtml,
  isInvalidStatus,
  isPassing,
  isRedirect,
  refusedBy,
} from '../../src/aws/http-answers.js'

test.each([
  ['<!DOCTYPE html><p>', ''],
  ['\n <html lang="en">', ''],
  ['<HEAD>', ''],
  ['{}', 'text/html; charset=utf-8'],
  ['', 'application/xhtml+xml'],
])('%j with the type %j is one', (body, type) => {
  expect(isHtml(body, type)).toBe(true)
})

test.each([
  ['{"value": "<html>"}', 'application/json'],
  ['<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">', 'text/xml'],
  ['<?xml version="1.0"?><Error>', ''],
  ['', ''],
])('%j with the type %j is none', (body, type) => {
  expect(isHtml(body, type)).toBe(false)
})

test('redirects, and what of a body is kept', () => {
  expect([200, 299, 300, 302, 304, 399, 400].filter((status) => isRedirect({ status }))).toEqual([
    300, 302, 399,
  ])
  expect(excerptOf('x'.repeat(201))).toBe('x'.repeat(200))
})

test('what is no status at all is taken as a fault of the server', () => {
  expect([0, 99, 100, 599, 600, 999].filter(isInvalidStatus)).toEqual([0, 99, 600, 999])
  expect([0, 99, 100, 101, 600, 999].filter((status) => isPassing({ status }))).toEqual([
    0, 99, 600, 999,
  ])
})

test('statuses that ask for another try', () => {
  const statuses = [200, 304, 400, 403, 404, 407, 408, 421, 425, 429, 451, 500, 503, 511, 599]
  expect(statuses.filter((status) => isPassing({ status }))).toEqual([408, 425, 429, 500, 503, 599])
})

test('what an answer refuses', () => {
  const by = (wanted: string | undefined): number[] =>
    Array.from({ length: 1000 }, (_, status) => status).filter(
      (status) => refusedBy({ status }) === wanted,
    )
  expect([by('request'), by('sender'), by('place')]).toEqual([[400, 414, 422], [401, 403], [404]])
  expect(by(undefined)).toHaveLength(994)
})
