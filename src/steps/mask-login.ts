// The login of a URL, `user:password` or a token in its place: masked in every form in which a peer may echo it.
import { base64url } from 'jose'
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
