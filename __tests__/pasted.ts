// Commands as somebody pastes them: run by a shell that finds none of their programs, to see what else it does.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The commands that a shell cannot read, or in which it obeys what is only a value: `touch obeyed`, or a redirection. */
export function ranByShell(commands: readonly string[]): string[] {
  const root = mkdtempSync(join(tmpdir(), 'pasted-'))
  try {
    const tools = join(root, 'tools')
    mkdirSync(tools)
    writeFileSync(join(tools, 'touch'), '#!/bin/sh\n: > obeyed\n')
    chmodSync(join(tools, 'touch'), 0o755)
    return commands.filter((command, at) => isObeyed(command, join(root, String(at)), tools))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function isObeyed(command: string, folder: string, tools: string): boolean {
  mkdirSync(folder)
  const checked = spawnSync('/bin/sh', ['-n', '-c', command])
  if (checked.status !== 0) return true
  spawnSync('/bin/sh', ['-c', command], { cwd: folder, env: { PATH: tools }, timeout: 5000 })
  return readdirSync(folder).includes('obeyed')
}
