// A runner in memory: the port as steps and report know it, with everything that was written to it kept.
import type { Result } from '../src/model.js'
import type { Annotation, Runner } from '../src/world.js'

export interface FakeRunnerSetup {
  inputs?: Readonly<Record<string, string>>
  env?: Readonly<Record<string, string>>
  event?: unknown
  files?: Readonly<Record<string, string>>
}

type Variables = Readonly<Record<string, string>>

export class FakeRunner implements Runner {
  readonly masked: string[] = []
  readonly lines: string[] = []
  readonly debugged: string[] = []
  readonly groups: Record<string, readonly string[]> = {}
  readonly annotations: Annotation[] = []
  readonly outputs: Record<string, string> = {}
  readonly exported: Record<string, string> = {}
  readonly remembered: Record<string, string> = {}
  readonly written: Record<string, string> = {}
  readonly notes: Record<string, unknown> = {}
  summary = ''
  failed = false
  readonly #setup: FakeRunnerSetup

  constructor(setup: FakeRunnerSetup = {}) {
    this.#setup = setup
  }

  input(name: string): string | undefined {
    return this.#setup.inputs?.[name]?.trim()
  }

  env(name: string): string | undefined {
    return this.#setup.env?.[name]
  }

  event(): unknown {
    return this.#setup.event
  }

  mask(value: string): void {
    this.masked.push(value)
  }

  info(line: string): void {
    this.lines.push(line)
  }

  debug(line: string): void {
    this.debugged.push(line)
  }

  group(title: string, lines: readonly string[]): void {
    this.groups[title] = lines
  }

  annotate(annotation: Annotation): void {
    this.annotations.push(annotation)
  }

  setOutputs(outputs: Variables): Result<() => void> {
    const before = { ...this.outputs }
    Object.assign(this.outputs, outputs)
    const undo = (): void => {
      for (const name of Object.keys(outputs)) delete this.outputs[name]
      Object.assign(this.outputs, before)
    }
    return { ok: true, value: undo }
  }

  exportVariables(variables: Variables): Result<void> {
    Object.assign(this.exported, variables)
    return { ok: true, value: undefined }
  }

  rememberVariables(variables: Variables): Result<void> {
    Object.assign(this.remembered, variables)
    return { ok: true, value: undefined }
  }

  restoreVariables(): readonly string[] {
    return Object.keys(this.remembered)
  }

  remember(name: string, data: unknown): Result<void> {
    this.notes[name] = JSON.parse(JSON.stringify(data))
    return { ok: true, value: undefined }
  }

  recall(name: string): unknown {
    return this.notes[name]
  }

  async writeSummary(markdown: string): Promise<void> {
    this.summary += markdown
  }

  writeFile(path: string, text: string): Result<void> {
    this.written[path] = text
    return { ok: true, value: undefined }
  }

  sweepBeside(): void {
    // No file of this runner's is staged.
  }

  readFile(path: string): Result<string> {
    const value = this.#setup.files?.[path]
    if (value !== undefined) return { ok: true, value }
    return { ok: false, failure: { kind: 'token-file', path, problem: 'missing' } }
  }

  fail(): void {
    this.failed = true
  }
}
