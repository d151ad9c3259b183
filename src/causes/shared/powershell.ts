// Commands of a POSIX shell as PowerShell has them: a runner on Windows has no other shell to paste into.
import type { Explanation } from '../../model.js'
import { withCommands } from './commands.js'

/** Each form that this project's commands have, and nothing else of the shell's language; the longer ones first. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/\bexport (\w+)=\$\(mktemp\)/g, '$$env:$1 = (New-TemporaryFile).FullName'],
  [
    /\bexport (\w+)=\$\(mktemp -d\)/g,
    '$$env:$1 = (New-Item -ItemType Directory "$$env:TEMP\\$$(New-Guid)").FullName',
  ],
  [/(?:sudo )?timedatectl set-ntp true/g, 'w32tm /resync /force'],
  [/\btimedatectl status/g, 'w32tm /query /status'],
  [/\bmkdir -p (\S+) && /g, 'New-Item -ItemType Directory -Force $1; '],
  [/\bprintf %s "\$(\w+)" > (\S+)/g, '$$env:$1 | Out-File -NoNewline -Encoding ascii $2'],
  [/\bsudo chown "\$\(id -u\)" (\S+) && chmod 600 \1/g, 'icacls $1 /grant "$$($$env:USERNAME):R"'],
  [/\btr \. '\\n' < (\S+) \| grep -c \./g, "((Get-Content -Raw $1) -split '\\.').Count"],
  [/^(jq .*) < (\S+)$/gm, 'Get-Content $2 | $1'],
  [
    /\bsed -i '(\d+)s\/\^\/# \/' ('[^']*'|\S+)/g,
    '$$n = 0; (Get-Content $2) | ForEach-Object { $$n++; if ($$n -eq $1) { "# $$_" } else { $$_ } } | Set-Content $2',
  ],
  [
    /\bsed -i 's\/\\r\/\\n\/g' ('[^']*'|\S+)/g,
    '(Get-Content -Raw $1) -replace "`r", "`n" | Set-Content -NoNewline $1',
  ],
  [/\bgrep -nE? '\^\[\[:blank:\]\]\*\\\[' /g, "Select-String '^\\s*\\[' "],
  [/\bgrep -nE? '\^\\\[' /g, "Select-String '^\\[' "],
  [/\| grep -i \^date\b/g, "| Select-String '^date'"],
  [/\bdf -h ('[^']*'|\S+); ls -la \1; id$/gm, 'Get-PSDrive; Get-ChildItem -Force $1; whoami'],
  [/^id; ls -la$/gm, 'whoami; Get-ChildItem -Force'],
  [/\bls -la? ('[^']*'|[^\s;]+)/g, 'Get-Item $1'],
  // `curl` is another program's name in Windows PowerShell.
  [/(^|[\s;(])curl(?= )/g, '$1curl.exe'],
  [/-o \/dev\/null(?= )/g, '-o NUL'],
  // openssl waits for its input to end.
  [/^(openssl s_client .*) <\/dev\/null/gm, "'' | $1"],
  [/\bdate -u\b/g, '(Get-Date).ToUniversalTime()'],
  [/\bdig \+short (\S+) @(\S+)/g, 'Resolve-DnsName $1 -Server $2'],
  // Windows PowerShell redirects in UTF-16, which neither AWS nor Git reads.
  [/ > (\S+)$/gm, ' | Out-File -Encoding ascii $1'],
  [/ 2>\/dev\/null/g, ' 2>$$null'],
  [/ && /g, '; '],
  // A quote in a quoted word is written twice.
  [/'\\''/g, "''"],
  // PowerShell takes typographic quotes for quotes (language specification, section 2.3.5.2).
  [/[\u2018-\u201b]/g, '$&$&'],
]

/** What has no form there, such as `sudo`, is left as it is. */
export function powershellOf(code: string): string {
  return FORMS.reduce((text, [form, other]) => text.replace(form, other), code)
}

export function forWindows(explanation: Explanation): Explanation {
  return withCommands(explanation, powershellOf, 'powershell')
}
