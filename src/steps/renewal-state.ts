// The state of a renewing profile: what a sign-in was asked to do, kept without any secret but a proxy's login, so that it can be done again.

import { Secret } from '../model/secret.js'
import type { Inputs, RunContext } from '../model.js'

export interface RenewalState {
  version: 1
  inputs: Inputs
  run: RunContext
  /** Path of the session fetched last. */
  cache: string
}

export function stateText(state: Omit<RenewalState, 'version'>): string {
  const { proxy } = state.inputs
  // Later steps have HTTPS_PROXY of their own, but not the input: this file, for this user only, has to hold it whole.
  const inputs = {
    ...state.inputs,
    ...(proxy ? { proxy: { ...proxy, url: proxy.url.reveal() } } : {}),
  }
  return `${JSON.stringify({ version: 1, ...state, inputs }, null, 2)}\n`
}

/** undefined where the text is no state of this version. */
export function stateIn(text: string | undefined): RenewalState | undefined {
  try {
    const state = JSON.parse(text ?? '') as Partial<RenewalState> | null
    const whole = state?.version === 1 && state.inputs && state.run && state.cache
    return whole ? withSecretProxy(state as RenewalState) : undefined
  } catch {
    return undefined
  }
}

function withSecretProxy(state: RenewalState): RenewalState {
  const { proxy } = state.inputs
  if (!proxy) return state
  return {
    ...state,
    inputs: { ...state.inputs, proxy: { ...proxy, url: new Secret(String(proxy.url)) } },
  }
}
