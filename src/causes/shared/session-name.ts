// The name of a session that STS would not take: which character it is, and what to write in its place.
import { SESSION_NAME_LENGTH } from '../../aws/limits.js'
import { strangeToSessionName } from '../../aws/role-arn.js'
import type { InputProblem, Step } from '../../model.js'
import { quote } from '../../text.js'

const LENGTH = `${SESSION_NAME_LENGTH.least} to ${SESSION_NAME_LENGTH.most} characters`

/** Characters that a line has room for. */
const MOST_CHARACTERS = 3

/** How the login of a GitHub App ends. */
const BOT = '[bot]'

/** `name`: the input, `value`: what it was given, both quoted. */
export function sessionNameLine(name: string, value: string, text: string): string {
  const strange = strangeToSessionName(text)
  if (strange.length === 0) return `${name} must be ${LENGTH}, not ${[...text].length}`
  const named = strange.slice(0, MOST_CHARACTERS).map(characterName)
  const more = strange.length - named.length
  const last = more > 0 ? `${more} more` : (named.pop() ?? '')
  const all = named.length === 0 ? last : `${named.join(', ')} and ${last}`
  return `${name} cannot be ${value}: ${all} ${strange.length === 1 ? 'is' : 'are'} not allowed`
}

/** A character that one would not see in backticks, by its name or number. */
function characterName(character: string): string {
  if (character === ' ') return 'a space'
  if (character === '\n' || character === '\r') return 'a line break'
  if (character === '\t') return 'a tab'
  if (character === '`') return 'a backtick'
  if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(character)) return quote(character)
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `U+${number}`
}

export const SESSION_NAME_DETAIL = `Allowed are ${LENGTH}: letters, digits, \`_+=,.@-\`.`

/** Accents go; every other run of characters that a session's name must not have becomes a hyphen. */
export function cleanSessionName(text: string): string {
  return text
    .slice(0, 256)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w+=,.@-]+/g, '-')
    .slice(0, SESSION_NAME_LENGTH.most)
    .replace(/^-+|-+$/g, '')
}

/** A name that an expression builds is another one in the next run. */
export function sessionNameSteps({ input, given, want }: InputProblem): Step[] {
  if (want.form !== 'session-name') return []
  const isBot = typeof given === 'string' && given.includes(BOT)
  return [
    {
      when: isBot ? 'If it comes from `github.actor`' : 'If an expression gives it',
      say: isBot
        ? 'Use the number of the actor, which has digits only'
        : 'Use a value that is of this form in every run',
      code: `${input}: ${isBot ? 'actor-' : 'run-'}\${{ github.${isBot ? 'actor_id' : 'run_id'} }}`,
      language: 'yaml',
      ...(isBot
        ? {
            then: `The login of a GitHub App, such as ${quote(`dependabot${BOT}`)}, ends in ${quote(BOT)}.`,
          }
        : {}),
    },
  ]
}
