// The AWS account of the street as IAM has it: one OIDC provider, one role, its trust policy; holds them and nothing else does.
import { parseRoleArn } from './sts-parameters.js'

export interface Role {
  arn: string
  max_session_seconds: number
}
export interface Provider {
  url: string
  client_ids: string[]
}

/** The account as IAM knows it: one provider and one role, either of which may be missing. */
export interface Iam {
  account: string
  partition: string
  role: Role | null
  provider: Provider | null
  trust_policy: unknown
}

export const providerArn = (iam: Iam, url: string): string =>
  `arn:${iam.partition}:iam::${iam.account}:oidc-provider/${url.replace(/^https:\/\//, '')}`

export const default_role_arn = 'arn:aws:iam::111122223333:role/deploy'
const default_audience = 'sts.amazonaws.com'

/** What a careful person would have set up for octo-org/octo-repo, until a test sets something else. */
export class Account {
  readonly #issuer: () => string
  readonly #first_role: Role
  #role: Role | null
  #provider: Provider | null | undefined
  #trust_policy: unknown

  constructor(issuer: () => string, role_arn: string = default_role_arn) {
    this.#issuer = issuer
    this.#first_role = { arn: role_arn, max_session_seconds: 3600 }
    this.#role = this.#first_role
  }

  reset(): void {
    this.#role = this.#first_role
    this.#provider = undefined
    this.#trust_policy = undefined
  }

  setRole(role: Partial<Role> | null): void {
    this.#role = role && { ...this.#first_role, ...this.#role, ...role }
  }

  /** undefined: the provider of the start again; null: none. IAM's own form of the URL, without https://, is taken too. */
  setProvider(provider: Provider | null | undefined): void {
    this.#provider = provider && { ...provider, url: withScheme(provider.url) }
  }

  /** undefined: the policy of the start again. */
  setTrustPolicy(policy: unknown): void {
    this.#trust_policy = policy
  }

  roleArn(): string {
    return (this.#role ?? this.#first_role).arn
  }

  iam(): Iam {
    // A role that was taken away leaves its account behind.
    const { account, partition } = accountOf(this.roleArn())
    const iam = { account, partition, role: this.#role, provider: this.#currentProvider() }
    return { ...iam, trust_policy: this.#trust_policy ?? this.#defaultPolicy(account, partition) }
  }

  #currentProvider(): Provider | null {
    if (this.#provider !== undefined) return this.#provider
    return { url: this.#issuer(), client_ids: [default_audience] }
  }

  #defaultPolicy(account: string, partition: string): unknown {
    const host = this.#issuer().replace(/^https:\/\//, '')
    const Federated = `arn:${partition}:iam::${account}:oidc-provider/${host}`
    const Condition = {
      StringEquals: { [`${host}:aud`]: default_audience },
      StringLike: { [`${host}:sub`]: 'repo:octo-org/octo-repo:*' },
    }
    const Action = 'sts:AssumeRoleWithWebIdentity'
    const Statement = [{ Effect: 'Allow', Principal: { Federated }, Action, Condition }]
    return { Version: '2012-10-17', Statement }
  }
}

function accountOf(arn: string): Pick<Iam, 'account' | 'partition'> {
  return parseRoleArn(arn) ?? { account: '111122223333', partition: 'aws' }
}

function withScheme(url: string): string {
  return /^https?:\/\//.test(url) ? url : `https://${url}`
}
