// The proxy of the run, from the inputs or else from the environment; its password is masked before anything else is done with it.

import { PROXY_VARIABLES } from '../model/input.js'
import { Secret } from '../model/secret.js'
import type { ProxySettings } from '../model.js'
import type { Runner } from '../world.js'
import type { InputReader } from './input-values.js'
import { loginOf, maskLogin, percentDecoded, shownUrl } from './mask-login.js'

const FORM =
  /^(?:(?<scheme>https?):\/\/)?(?:(?<login>[^\s/?#@]*)@)?(?<host>\[[\d:a-f.]+\]|[^\s:/?#@%[\]]+)(?::(?<port>\d{1,5}))?\/?$/i

export function readProxy(read: InputReader, runner: Runner): ProxySettings | undefined {
  const from = proxySource(read, runner)
  if (!from) return undefined
  const { text, name } = from
  const login = loginOf(text)
  maskLogin(login, runner)
  const parts = FORM.exec(text)?.groups
  const host = parts?.['host'] ?? ''
  const port = parts?.['port'] === undefined ? '' : `:${parts['port']}`
  const scheme = (parts?.['scheme'] ?? 'http').toLowerCase()
  if (!parts || Number(parts['port'] ?? 0) > 65_535 || percentDecoded(login) === undefined) {
    const variable = name === 'http-proxy' ? {} : { variable: name }
    read.bad('http-proxy', { form: 'proxy', ...variable }, shownUrl(text, login))
    return undefined
  }
  const shown = `${host}${port === '' ? defaultPort(scheme) : port}`
  const url = new Secret(`${scheme}://${login === '' ? '' : `${login}@`}${host}${port}`)
  return { url, host: shown, source: name, noProxy: noProxyHosts(read, runner) }
}

function proxySource(
  read: InputReader,
  runner: Runner,
): { text: string; name: ProxySettings['source'] } | undefined {
  const given = read.text('http-proxy')
  if (given !== '') return { text: given, name: 'http-proxy' }
  const name = PROXY_VARIABLES.find((one) => runner.env(one)?.trim())
  return name === undefined ? undefined : { text: (runner.env(name) ?? '').trim(), name }
}

function noProxyHosts(read: InputReader, runner: Runner): string {
  return read.text('no-proxy') || runner.env('no_proxy') || runner.env('NO_PROXY') || ''
}

function defaultPort(scheme: string): string {
  return scheme === 'https' ? ':443' : ':80'
}
