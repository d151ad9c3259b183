// Proves: a cause's page is found wherever the action is hosted, and the fallback is the project's own repository.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { RUN } from '../../../evidence/baseline.js'
import { causePage, DOC_URLS, HOME, newIssue } from '../../../src/causes/shared/doc-urls.js'

describe('causePage', () => {
  test('names server, repository and ref of the action that runs', () => {
    const run = {
      ...RUN,
      serverUrl: 'https://ghe.example.com',
      actionRepository: 'a/b',
      actionRef: 'v2',
    }
    expect(causePage('unknown', run)).toBe(
      'https://ghe.example.com/a/b/blob/v2/docs/causes/unknown.md',
    )
  })

  test('without a ref it is the main branch', () => {
    expect(causePage('unknown', { ...RUN, actionRef: '' })).toContain(
      '/blob/main/docs/causes/unknown.md',
    )
  })

  test.each([{ serverUrl: '' }, { actionRepository: '' }])('falls back with %j', (change) => {
    expect(causePage('unknown', { ...RUN, ...change })).toBe(
      `${HOME}/blob/main/docs/causes/unknown.md`,
    )
  })

  test('the fallback is the repository that package.json names', () => {
    const path = new URL('../../../package.json', import.meta.url)
    const { repository } = JSON.parse(readFileSync(path, 'utf8')) as { repository: { url: string } }
    expect(repository.url).toBe(`git+${HOME}.git`)
  })
})

test('a new issue is filled in where the action is hosted, or at home', () => {
  const elsewhere = { ...RUN, serverUrl: 'https://ghe.example.com', actionRepository: 'a/b' }
  expect(newIssue('a b', 'c\n&d', elsewhere)).toBe(
    'https://ghe.example.com/a/b/issues/new?title=a%20b&body=c%0A%26d',
  )
  expect(newIssue('a', 'b', { ...RUN, serverUrl: 'x' })).toBe(`${HOME}/issues/new?title=a&body=b`)
})

test('every link is https', () => {
  for (const url of Object.values(DOC_URLS)) expect(url).toMatch(/^https:\/\/[a-z]/)
})
