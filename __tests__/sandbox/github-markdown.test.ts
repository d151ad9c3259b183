// Markdown becomes the page that GitHub makes of it: tables and folds stay, scripts and handlers go.
import { expect, test } from '@jest/globals'
import { githubHtml, githubTree, textOf } from '../../sandbox/github-markdown.js'

test('keeps what GitHub keeps: headings, tables, folds, coloured diffs', async () => {
  const html = await githubHtml(
    '### Head\n\n| a |\n|---|\n| b |\n\n<details><summary>More</summary>\n\n```diff\n- old\n+ new\n```\n\n</details>',
  )
  expect(html).toMatch(/<h3[^>]*>Head<\/h3>/)
  expect(html).toContain('<td>b</td>')
  expect(html).toContain('<details><summary>More</summary>')
  expect(html).toMatch(/<span class="pl-m[di]1">/)
})

test('takes out what GitHub takes out', async () => {
  const html = await githubHtml(
    '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><style>*{}</style>',
  )
  expect(html).not.toMatch(/script|onerror|javascript:|<style/)
})

test('gives the text of a tree, folds included', async () => {
  expect(textOf(await githubTree('a `b`\n\n<details>c</details>'))).toMatch(/a b\s+c/)
})
