// Text in Markdown in which HTML is live: nothing from outside becomes markup.
import { describe, expect, test } from '@jest/globals'
import { escaped, fenced, prose } from '../../src/report/html.js'

describe('escaped', () => {
  test.each([
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['&lt;', '&amp;lt;'],
    ['a | b', 'a &#124; b'],
    ['`a`', '&#96;a&#96;'],
    ['**a** __b__', '&#42;&#42;a&#42;&#42; &#95;&#95;b&#95;&#95;'],
    ['[a](https://x.test)', '&#91;a](https:<!-- -->//x.test)'],
    ['![a](x)', '!&#91;a](x)'],
    ['# a', '&#35; a'],
    ['@octo-org/team', '&#64;<!-- -->octo-org/team'],
    ['a\\_b', 'a&#92;&#95;b'],
    ['"\'', '&quot;&#39;'],
    ['ftp://x.test WWW.x.test', 'ftp:<!-- -->//x.test WWW<!-- -->.x.test'],
    ['$x$', '<span>&#36;</span>x<span>&#36;</span>'],
  ])('%j', (text, shown) => {
    expect(escaped(text)).toBe(shown)
  })
})

describe('prose', () => {
  test('links to the pages that our own words name, and to nothing that comes from outside', () => {
    expect(
      prose('see https://health.aws.amazon.com/health/status: `https://docs.github.com/x`'),
    ).toBe(
      'see https://health.aws.amazon.com/health/status: <code>https:<!-- -->//docs.github.com/x</code>',
    )
    expect(prose('curl https://health.aws.amazon.com.evil.test/')).toBe(
      'curl https:<!-- -->//health.aws.amazon.com.evil.test/',
    )
  })

  test('sets backticked values as code, and escapes inside and outside', () => {
    expect(prose('see `<b>` & `a|b`')).toBe(
      'see <code>&lt;b&gt;</code> &amp; <code>a&#124;b</code>',
    )
  })

  test('keeps lines as lines', () => {
    expect(prose('a\nb')).toBe('a<br>\nb')
  })

  test.each(['---', '===', '+ x', '- x', '-x'])('a line %j opens nothing', (line) => {
    expect(prose(`a\n${line}\nb`)).toBe(`a<br>\n${line.replace(/(?=\S)/, '<span></span>')}<br>\nb`)
  })

  test('an odd backtick opens code that is closed again', () => {
    const shown = prose('a ` <b> @team')
    expect(shown.match(/<code>/g)).toHaveLength(1)
    expect(shown.match(/<\/code>/g)).toHaveLength(1)
    expect(shown).not.toMatch(/<b>|@team/)
  })
})

describe('fenced', () => {
  test.each(['a', '``', '```\nout\n```', '`````', 'x ```` y'])('holds %j', (text) => {
    const lines = fenced(text).split('\n')
    const fence = lines[0] ?? ''
    expect(fence).toMatch(/^`{3,}$/)
    expect(lines.at(-1)).toBe(fence)
    expect(lines.slice(1, -1).join('\n')).toBe(text)
    // A fence is closed only by one as long (CommonMark 0.31, section 4.5).
    expect(text).not.toContain(fence)
  })
})
