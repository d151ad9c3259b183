// The street's AWS account as IAM has it: one OIDC provider, one role and its trust policy.
import { parseRoleArn } from './sts-parameters.js'

export interface Role {
  arn: string
  maxSessionSeconds: number
}
/** One beside the street's own, in any account; it has the provider there too. */
export interface OtherRole extends Partial<Role> {
  arn: string
  /** It was there, and its account still has the provider. */
  gone?: true
  /** Left out: as the street's own role has it at the start, in that account. */
  trustPolicy?: unknown
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
  #others: readonly OtherRole[] = []

  constructor(issuer: () => string, roleArn: string = DEFAULT_ROLE_ARN) {
    this.#issuer = issuer
    this.#firstRole = { arn: roleArn, maxSessionSeconds: 3600 }
    this.#role = this.#firstRole
  }

  reset(): void {
    this.#role = this.#firstRole
    this.#provider = undefined
    this.#trustPolicy = undefined
    this.#others = []
  }

  setOtherRoles(roles: readonly OtherRole[]): void {
    this.#others = roles
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

  /** As the account of that role has it. */
  iam(arn?: string): Iam {
    const asked = arn === undefined || arn === this.roleArn() ? undefined : parseRoleArn(arn)
    const home = accountOf(this.roleArn())
    const { account, partition } = asked ?? home
    const isThere = this.#others.some((other) => accountOf(other.arn).account === account)
    if (!asked || !isThere) return this.#own()
    const other = this.#others.find((one) => one.arn === arn)
    const { trustPolicy = this.#defaultPolicy(account, partition), gone, ...role } = other ?? {}
    return {
      account,
      partition,
      role: other && !gone ? { ...this.#firstRole, ...role } : null,
      provider: this.#currentProvider(),
      trustPolicy,
    }
  }

  #own(): Iam {
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
