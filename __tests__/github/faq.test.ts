// The questions that are asked most: ten, each short, with the page of its cause, and none without the threads that ask it.
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { SESSION_SECONDS } from '../../src/aws/limits.js'

const at = (path: string): URL => new URL(`../../docs/${path}`, import.meta.url)
const page = readFileSync(at('faq.md'), 'utf8')
const questions = page.split(/^## /m).slice(1)

test('there are ten, in order', () => {
  expect(questions.map((one) => Number.parseInt(one, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

describe.each(questions)('%#', (text) => {
  test('has threads, and pages that there are', () => {
    expect(text).toMatch(/\((#\d+(, )?)+\)/)
    const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path)
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((path) => !existsSync(at(path)))).toEqual([])
  })

  test('is read in half a minute', () => {
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(110)
  })
})

test('the longest session is that of AWS', () => {
  expect(page).toContain(`up to ${SESSION_SECONDS.most}`)
})
