// HTTP requests and responses as plain data, so that every server of the street is a function that needs no socket.

export interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: Readonly<Record<string, string>>
  body: string
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: string
}

/** Milliseconds since the epoch, as Date.now: injected, because a peer's clock can be put wrong on purpose. */
export type Clock = () => number

export const seconds = (clock: Clock): number => Math.floor(clock() / 1000)

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Merges members over a base; a member given as null leaves the base's member out. */
export function merge<T>(
  base: Readonly<Record<string, T>>,
  over: Readonly<Record<string, T | null>>,
): Record<string, T> {
  const merged = Object.entries({ ...base, ...over })
  return Object.fromEntries(merged.filter((entry): entry is [string, T] => entry[1] !== null))
}
