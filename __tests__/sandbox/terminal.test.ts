// A summary in a terminal: legible without Markdown, with colour only where it is shown.
import { describe, expect, test } from '@jest/globals'
import { terminalText } from '../../sandbox/terminal.js'

const PAGE = [
  '### ❌ Not signed in: <code>a</code>',
  '✅ One → ❌ **Two**',
  '```diff\n- policy: x\n+ job:    y\n```',
  '**1.** Run:',
  '```sh\naws iam get-role\n```',
  '- point `b`\n- other',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '> quoted',
  '<details><summary>More</summary>\n\nhidden\n\n</details>',
  '[page](https://example.com/x)<br>\nnext',
].join('\n\n')

describe('terminalText', () => {
  test('sets blocks as plain text, and folds by their titles', async () => {
    expect(await terminalText(PAGE, false)).toBe(
      [
        '❌ Not signed in: a',
        '✅ One → ❌ Two',
        '    - policy: x\n    + job:    y',
        '1. Run:',
        '    aws iam get-role',
        '- point b\n- other',
        'a  b\n1  2',
        '  quoted',
        '▸ More',
        'page (https://example.com/x)\n next',
      ].join('\n\n'),
    )
  })

  test('colours what a diff adds and takes away, and code', async () => {
    const shown = await terminalText(PAGE, true)
    expect(shown).toContain('\u001b[31m- policy: x\u001b[39m')
    expect(shown).toContain('\u001b[32m+ job:    y\u001b[39m')
    expect(shown).toContain('\u001b[36maws iam get-role\u001b[39m')
    expect(shown).toContain('\u001b[1m❌ Not signed in')
  })
})
