// The OIDC identity provider as IAM names it: the only place where its name, its ARN and the command that makes it are built.
import { shellWord } from '../text.js'

/** The issuer as IAM writes it in ARNs and condition keys: without the scheme, path included (IAM User Guide, "Create a role for OIDC federation"). */
export function issuerName(issuer: string): string {
  return issuer.replace(/^https?:\/\//i, '')
}

/** The host of an issuer, which may come with or without its scheme. */
export function issuerHost(issuer: string): string {
  return issuerName(issuer).split('/')[0] ?? ''
}

/** An identity provider that IAM knows by itself: its host stands as the principal, and no provider is made in the account. */
export interface BuiltInProvider {
  host: string
  /** As a person calls it. */
  name: string
  /**
   * Its `aud` tells whose a token is: nobody else has tokens for it (IAM User Guide, "Identity-provider controls for shared
   * OIDC providers": for Amazon Cognito `aud` is the key to test).
   */
  ownAudience?: true
}

/** IAM User Guide, "OIDC federation" and "AWS JSON policy elements: Principal" (OIDC federated user principals). */
const BUILT_IN: readonly BuiltInProvider[] = [
  { host: 'accounts.google.com', name: 'Google' },
  { host: 'cognito-identity.amazonaws.com', name: 'Amazon Cognito', ownAudience: true },
]

/** Undefined for an issuer that an account has to list first. `issuer` with or without its scheme. */
export function builtInProvider(issuer: string): BuiltInProvider | undefined {
  const name = issuerName(issuer)
  return BUILT_IN.find(({ host }) => host === name)
}

/** What stands before the issuer in a provider's ARN. */
const RESOURCE = 'oidc-provider/'

/** Where a provider is: the account of the role, and what its tokens have as `iss`. */
export interface ProviderPlace {
  partition: string
  account: string
  issuer: string
}

/** The ARN that a provider has, or would have, in an account (AWS Service Authorization Reference, IAM, `oidc-provider`). */
export function providerArn({ partition, account, issuer }: ProviderPlace): string {
  return `arn:${partition}:iam::${account}:${RESOURCE}${issuerName(issuer)}`
}

/** What the Federated principal of a trust policy has to be: the ARN of the provider, or the host of one that IAM knows by itself. */
export function federatedPrincipal(place: ProviderPlace): string {
  return builtInProvider(place.issuer)?.host ?? providerArn(place)
}

export interface NewProvider {
  issuer: string
  /** The one audience that it is to list. */
  audience: string
  /** At an STS that is not AWS's. */
  elsewhere: boolean
}

/** AWS gets the thumbprint itself (IAM API, CreateOpenIDConnectProvider); Ceph refuses a provider without one (radosgw 16.2.15, tried). */
export function createProviderCommand({ issuer, audience, elsewhere }: NewProvider): string {
  const thumbprint = elsewhere ? ` --thumbprint-list ${shellWord(THUMBPRINT)}` : ''
  return `aws iam create-open-id-connect-provider --url ${shellWord(issuer)} --client-id-list ${shellWord(audience)}${thumbprint}`
}

/** Ceph compares it with the certificate in the JWKS (Ceph documentation, "STS"; radosgw 16.2.15, tried). */
const THUMBPRINT = '<SHA-1 of the x5c certificate in the JWKS>'

const PROVIDER_ARN = /^arn:([^:]*):iam::([^:]*):oidc-provider\/(.*)$/s

/** The parts of a provider's ARN; undefined for any other text. `issuer` comes without its scheme. */
export function providerOf(arn: string): ProviderPlace | undefined {
  const [, partition, account, issuer] = PROVIDER_ARN.exec(arn) ?? []
  if (partition === undefined || account === undefined || issuer === undefined) return undefined
  return { partition, account, issuer }
}

/** The issuer of a principal that is meant to be a provider, the rest of its ARN misspelt or not; undefined for any other. */
export function issuerMeant(principal: string): string | undefined {
  const at = principal.indexOf(RESOURCE)
  if (at >= 0) return principal.slice(at + RESOURCE.length)
  const { host } = builtInProvider(principal) ?? {}
  return host === principal ? host : undefined
}
