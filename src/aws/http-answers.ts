// What an HTTP answer is by itself: a page for people, where a service answers in JSON or XML, or a redirect.

const MARKUP = /^\s*<(!doctype|html|head|body)/i

/** By its content type, or by how it begins: then somebody in between has answered. */
export function isHtml(body: string, contentType = ''): boolean {
  return /html/i.test(contentType) || MARKUP.test(body)
}

/** RFC 9110, section 15.4. A 304 leads nowhere: it says that a copy is fresh which nobody has asked about. */
export function isRedirect({ status }: { status: number }): boolean {
  return status >= 300 && status < 400 && status !== 304
}

/** A network that lets nobody through without a login (RFC 6585, section 6): its captive portal has answered. */
export const NETWORK_LOGIN = 511

/** The proxy wants a login (RFC 9110, section 15.5.8): no server behind it says so, whoever was asked. */
export const PROXY_LOGIN = 407

/** What of a request is refused: its own text, who sends it, or where it leads. */
export type Refused = 'request' | 'sender' | 'place'

/**
 * By RFC 9110, section 15.5: a request that is wrong (400), too long (414) or cannot be done (422), a sender who is not
 * known (401) or not let (403), a place that is not there (404). Any other status of the class says nothing of the three.
 */
const REFUSALS: ReadonlyMap<number, Refused> = new Map([
  [400, 'request'],
  [414, 'request'],
  [422, 'request'],
  [401, 'sender'],
  [403, 'sender'],
  [404, 'place'],
])

/** What the answer refuses; undefined for one that refuses nothing of its own. */
export function refusedBy({ status }: { status: number }): Refused | undefined {
  return REFUSALS.get(status)
}

/** What no answer may have as its status, and Node lets through from 000 on: meant as any 5xx (RFC 9110, section 15). */
export function isInvalidStatus(status: number): boolean {
  return status < 100 || status > 599
}

/**
 * A status that asks for another try: the request came too late (408: RFC 9110, section 15.5.9) or too early (425: RFC
 * 8470, section 5.2), there were too many (429: RFC 6585, section 4), or the server has a fault.
 */
export function isPassing({ status }: { status: number }): boolean {
  if (isInvalidStatus(status)) return true
  if (status >= 500) return status !== NETWORK_LOGIN
  return status === 408 || status === 425 || status === 429
}

/** So much of an answer's body goes into evidence, in characters: enough to see what it is. */
const EXCERPT = 200

export function excerptOf(body: string): string {
  return body.slice(0, EXCERPT)
}
