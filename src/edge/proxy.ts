// The proxy: one decision whether a connection goes through it, for token service, issuer and STS alike, and the agent that opens it.
import http from 'node:http'
import https from 'node:https'
import ipaddr from 'ipaddr.js'
import { bareHost } from '../aws/url.js'
import type { ProxySettings } from '../model.js'
import type { EarlyConnections } from './early-connections.js'
import type { Opened } from './network.js'

/** The way to one host. */
export interface Route {
  /** Host and port of the proxy, and never its user or password; empty: straight to the host. */
  proxy: string
  agent(options: https.AgentOptions): http.Agent
  /** One that was begun before anybody asked. */
  begun?: Opened | undefined
}

/** Where every connection of this run is led; straight to the host until a proxy is told. */
export class Routes {
  #settings: ProxySettings | undefined
  /** Whether an issuer may have a link-local address. */
  linkLocal = false
  readonly #early: EarlyConnections | undefined

  constructor(early?: EarlyConnections) {
    this.#early = early
  }

  use(settings: ProxySettings | undefined): void {
    this.#settings = settings
  }

  to(url: URL): Route {
    const settings = this.#settings
    const { Agent } = url.protocol === 'https:' ? https : http
    if (!settings || isExcepted(url, settings.noProxy))
      return { proxy: '', agent: (options) => new Agent(options), begun: this.#early?.take(url) }
    return {
      proxy: settings.host,
      agent(options) {
        const proxy = settings.url.reveal()
        // Both names: the kind of the URL decides which one Node reads, and ours is one for all.
        const proxyEnv = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy }
        return knowsProxies() ? new Agent({ ...options, proxyEnv }) : refusingAgent()
      },
    }
  }
}

/** Node's agents take `proxyEnv` from 24.5 on; an older one would pass the proxy by without a word. */
function knowsProxies(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 24 || (major === 24 && minor >= 5)
}

function refusingAgent(): http.Agent {
  const message = `Node ${process.versions.node} of this runner knows no proxies; 24.5 is the first that does`
  const agent = new http.Agent() as http.Agent & { createConnection(): never }
  agent.createConnection = () => {
    throw Object.assign(new Error(message), { code: 'ERR_PROXY_TUNNEL' })
  }
  return agent
}

type Address = ReturnType<typeof ipaddr.process>

/** Whether a host is excepted: by its name or a parent's, by its address or a range (CIDR), or all by `*`; with `:port`, that port only. */
export function isExcepted(url: URL, noProxy: string): boolean {
  const host = bareHost(url.hostname.toLowerCase()).replace(/\.$/, '')
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  // Once, and not for each entry: the library throws for what is no address.
  const address = ipaddr.isValid(host) ? ipaddr.process(host) : undefined
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [name, only] = withPort(entry)
      return (only === '' || only === port) && matchesEntry({ host, address }, name)
    })
}

/** An entry without and with its port: `[::1]:443` has one, `::1` and `fd00::/8` have none. */
function withPort(entry: string): [name: string, port: string] {
  const parts = /^(?<name>\[[^\]]*\]|[^:]*):(?<port>\d+)$/.exec(entry)?.groups
  return [bareHost(parts?.['name'] ?? entry), parts?.['port'] ?? '']
}

interface Host {
  host: string
  /** Where the host is one. */
  address: Address | undefined
}

function matchesEntry({ host, address }: Host, entry: string): boolean {
  if (entry === '*') return true
  if (address) return isWithin(address, entry)
  const name = entry.replace(/^\*?\./, '').replace(/\.$/, '')
  return name !== '' && (host === name || host.endsWith(`.${name}`))
}

/** The same address, however it is written, or one of the range. */
function isWithin(address: Address, entry: string): boolean {
  if (!/\d|:.*:/.test(entry)) return false
  if (entry.includes('/')) {
    if (!ipaddr.isValidCIDR(entry)) return false
    const [range, bits] = ipaddr.parseCIDR(entry)
    return address.kind() === range.kind() && address.match(range, bits)
  }
  return ipaddr.isValid(entry) && ipaddr.process(entry).toString() === address.toString()
}
