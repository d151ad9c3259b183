// What text from outside may hold to be more than text, each with a mark of its own: to the runner, to GitHub's Markdown, to a terminal, a shell or a parser.

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: a placeholder is what is tried
/** By name. Each holds `obeyed`, or makes something of its own where somebody obeys it. */
export const PAYLOADS: Readonly<Record<string, string>> = {
  'a command': 'x\n::error title=obeyed::obeyed',
  'a command after a carriage return': 'x\r::set-output name=obeyed::1',
  'a command, escaped': 'x%0A::error::obeyed%0D%0A::add-mask::obeyed',
  'a command after other line ends':
    'x\u2028::error::obeyed\u2029::error::obeyed\u0085::error::obeyed',
  'a command after a vertical tab and NUL':
    'x\u000b::error::obeyed\u000c::error::obeyed\u0000::error::obeyed',
  'a command that ends commands': 'x\n  ::stop-commands::obeyed\n::obeyed::',
  'an old command': 'x ##[error]obeyed ###[group]obeyed ##vso[task.setvariable]obeyed',
  'properties of a command': 'x,file=obeyed.ts,line=1::obeyed',
  'a link':
    '[obeyed](https://obeyed.test) <https://obeyed.test> [a][b]\n\n[b]: https://obeyed.test',
  'a bare link': 'https://obeyed.test www.obeyed.test obeyed@obeyed.test xmpp:a@obeyed.test',
  'an image': '![obeyed](https://obeyed.test/i.png)',
  'people and issues':
    '@obeyed-org/team #1 obeyed/obeyed#2 GH-3 0123456789abcdef0123456789abcdef01234567',
  'a table': 'x | obeyed | y\n|---|---|\n| obeyed | z |',
  'a fence': 'x\n```\n# obeyed\n``````\n# obeyed\n~~~~\n# obeyed\n````````',
  'a heading': 'x\n# obeyed\nobeyed\n======\nobeyed\n---',
  'a list': 'x\n- obeyed\n1. obeyed\n> obeyed\n- [ ] obeyed\n***',
  emphasis: '**obeyed** _obeyed_ ~~obeyed~~ `obeyed` ``obeyed`',
  'a formula': '$obeyed$ $$obeyed$$ $`obeyed`$ :obeyed: [^1]\n\n[^1]: obeyed',
  'a comment': '<!-- obeyed --> <!-- obeyed',
  'ends of folds':
    '</summary></details></sub></code></pre></td></table><details open><summary>obeyed',
  'a script': '<script>obeyed()</script><style>*{display:none}</style><iframe src=//obeyed.test>',
  'an element':
    '<img src=x onerror=obeyed()><a href="javascript:obeyed()">x</a><b>obeyed</b><?x?><![CDATA[obeyed]]>',
  entities: '&lt;b&gt;obeyed&lt;/b&gt; &#60;b&#62;obeyed &#x40;obeyed &NewLine;# obeyed &colon;',
  'a scheme': '[x](javascript:obeyed) [y](data:text/html,obeyed) javascript:obeyed()',
  'sequences of a terminal':
    '\u001b[2J\u001b[31mobeyed\u001b]8;;https://obeyed.test\u0007x\u001b]8;;\u0007\u009b1m\b\u007f',
  'bidirectional text': '\u202eobeyed\u202c \u2066obeyed\u2069 \u061c\u200f',
  'what cannot be seen': 'obe\u200byed\u200d\u2060\ufeff\u00ad\u{e0041} \u180e\u2800',
  'half a character': 'obeyed \ud800 obeyed \udc00\ud800',
  'far too long': 'obeyed '.repeat(150_000),
  'a command line': 'x$(touch obeyed)`touch obeyed`;touch obeyed&&touch obeyed|touch obeyed>obeyed',
  quotes: `x'; touch obeyed; '"; touch obeyed; "\\'$'\\n`,
  'a command line of its own': "x\ntouch obeyed\n#'\ntouch obeyed\n'",
  'an option': '--obeyed -o obeyed',
  PowerShell:
    'x\u2019; touch obeyed; \u2018 \u201c; touch obeyed\u201d $env:obeyed @(obeyed) `n {obeyed} %obeyed% ^',
  'JSON, HCL and YAML':
    '"}, "obeyed": "${obeyed}%{if obeyed}\\u0022 \'obeyed: - *obeyed &obeyed !obeyed #',
  'an expression of GitHub': '${{ secrets.obeyed }} ${{ github.token }}',
  'a delimiter': 'x\nEOF\nobeyed=1\nghadelimiter_obeyed\nobeyed<<EOF\n1\nEOF',
  'a section': ']\n[default]\naws_access_key_id = obeyed\n[obeyed',
  XML: ']]><Error><Code>obeyed</Code></Error><!DOCTYPE x [<!ENTITY obeyed "x">]>&obeyed;',
}
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above
