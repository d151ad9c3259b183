// The login of a URL, `user:password` or a token in its place: masked in every form in which a peer may echo it.
import { base64url } from 'jose'
import type { InputGiven } from '../model.js'
import type { Runner } from '../world.js'

/** As it stands in the URL, as it is sent, and as Basic authentication sends it (RFC 7617, section 2). */
export function maskLogin(login: string, runner: Runner): void {
  if (login === '') return
  const secret = login.includes(':') ? login.slice(login.indexOf(':') + 1) : login
  const sent = percentDecoded(login) ?? login
  for (const text of [secret, percentDecoded(secret) ?? '', basic(sent)]) {
    if (text !== '') runner.mask(text)
  }
}

/** What may be shown of a URL that cannot be used. Where a login or a query may still be in it, that is nothing. */
export function shownUrl(text: string, login: string): InputGiven {
  const bare = login === '' ? text : text.replace(`${login}@`, '')
  // Behind a colon comes a port: all else may be a password without its `@`.
  const isOdd = /@|%40|[?#]|^(?:[a-z][a-z\d+.-]*:)?\/*[^/[]*?:(?!\d*(?:\/|$))/i.test(bare)
  return isOdd ? { withheld: true } : bare
}

/** Up to the last `@`, also in a URL that is none: whatever may be a password is one. */
export function loginOf(text: string): string {
  const end = Math.max(text.lastIndexOf('@'), text.lastIndexOf('%40'))
  return end < 0 ? '' : text.slice(0, end).replace(/^[\s"']*(?:[a-z][a-z\d+.-]*:?)?[/\\]+/i, '')
}

export function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

function basic(login: string): string {
  const text = base64url.encode(login).replaceAll('-', '+').replaceAll('_', '/')
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}
