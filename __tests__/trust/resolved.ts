// Functions of a template, resolved by themselves: what a person reads of what they come to.
import { knownWith } from '../../evidence/baseline.js'
import { Resolver, type TemplateValues } from '../../src/trust/intrinsics.js'
import { readJson } from '../../src/trust/json.js'
import { OpenText } from '../../src/trust/open-text.js'
import { type Members, Unresolved } from '../../src/trust/tree.js'

const role = knownWith().inputs?.role ?? undefined
export const read = (value: unknown): unknown => readJson(JSON.stringify(value)).value
/** `${name}` as functions have it. */
export const v = (name: string): string => `$${`{${name}}`}`
export const ARN = 'arn:aws:iam::111122223333:oidc-provider/idp.example'

const TEMPLATE = {
  Parameters: {
    Known: { Type: 'String', Default: 'known' },
    Open: { Type: 'String' },
    Stage: { Type: 'String', AllowedValues: ['live', 'test'] },
    List: { Type: 'CommaDelimitedList', Default: 'a, b' },
  },
  Conditions: {
    Yes: { 'Fn::Equals': ['a', 'a'] },
    No: { 'Fn::Equals': ['a', 'b'] },
    Maybe: { 'Fn::Equals': [{ Ref: 'Open' }, 'a'] },
  },
  Mappings: {
    Map: { live: { branch: 'main' }, test: { branch: 'develop' }, list: { branch: ['a', 'b'] } },
  },
  Resources: {
    P: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: 'https://idp.example' } },
    Self: { Type: 'AWS::IAM::OIDCProvider', Properties: { Url: { Ref: 'Self' } } },
    Own: {
      Type: 'AWS::IAM::OIDCProvider',
      Properties: { Url: { 'Fn::GetAtt': ['Own', 'Arn'] } },
    },
    Bucket: { Type: 'AWS::S3::Bucket' },
  },
}

export function resolver(more: Partial<TemplateValues> = {}): Resolver {
  const template = read(TEMPLATE) as Members
  return new Resolver({ template, role, given: new Map(), defaults: 'all', ...more })
}

/** Open texts as a person reads them; what is not known, as `null`. */
function shown(value: unknown): unknown {
  if (value instanceof OpenText) return { open: value.display }
  if (value instanceof Unresolved) return null
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shown(one)]))
}
export const made = (value: unknown, more: Partial<TemplateValues> = {}): unknown =>
  shown(resolver(more).resolve(read(value)))
