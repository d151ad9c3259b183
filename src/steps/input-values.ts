// Single inputs read from text: each returns the value, or notes the problem and returns a stand-in that is never used.

import { tokenMasks } from '../model/secret.js'
import type { InputGiven, InputProblem, InputWant, WholeRange } from '../model.js'
import type { Runner } from '../world.js'
import { loginOf, maskLogin, shownUrl } from './mask-login.js'

export class InputReader {
  readonly problems: InputProblem[] = []
  readonly #runner: Runner

  constructor(runner: Runner) {
    this.#runner = runner
  }

  text(input: string, standard = ''): string {
    const text = this.#runner.input(input) ?? ''
    // A token where its path belongs, say: whatever it is meant for, it is not for the log.
    if (/^eyJ[\w-]+\./.test(text)) for (const mask of tokenMasks(text)) this.#runner.mask(mask)
    return text || standard
  }

  /** `line`: of the input's own lines, from 1. */
  bad(input: string, want: InputWant, given: InputGiven = this.text(input), line?: number): void {
    this.problems.push({ input, given, want, ...(line === undefined ? {} : { line }) })
  }

  /** YAML 1.2 core schema, as the toolkit's getBooleanInput has it. */
  boolean(input: string, standard: boolean): boolean {
    const text = this.text(input)
    if (text === '') return standard
    if (/^(true|True|TRUE)$/.test(text)) return true
    if (/^(false|False|FALSE)$/.test(text)) return false
    this.bad(input, { form: 'boolean' })
    return standard
  }

  whole(input: string, standard: number, range: WholeRange): number {
    const text = this.text(input)
    if (text === '') return standard
    const value = Number(text)
    const fits = /^\d+$/.test(text) && value >= range.least && value <= range.most
    if (!fits) this.bad(input, { form: 'whole', ...range })
    return value
  }

  oneOf<T extends string>(input: string, standard: T, allowed: readonly T[]): T {
    const text = this.text(input)
    if (text === '') return standard
    const found = allowed.find((value) => value === text)
    if (!found) this.bad(input, { form: 'one-of', values: allowed })
    return found ?? standard
  }

  /** A URL, as it was given (a last slash is part of an issuer); https only, but for loopback addresses where `loopback` is set. */
  url(input: string, loopback: boolean, text = this.text(input)): string {
    if (text === '') return ''
    const parts =
      /^(?<scheme>https?):\/\/(?<host>\[[\d:a-f]+\]|[^\s/:@?#%]+)(?<port>:\d+)?(?<rest>\/[^\s?#]*)?$/i.exec(
        text,
      )?.groups
    if (!parts) {
      const login = loginOf(text)
      maskLogin(login, this.#runner)
      this.bad(input, { form: 'url' }, shownUrl(text, login))
    } else if (
      parts['scheme']?.toLowerCase() !== 'https' &&
      !(loopback && isLoopback(parts['host'] ?? ''))
    )
      this.bad(input, { form: loopback ? 'https-or-loopback-url' : 'https-url' }, text)
    return text
  }

  lines(input: string, separator: RegExp): string[] {
    return this.text(input)
      .split(separator)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(host)
}
