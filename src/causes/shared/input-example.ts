// A line for the `with:` block in place of a bad one, where what is meant can be told from what was given.
import { isNear, regionIn } from '../../aws/regions.js'
import { roleOfSession } from '../../aws/role-arn.js'
import type { InputProblem } from '../../model.js'
import { oneLine } from '../../text.js'
import { givenText } from './input-wants.js'
import { cleanSessionName } from './session-name.js'

/** Empty where nobody can say what is meant. */
export function inputExample({ input, given, want, line }: InputProblem): string {
  if (line !== undefined && want.form !== 'role-line') return ''
  const text = givenText(given)
  switch (want.form) {
    case 'whole': {
      const number = Number.parseInt(text, 10)
      const within = Math.min(want.most, Math.max(want.least, number))
      return Number.isNaN(number) ? '' : `${input}: ${within}`
    }
    case 'boolean': {
      const meant = BOOLEANS.find(([words]) => words.test(text))?.[1]
      return meant === undefined ? '' : `${input}: ${meant}`
    }
    case 'one-of': {
      const meant = want.values.find((value) => value === text.toLowerCase())
      return meant === undefined ? '' : `${input}: ${meant}`
    }
    case 'region':
      return `aws-region: ${regionIn(text) ?? 'eu-west-1'}`
    case 'listed-region':
      return `aws-region: ${isNear(text, want.nearest) ? want.nearest : 'eu-west-1'}`
    case 'https-url':
    case 'https-or-loopback-url':
      return /^http:\/\//i.test(text) ? `${input}: ${oneLine(text.replace(/^http/i, 'https'))}` : ''
    case 'session-name':
      return nameLine(input, cleanSessionName(text))
    case 'profile-name':
      return nameLine(input, text.replace(/[^\w.@-]+/g, '-').slice(0, 64))
    case 'account-ids':
      return `${input}: '<12-digit account>,<12-digit account>'`
    case 'claim-pattern':
      return `${input}: |\n  event_name: push`
    case 'policy-arn':
      return `${input}: |\n  arn:aws:iam::<account>:policy/<name>`
    case 'proxy':
      return want.variable ? '' : `${input}: http://<host>:<port>`
    case 'dollar-arn':
      return text.length > 1 ? `${input}: ${oneLine(text.slice(1), 2048)}` : ''
    case 'role-arn':
      return `${input}: ${roleOfSession(text) ?? `arn:${oneLine(want.partition)}:iam::<account>:role/<name>`}`
    case 'unquoted-arn':
      return `${input}: ${oneLine(want.arn, 2048)}`
    case 'role-of-profile':
      return `${input}: arn:aws:iam::<account>:role/<name>`
    case 'profile-to-renew':
      return 'aws-profile: <name>'
    case 'role-line':
    case 'some-roles':
      return `${input}: |\n  <name>: arn:aws:iam::<account>:role/<name>`
    case 'policy-of-parameters':
      return 'trust-policy: template.yaml'
    default:
      return ''
  }
}

const BOOLEANS = [
  [/^(true|yes|y|on|1)$/i, true],
  [/^(false|no|n|off|0)$/i, false],
] as const

/** Only a name that YAML reads as it stands; a reserved one stays one. */
function nameLine(input: string, name: string): string {
  return /^[a-z\d][\w+=,.@-]+$/i.test(name) && name !== 'DEFAULT' ? `${input}: ${name}` : ''
}
