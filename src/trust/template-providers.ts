// OIDC providers that a template makes: what `Ref` of one gives is its ARN, which the URL and the account tell.
import { LONGEST_PROVIDER_URL } from '../aws/limits.js'
import { issuerName, providerArn } from '../aws/provider.js'
import type { RoleArn } from '../model.js'
import { hole, joined, OpenText, pieceOf } from './open-text.js'
import { isMembers, membersOf } from './tree.js'

/** CloudFormation's own resource, and the custom one of the AWS CDK (aws-cdk-lib/aws-iam, OpenIdConnectProvider). */
const TYPES: readonly unknown[] = ['AWS::IAM::OIDCProvider', 'Custom::AWSCDKOpenIdConnectProvider']

/** Undefined for a resource of another kind, or where its URL is none. */
export function templateProviderArn(
  resource: unknown,
  role: RoleArn | undefined,
  resolve: (value: unknown) => unknown,
): unknown {
  if (!isMembers(resource) || !TYPES.includes(resource['Type'])) return undefined
  const { Url: written } = membersOf(resource['Properties'])
  const url = resolve(written)
  if (typeof url !== 'string' && !(url instanceof OpenText)) return undefined
  if (typeof url === 'string' && url.length > LONGEST_PROVIDER_URL) return undefined
  if (role && typeof url === 'string')
    return providerArn({ partition: role.partition, account: role.account, issuer: url })
  const [partition, account] = ['AWS::Partition', 'AWS::AccountId']
  const arn = providerArn({
    partition: role?.partition ?? `\n${partition}\n`,
    account: role?.account ?? `\n${account}\n`,
    issuer: typeof url === 'string' ? issuerName(url) : '\nUrl\n',
  })
  const pieces = arn.split('\n').map((part, at) => pieceOf(at % 2 ? hole(part, part) : part, part))
  return joined(pieces, written)
}
