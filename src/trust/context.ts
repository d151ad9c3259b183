// The condition keys of one sign-in with a web identity: what the token and the request say, and what only AWS knows.

import { offerOf } from '../aws/condition-keys.js'
import { federatedPrincipal, issuerName, type ProviderPlace, providerArn } from '../aws/provider.js'
import { ASSUME, SET_SOURCE_IDENTITY, TAG_SESSION } from '../aws/statement.js'
import { isGitHub, partyOf, SOURCE_IDENTITY } from '../aws/token-rules.js'
import type { Inputs, SignInAction, TokenFacts } from '../model.js'
import { Effort } from './effort.js'
import { tagKeys } from './session-tags.js'

/**
 * disputed: sources differ on whether STS offers the claim as a key · not-offered: it does not ·
 * unknown: only AWS knows.
 */
export type KeyState = 'present' | 'absent' | 'not-offered' | 'disputed' | 'unknown'

export interface Key {
  state: KeyState
  values: readonly string[]
}

export interface Context {
  /** The issuer as IAM writes it: without `https://`, path included. */
  issuer: string
  partition: string
  /** Undefined where the role is not known; empty where its STS has no accounts. */
  account: string | undefined
  /** The actions that the sign-in needs, all of them. */
  actions: readonly SignInAction[]
  github: boolean
  /** Nobody's token: its values are made of the policy's own. */
  isProbe?: true
  effort: Effort
  /** Names of keys know no letter case. */
  key(name: string): Key
}

export interface Request {
  token: TokenFacts
  inputs: Pick<
    Inputs,
    | 'role'
    | 'partition'
    | 'region'
    | 'fallbackRegions'
    | 'stsEndpoint'
    | 'customEndpoint'
    | 'roleSessionName'
    | 'roleDurationSeconds'
  >
  /** Local clock, ms since the epoch: near enough to AWS's, except next to a limit. */
  now: number
}

const ABSENT: Key = { state: 'absent', values: [] }
const UNKNOWN: Key = { state: 'unknown', values: [] }

export function contextOf(request: Request): Context {
  const { token, inputs } = request
  const issuer = issuerName(token.issuer)
  const { partition, account } = inputs.role ?? { partition: inputs.partition, account: undefined }
  const github = isGitHub(token.claims)
  const fixed = requestKeys(request, { partition, account: account ?? '', issuer })
  const prefix = `${issuer.toLowerCase()}:`
  const lookUp = (lower: string): Key =>
    lower.startsWith(prefix)
      ? claimKey(token, issuer, lower.slice(prefix.length), github)
      : foreignKey(lower)
  return {
    issuer,
    partition,
    account,
    github,
    effort: Effort.ofVerdict(),
    actions: neededActions(token),
    key(name) {
      const lower = name.toLowerCase()
      const key = fixed.get(lower) ?? lookUp(lower)
      fixed.set(lower, key)
      return key
    },
  }
}

function neededActions({ claims }: TokenFacts): SignInAction[] {
  const actions: SignInAction[] = [ASSUME]
  if (tagKeys(claims).tags.size > 0) actions.push(TAG_SESSION)
  if (SOURCE_IDENTITY in claims) actions.push(SET_SOURCE_IDENTITY)
  return actions
}

/** What the request itself says. As observed, the caller is the provider: a `User` of its account without an ARN. */
function requestKeys({ token, inputs, now }: Request, place: ProviderPlace): Map<string, Key> {
  const { tags, transitive } = tagKeys(token.claims)
  const { account } = place
  const http = inputs.stsEndpoint.startsWith('http:')
  const elsewhere = inputs.customEndpoint || inputs.fallbackRegions.length > 0
  const keys: [string, Key][] = [
    ['sts:RoleSessionName', present([inputs.roleSessionName])],
    ['sts:DurationSeconds', present([String(inputs.roleDurationSeconds)])],
    ['sts:SourceIdentity', claimed(token.claims[SOURCE_IDENTITY])],
    ['sts:ExternalId', ABSENT],
    ['sts:TransitiveTagKeys', present(transitive)],
    ['aws:TagKeys', present([...tags.keys()])],
    ...[...tags].map(([name, value]): [string, Key] => [
      `aws:RequestTag/${name}`,
      present([value]),
    ]),
    ['aws:PrincipalAccount', account === '' ? UNKNOWN : present([account])],
    ['aws:PrincipalType', present(['User'])],
    ['aws:PrincipalArn', ABSENT],
    ['aws:userid', account === '' ? UNKNOWN : present([providerArn(place)])],
    ['aws:FederatedProvider', account === '' ? UNKNOWN : present([federatedPrincipal(place)])],
    ['aws:SecureTransport', http ? UNKNOWN : present(['true'])],
    ['aws:RequestedRegion', elsewhere ? UNKNOWN : present([inputs.region])],
    ['aws:CurrentTime', present([new Date(now).toISOString()])],
    ['aws:EpochTime', present([String(Math.floor(now / 1000))])],
  ]
  return new Map(keys.map(([name, key]) => [name.toLowerCase(), key]))
}

function claimKey(
  { claims, audiences }: TokenFacts,
  issuer: string,
  name: string,
  github: boolean,
): Key {
  const offer = offerOf(issuer.toLowerCase(), name, github)
  if (offer === 'not-offered') return { state: 'not-offered', values: [] }
  // Where the token has `azp`, that is what `:aud` stands for (observed); Google's `oaud` is then the audience.
  const party = partyOf(claims)
  const aud = party.claim === 'azp' ? party.value : onlyOf(audiences)
  // What STS makes of an `azp` that is null, nobody has seen.
  if (name === 'aud' && aud === null) return UNKNOWN
  const values: Readonly<Record<string, unknown>> = { aud, oaud: [...audiences] }
  const found = Object.entries(claims).find(([claim]) => claim.toLowerCase() === name)
  const key = claimed(Object.hasOwn(values, name) ? values[name] : found?.[1])
  return offer === 'disputed' && key.state === 'present' ? { ...key, state: 'disputed' } : key
}

/** Of several audiences and no `azp`, STS takes none. */
function onlyOf(audiences: readonly string[]): string | undefined {
  return audiences.length === 1 ? audiences[0] : undefined
}

/** A claim as the values of a key. An empty text or an object is nobody's guess. */
function claimed(claim: unknown): Key {
  if (claim === undefined || claim === null) return ABSENT
  const values = Array.isArray(claim) ? claim : [claim]
  const plain = values.every((value) => ['string', 'number', 'boolean'].includes(typeof value))
  if (!plain || values.includes('')) return UNKNOWN
  return present(values.map(String))
}

function present(values: readonly string[]): Key {
  return values.length > 0 ? { state: 'present', values } : ABSENT
}

/** AWS's other keys are AWS's to know; tags that the token has not, and claims of other issuers, are not there. */
function foreignKey(lower: string): Key {
  if (lower.startsWith('aws:requesttag/') || lower.startsWith('saml:')) return ABSENT
  if (/^(?!https?:)[a-z\d-]+:/.test(lower)) return UNKNOWN
  return { state: 'not-offered', values: [] }
}
