// Single inputs read from text: each returns the value, or notes the problem and returns a stand-in that is never used.

import { tokenMasks } from '../model/secret.js'
import type { InputProblem } from '../model.js'
import type { Runner } from '../world.js'
import { maskLogin } from './mask-login.js'

export class InputReader {
  readonly problems: InputProblem[] = []
  readonly #runner: Runner

  constructor(runner: Runner) {
    this.#runner = runner
  }

  text(input: string, standard = ''): string {
    const text = this.#runner.input(input)
    // A token where its path belongs, say: whatever it is meant for, it is not for the log.
    if (/^eyJ[\w-]+\./.test(text)) for (const mask of tokenMasks(text)) this.#runner.mask(mask)
    return text || standard
  }

  bad(
    input: string,
    want: string,
    about: InputProblem['about'] = 'value',
    given = this.text(input),
  ): void {
    this.problems.push({ input, given, want, about })
  }

  /** YAML 1.2 core schema, as the toolkit's getBooleanInput has it. */
  boolean(input: string, standard: boolean): boolean {
    const text = this.text(input)
    if (text === '') return standard
    if (/^(true|True|TRUE)$/.test(text)) return true
    if (!/^(false|False|FALSE)$/.test(text)) this.bad(input, '`true` or `false`')
    return false
  }

  whole(input: string, standard: number, least: number, most: number, unit = ''): number {
    const text = this.text(input)
    if (text === '') return standard
    const value = Number(text)
    const fits = /^\d+$/.test(text) && value >= least && value <= most
    if (!fits) this.bad(input, `a whole number${unit} from ${least} to ${most}`)
    return value
  }

  oneOf<T extends string>(input: string, standard: T, allowed: readonly T[]): T {
    const text = this.text(input)
    if (text === '') return standard
    const found = allowed.find((value) => value === text)
    if (!found) this.bad(input, `one of ${allowed.map((value) => `\`${value}\``).join(', ')}`)
    return found ?? standard
  }

  /** A URL, as it was given (a last slash is part of an issuer); https only, but for loopback addresses where `loopback` is set. */
  url(input: string, loopback: boolean, text = this.text(input)): string {
    if (text === '') return ''
    const login = /^[a-z]+:\/\/([^/\s]*)@/i.exec(text)?.[1] ?? ''
    maskLogin(login, this.#runner)
    const given = text.replace(`${login}@`, '')
    const parts =
      /^(?<scheme>https?):\/\/(?<host>\[[\d:a-f]+\]|[^\s/:@?#]+)(?<port>:\d+)?(?<rest>\/[^\s?#]*)?$/i.exec(
        text,
      )?.groups
    if (!parts)
      this.bad(
        input,
        'a URL `https://host[:port][/path]` without user, query or fragment',
        'value',
        given,
      )
    else if (
      parts['scheme']?.toLowerCase() !== 'https' &&
      !(loopback && isLoopback(parts['host'] ?? ''))
    ) {
      const want = loopback ? 'an https URL (http only for a loopback address)' : 'an https URL'
      this.bad(input, want, 'value', given)
    }
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
