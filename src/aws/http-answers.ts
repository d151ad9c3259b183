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

/** So much of an answer's body goes into evidence, in characters: enough to see what it is. */
const EXCERPT = 200

export function excerptOf(body: string): string {
  return body.slice(0, EXCERPT)
}
