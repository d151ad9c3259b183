// The parts of a URL as text (RFC 3986, section 3): the pure part has no URL of Node's, and texts that are none come along too.

const PARTS =
  /^(?<origin>https?:\/\/(?<authority>(?:[^/?#@]*@)?(?<host>\[[^\]]*\]|[^/?#:]*)[^/?#]*))(?<path>.*)$/is

function partOf(url: string, part: 'origin' | 'authority' | 'host' | 'path'): string | undefined {
  return PARTS.exec(url)?.groups?.[part]
}

/** Host and port, as they stand there; the text itself where it is no URL. */
export function authorityOf(url: string): string {
  return partOf(url, 'authority') ?? url
}

/** The host alone, without port and brackets; empty where there is none. */
export function hostOf(url: string): string {
  return bareHost(partOf(url, 'host') ?? '')
}

/** Scheme, host and port; the text itself where it is no URL. */
export function originOf(url: string): string {
  return partOf(url, 'origin') ?? url
}

/** What follows the origin: path, query and fragment; the text itself where it is no URL. */
export function pathOf(url: string): string {
  return partOf(url, 'path') ?? url
}

/** The port that it names; undefined where that is the scheme's own. */
export function portOf(url: string): string | undefined {
  return /:(\d+)$/.exec(partOf(url, 'authority') ?? '')?.[1]
}

/** An IPv6 address without the brackets that it has in a URL. */
export function bareHost(host: string): string {
  return host.replace(/^\[|\]$/g, '')
}

/** Issuers are written with a slash at the end and without; below one, it counts once. */
export function withoutSlash(url: string): string {
  return url.replace(/\/$/, '')
}

/** Where a reference in an answer from `url` leads to: servers may name a path of theirs only (RFC 9110, section 10.2.2). */
export function resolveLocation(location: string, url: string): string {
  if (location.startsWith('//')) return `${originOf(url).replace(/\/\/.*$/, '')}${location}`
  return location.startsWith('/') ? `${originOf(url)}${location}` : location
}
