// Whether an answer is a page for people: where a service answers in JSON or XML, somebody in between has answered.

const MARKUP = /^\s*<(!doctype|html|head|body)/i

/** By its content type, or by how it begins. */
export function isHtml(body: string, contentType = ''): boolean {
  return /html/i.test(contentType) || MARKUP.test(body)
}
