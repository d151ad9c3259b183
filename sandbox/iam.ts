// The street's AWS account as IAM has it: one OIDC provider, one role and its trust policy.
import { parseRoleArn } from './sts-parameters.js'

export interface Role {
  arn: string
  maxSessionSeconds: number
}
export interface Provider {
  url: string
  clientIds: string[]
}

/** The account as IAM knows it: one provider and one role, either of which may be missing. */
export interface Iam {
  account: string
  partition: string
  role: Role | null
  provider: Provider | null
  trustPolicy: unknown
}

export const providerArn = (iam: Iam, url: string): string =>
  `arn:${iam.partition}:iam::${iam.account}:oidc-provider/${url.replace(/^https:\/\//, '')}`

export const DEFAULT_ROLE_ARN = 'arn:aws:iam::111122223333:role/deploy'
const DEFAULT_AUDIENCE = 'sts.amazonaws.com'

/** What a careful person would have set up for octo-org/octo-repo, until a test sets something else. */
export class Account {
  readonly #issuer: () => string
  readonly #firstRole: Role
  #role: Role | null
  #provider: Provider | null | undefined
  #trustPolicy: unknown

  constructor(issuer: () => string, roleArn: string = DEFAULT_ROLE_ARN) {
    this.#issuer = issuer
    this.#firstRole = { arn: roleArn, maxSessionSeconds: 3600 }
    this.#role = this.#firstRole
  }

  reset(): void {
    this.#role = this.#firstRole
    this.#provider = undefined
    this.#trustPolicy = undefined
  }

  setRole(role: Partial<Role> | null): void {
    this.#role = role && { ...this.#firstRole, ...this.#role, ...role }
  }

  /** undefined: the provider of the start again; null: none. IAM's own form of the URL, without https://, is taken too. */
  setProvider(provider: Provider | null | undefined): void {
    this.#provider = provider && { ...provider, url: withScheme(provider.url) }
  }

  /** undefined: the policy of the start again. */
  setTrustPolicy(policy: unknown): void {
    this.#trustPolicy = policy
  }

  roleArn(): string {
    return (this.#role ?? this.#firstRole).arn
  }

  iam(): Iam {
    // A role that was taken away leaves its account behind.
    const { account, partition } = accountOf(this.roleArn())
    const iam = { account, partition, role: this.#role, provider: this.#currentProvider() }
    return { ...iam, trustPolicy: this.#trustPolicy ?? this.#defaultPolicy(account, partition) }
  }

  #currentProvider(): Provider | null {
    if (this.#provider !== undefined) return this.#provider
    return { url: this.#issuer(), clientIds: [DEFAULT_AUDIENCE] }
  }

  #defaultPolicy(account: string, partition: string): unknown {
    const host = this.#issuer().replace(/^https:\/\//, '')
    const Federated = `arn:${partition}:iam::${account}:oidc-provider/${host}`
    const Condition = {
      StringEquals: { [`${host}:aud`]: DEFAULT_AUDIENCE },
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
