// What the XML of the Query protocol looks like, and that nothing gets out of its element.
import { expect, test } from '@jest/globals'
import { document } from '../../sandbox/xml.js'

test('elements nest, and undefined ones are left out', () => {
  expect(document('Root', 'urn:x', { One: { Two: 2 }, None: undefined, Empty: '' })).toBe(
    '<Root xmlns="urn:x">\n  <One>\n    <Two>2</Two>\n  </One>\n  <Empty></Empty>\n</Root>\n',
  )
})

test('text is escaped, and what XML cannot hold is replaced', () => {
  const xml = document('Root', 'urn:x', { A: `<b>&"'\u0000\ud800` })
  expect(xml).toContain('<A>&lt;b&gt;&amp;&quot;&apos;\ufffd\ufffd</A>')
})
