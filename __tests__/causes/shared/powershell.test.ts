// On Windows each command is one that PowerShell runs.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { allEvidence } from '../../../evidence/read.js'
import { diagnose } from '../../../src/causes/index.js'
import { powershellOf } from '../../../src/causes/shared/powershell.js'
import { shellWord } from '../../../src/text.js'

describe('powershellOf', () => {
  test.each([
    [
      'curl -sS -D- -o /dev/null https://idp.example.com/x',
      'curl.exe -sS -D- -o NUL https://idp.example.com/x',
    ],
    [
      'date -u; curl -sSI https://sts.amazonaws.com | grep -i ^date',
      "(Get-Date).ToUniversalTime(); curl.exe -sSI https://sts.amazonaws.com | Select-String '^date'",
    ],
    [
      'openssl s_client -connect a:443 -servername a -showcerts </dev/null',
      "'' | openssl s_client -connect a:443 -servername a -showcerts",
    ],
    [
      'aws iam get-role --role-name deploy --output json > trust-policy.json',
      'aws iam get-role --role-name deploy --output json | Out-File -Encoding ascii trust-policy.json',
    ],
    ["aws iam get-role --role-name 'it'\\''s'", "aws iam get-role --role-name 'it''s'"],
    ['dig +short idp.example.com @1.1.1.1', 'Resolve-DnsName idp.example.com -Server 1.1.1.1'],
    ['gh api repos/o/r', 'gh api repos/o/r'],
    ['export GITHUB_ENV=$(mktemp)', '$env:GITHUB_ENV = (New-TemporaryFile).FullName'],
    [
      'printf %s "$TOKEN" > token.jwt',
      '$env:TOKEN | Out-File -NoNewline -Encoding ascii token.jwt',
    ],
    ["tr . '\\n' < token.jwt | grep -c .", "((Get-Content -Raw token.jwt) -split '\\.').Count"],
    [
      "sed -i '3s/^/# /' 'a b/config'",
      "$n = 0; (Get-Content 'a b/config') | ForEach-Object { $n++; if ($n -eq 3) { \"# $_\" } else { $_ } } | Set-Content 'a b/config'",
    ],
    ['df -h /a/; ls -la /a/; id', 'Get-PSDrive; Get-ChildItem -Force /a/; whoami'],
  ])('%s', (posix, powershell) => {
    expect(powershellOf(posix)).toBe(powershell)
  })
})

/** Every command of every cause, as a runner on Windows gives it. */
const commands = allEvidence().flatMap(({ id, piece }) => {
  const known = knownWith(piece.known)
  const { steps, otherwise, confirm } = diagnose(piece.failure, {
    ...known,
    run: { ...known.run, windows: true },
  })
  return [...steps, ...otherwise, ...confirm]
    .filter(({ language }) => language === 'sh' || language === 'powershell')
    .map(({ code = '', language }) => ({ id, code, language }))
})

test('no command of any cause needs a POSIX shell there', () => {
  const posix =
    /[<>] ?\/dev\/null|(?<!pulumi stack)(^|[\s;|(])(curl|grep|sed|date|dig|ls|df|sudo|mktemp|export|chmod|chown|timedatectl|printf|cat|tr|id|mkdir)( |$)|&&|\$\(mktemp/
  expect(commands.length).toBeGreaterThan(50)
  expect(commands.filter(({ language, code }) => language === 'sh' || posix.test(code))).toEqual([])
})

test('a value ends at no quote of any kind', () => {
  expect(powershellOf(`aws iam x --name ${shellWord("a\u2019; calc; \u2018'")}`)).toBe(
    "aws iam x --name 'a\u2019\u2019; calc; \u2018\u2018'''",
  )
})
