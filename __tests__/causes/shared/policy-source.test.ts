// What a policy was found in, in words: a definition is deployed, a copy is made again.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../../evidence/baseline.js'
import { bringTogether, deployBlocks } from '../../../src/causes/shared/policy-source.js'
import type { PolicyAddress, PolicySource } from '../../../src/model.js'

const source = (address?: PolicyAddress): PolicySource => ({
  path: 'given',
  ...(address ? { address } : {}),
})
const KINDS: readonly (readonly [PolicyAddress | undefined, again: string, deploy: string])[] = [
  [undefined, 'Deploy `given`, or update it', 'Deploy the change from where the role is defined'],
  [
    { in: 'iam' },
    'Save the policy from AWS again, in place of `given, the role`',
    'Deploy the change from where the role is defined',
  ],
  [
    { in: 'template', logicalId: 'Role' },
    'Deploy `given, Resources.Role`, or update it',
    'Change `AssumeRolePolicyDocument` of `Role` in `given` (YAML takes JSON as it is) or the value of a parameter, and deploy the stack to account 111122223333. If the template is generated (AWS CDK), change what it is generated from',
  ],
  [
    { in: 'serverless', logicalId: 'Role' },
    'Deploy `given, resources.Resources.Role`, or update it',
    'Change `AssumeRolePolicyDocument` of `Role` in `given` (YAML takes JSON as it is), and deploy the service to account 111122223333.',
  ],
  [
    { in: 'terraform', resource: 'aws_iam_role.a' },
    'Deploy what `given, aws_iam_role.a` was made of, or make it again',
    'Change `assume_role_policy` of `aws_iam_role.a` in the Terraform code, and apply it',
  ],
  [
    { in: 'pulumi', resource: 'a' },
    'Deploy what `given, a` was made of, or make it again',
    'in the Pulumi program, and deploy it to account 111122223333 with Pulumi',
  ],
  [
    { in: 'kubernetes', resource: 'Role/a' },
    'Deploy `given, Role/a`, or update it',
    'and apply the manifest',
  ],
]

describe.each(KINDS)('%j', (address, again, deploy) => {
  test('brought together with the role', () => {
    expect(bringTogether(source(address)).say).toBe(again)
  })

  test('never set as it is written, if its placeholders are filled in by the deployment', () => {
    const blocks = deployBlocks({ source: source(address), open: true }, knownWith())
    expect(JSON.stringify(blocks)).not.toContain('update-assume-role-policy')
    expect(JSON.stringify(blocks)).toContain(deploy.split('`').at(-1))
  })

  test('deployed', () => {
    const blocks = deployBlocks({ source: source(address) }, knownWith())
    const said = blocks.map((block) => (block.show === 'sentence' ? block.say : '')).join('')
    expect(said).toContain('alone changes nothing in AWS')
    expect(said).toContain(deploy)
    // CloudFormation sets again what has changed in its template alone, so nothing is set beside it.
    const isStack = address?.in === 'template' || address?.in === 'serverless'
    expect(JSON.stringify(blocks).includes('update-assume-role-policy')).toBe(!isStack)
    // Else whoever set the policy by hand would lose it, and not know why.
    const isDefined = address !== undefined && address.in !== 'iam' && !isStack
    expect(said.includes('until the next deployment sets it again')).toBe(isDefined)
  })
})
