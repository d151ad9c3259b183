// A trust policy in words: where it came from, which of its statements is meant, and what in it IAM would not accept.
import type {
  ElementFlaw,
  PolicyAddress,
  PolicyFlaw,
  PolicySource,
  StatementName,
} from '../../model.js'
import { quote } from '../../text.js'

/** Where the policy came from; of the input only the name is code. */
export function sourceOf(source: PolicySource): string {
  const { address } = source
  if ('path' in source)
    return quote(address ? `${source.path}, ${addressText(address)}` : source.path)
  return `the input \`trust-policy\`${address ? `, ${quote(addressText(address))}` : ''}`
}

/** As a person finds it again: `Resources.DeployRole`, `module.ci.aws_iam_role.deploy`. */
export function addressText(address: PolicyAddress): string {
  switch (address.in) {
    case 'iam':
      return address.role === undefined ? 'the role' : `the role ${address.role}`
    case 'template':
      return `Resources.${address.logicalId}`
    case 'serverless':
      return `resources.Resources.${address.logicalId}`
    default:
      return address.resource
  }
}

/** Counted from 1, as people count. */
export function statementText({ index, sid }: StatementName): string {
  return `statement ${index + 1}${sid ? ` (Sid ${JSON.stringify(sid)})` : ''}`
}

export function flawText(flaw: PolicyFlaw): string {
  if (flaw.kind === 'unknown-version') return `Version ${flaw.value} is not one that IAM knows`
  const { kind, element = 'the statement', place } = flaw
  const where = place ? ` (line ${place.line}, column ${place.column})` : ''
  return `${FLAWS[kind](element)}${where}`
}

const FLAWS: Readonly<Record<ElementFlaw, (element: string) => string>> = {
  deployment: (element) => `only the deployment knows ${element}`,
  duplicate: (element) => `${element} is there twice`,
  'unknown-element': (element) => `IAM does not accept ${element} here`,
  'unknown-effect': (element) => `${element} is neither Allow nor Deny`,
  'unknown-principal': (element) => `${element} is neither an object nor "*"`,
  'not-one-of-two': (element) => `exactly one of ${element} and Not${element} must be there`,
  'not-an-object': (element) => `${element} is not an object`,
  'not-text': (element) => `${element} has a value that is not a string`,
  'no-condition-keys': (element) => `${element} holds no condition keys`,
}
