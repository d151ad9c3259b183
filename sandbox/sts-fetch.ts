// The HTTPS client by which STS gets an issuer's discovery document and JWKS, cached as the issuer's headers allow.
import { request } from 'node:https'
import { rootCertificates } from 'node:tls'
import CachePolicy from 'http-cache-semantics'
import { isObject } from './http-messages.js'
import { provider } from './sts-errors.js'

export interface FetcherOptions {
  caPem: string
  /** Both documents together must be there within this time. */
  limitMs: number
  /** The door that the street's own issuer keeps for STS; undefined: the URL is taken as it stands. */
  route: (url: URL) => number | undefined
}

interface Fetched {
  status: number
  headers: Record<string, string>
  body: string
}
interface Cached {
  policy: CachePolicy
  body: string
}

const LARGEST_DOCUMENT = 1_048_576
const REQUIRED_LISTS = [
  'response_types_supported',
  'subject_types_supported',
  'id_token_signing_alg_values_supported',
]
// A chain that ends in no authority AWS knows is asked for by its thumbprint, which nobody has configured.
const UNTRUSTED = [
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]

export class IssuerFetcher {
  readonly #options: FetcherOptions
  readonly #cache = new Map<string, Cached>()

  constructor(options: FetcherOptions) {
    this.#options = options
  }

  forget(): void {
    this.#cache.clear()
  }

  /** The issuer's key set, by way of its discovery document. */
  async keysOf(issuer: string): Promise<unknown> {
    const signal = AbortSignal.timeout(this.#options.limitMs)
    const base = issuer.replace(/\/$/, '')
    const discovery = await this.#json(`${base}/.well-known/openid-configuration`, signal)
    return this.#json(keysUrl(issuer, discovery), signal)
  }

  async #json(url: string, signal: AbortSignal): Promise<unknown> {
    try {
      return JSON.parse(await this.#text(url, signal))
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? ''
      throw UNTRUSTED.includes(code) ? provider.thumbprint() : provider.keys()
    }
  }

  async #text(url: string, signal: AbortSignal): Promise<string> {
    const asked = { url, method: 'GET', headers: {} }
    const cached = this.#cache.get(url)
    if (cached?.policy.satisfiesWithoutRevalidation(asked)) return cached.body
    const { status, headers, body } = await this.#get(new URL(url), signal)
    if (status !== 200) throw new Error(`status ${status}`)
    const policy = new CachePolicy(asked, { status, headers })
    if (policy.storable()) this.#cache.set(url, { policy, body })
    return body
  }

  #get(url: URL, signal: AbortSignal): Promise<Fetched> {
    const { caPem, route } = this.#options
    const own = route(url)
    const host = url.hostname.replace(/^\[|\]$/g, '')
    return new Promise((resolve, reject) => {
      const options = {
        signal,
        port: own ?? (url.port || 443),
        // The street's own issuer may bear a name of the real world, which DNS would lead elsewhere.
        host: own === undefined ? host : 'localhost',
        ...(own === undefined ? {} : { servername: host }),
        path: url.pathname + url.search,
        headers: { host: url.host, accept: 'application/json' },
        ca: [caPem, ...rootCertificates],
        // One connection for each fetch, or a fault switched on later would not be met.
        agent: false,
      }
      const sent = request(options, async (response) => {
        let body = ''
        try {
          for await (const chunk of response) {
            body += chunk
            if (body.length > LARGEST_DOCUMENT) throw new Error('too large')
          }
          const headers = response.headers as Record<string, string>
          resolve({ status: response.statusCode ?? 0, headers, body })
        } catch (error) {
          response.destroy()
          reject(error)
        }
      })
      // Node lets a request that was upgraded wait for ever.
      sent.once('upgrade', ({ statusCode }, socket) => {
        socket.destroy()
        reject(new Error(`status ${statusCode}`))
      })
      sent.on('error', reject).end()
    })
  }
}

/** Where the keys are, if the document is one that STS accepts for this issuer. */
function keysUrl(issuer: string, discovery: unknown): string {
  if (!isObject(discovery) || discovery['issuer'] !== issuer) throw provider.keys()
  if (!REQUIRED_LISTS.every((name) => Array.isArray(discovery[name]))) throw provider.keys()
  const url = discovery['jwks_uri']
  if (typeof url !== 'string' || !URL.canParse(url) || !url.startsWith('https://')) {
    throw provider.keys()
  }
  return url
}
