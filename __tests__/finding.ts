// A whole finding for the tests of what tells it: each test changes what it is about. And one in which every text is hostile.
import type { Finding, Side } from '../src/model.js'
import { quote } from '../src/text.js'

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    id: 'role-not-assumable',
    severity: 'error',
    certainty: 'certain',
    title: 'AWS did not let this job assume the role',
    link: 'role',
    headline: 'AWS did not let this job assume `deploy`',
    shown: [{ show: 'sentence', say: 'AWS does not say why.' }],
    steps: [
      { say: 'Look at the role', code: 'aws iam get-role --role-name deploy', language: 'sh' },
    ],
    otherwise: [],
    confirm: [],
    folded: [],
    docs: 'https://github.com/o/r/blob/v1/docs/causes/role-not-assumable.md',
    evidence: [],
    ...change,
  }
}

/** What a branch, a claim or an answer may hold to be more than text: to GitHub's Markdown, and to the runner. */
export const EVIL = [
  '</code></summary></details></sub><img src=x onerror=alert(1)><!-- `code` | a | b |',
  '::error::obeyed',
  '##[error]obeyed',
  '# head',
  '```',
  '~~~',
  '---',
  '@octo-org/team ![i](https://evil.test/i) [l](https://evil.test) <https://evil.test>',
  'https://evil.test www.evil.test a@evil.test $x$ $$y$$ #1 **bold** &lt;b&gt;',
  '````` \u202eright to left\ud800 --> end',
].join('\n')

/** `text` in each place that a finding has. */
export function findingOf(text: string, change: Partial<Finding> = {}): Finding {
  const said = `It is ${quote(text)}`
  const side = (label: string): Side => ({ label, value: text, at: 3, also: [text, text, text] })
  const step = { when: `If ${quote(text)}`, say: `Look at ${quote(text)}`, then: `${said}.` }
  const shown = [
    { show: 'difference', wanted: side('policy'), actual: side('job') },
    { show: 'values', values: [{ name: 'sub', value: text }] },
    { show: 'answer', by: 'AWS', text },
    { show: 'sentence', say: `${said}.` },
    { show: 'list', points: [said, said] },
    { show: 'code', code: text, language: 'text' },
  ] as const
  return finding({
    headline: said,
    shown,
    steps: [
      { ...step, code: text, language: 'sh' },
      { ...step, code: `a\n${text}`, language: 'yaml' },
      { ...step, code: `${text}\n`.repeat(3), language: 'json', short: text },
    ],
    otherwise: [step],
    confirm: [step],
    folded: [{ title: said, blocks: shown }],
    stop: said,
    evidence: [{ kind: 'aws', status: 400, code: 'X', message: text, requestId: text }],
    ...change,
  })
}
