// Whom a statement is about, and for what: its principal and its action against one web identity.

import { builtInProvider, federatedPrincipal, providerOf } from '../aws/provider.js'
import { matchesWildcard } from '../aws/wildcard.js'
import type { Verdict } from '../model.js'
import type { Context } from './context.js'
import { any, not } from './logic.js'
import { sameText } from './open-text.js'
import type { Statement, Wanted } from './policy.js'
import { isMembers, listOf, type Members, Unresolved } from './tree.js'

/** What a Federated principal has to be; with a placeholder where the account is not known. */
export function neededPrincipal({ partition, account, issuer }: Context): string {
  return federatedPrincipal({ partition, account: account ?? '<account>', issuer })
}

/** `{"AWS": "*"}` allows no web identity (observed); to deny, everyone is everyone (IAM's documentation). */
export function principalMatches(statement: Statement, context: Context): Verdict {
  const { principal, notPrincipal, effect } = statement
  const denies = effect === 'Deny'
  if (notPrincipal instanceof Unresolved) return 'undecided'
  if (principal === undefined) {
    const { AWS = undefined, Federated = undefined } = isMembers(notPrincipal) ? notPrincipal : ALL
    const named = any([isEveryone(AWS), federated(Federated, context)])
    const spared = isAccount(AWS, context) !== false
    if (denies && spared && named !== true) return 'undecided'
    return denies && notPrincipal !== undefined ? not(named) : 'undecided'
  }
  if (principal instanceof Unresolved) return 'undecided'
  if (!isMembers(principal)) return denies
  // STS shows web identities as users of the role's account (observed); whether that account means them, no source says.
  const inAccount = isAccount(principal['AWS'], context) !== false
  return any([
    federated(principal['Federated'], context),
    denies && isEveryone(principal['AWS']),
    denies && inAccount ? 'undecided' : false,
  ])
}

const ALL: Members = { AWS: '*' }

/** What only the deployment knows may become it. */
function isEveryone(value: unknown): Verdict {
  return any(listOf(value).map((one) => sameText(one, '*')))
}

function isAccount(value: unknown, { account = '<account>', partition }: Context): Verdict {
  const names = [account, `arn:${partition}:iam::${account}:root`]
  return any(listOf(value).flatMap((one) => names.map((name) => sameText(one, name))))
}

function federated(value: unknown, context: Context): Verdict {
  return any(listOf(value).map((one) => isProvider(one, context)))
}

/** Letter by letter. Of a wildcard, IAM's documentation says that it is none. */
function isProvider(value: unknown, context: Context): Verdict {
  if (value instanceof Unresolved || value === '*') return 'undecided'
  const named = typeof value === 'string' ? value : ''
  if (builtInProvider(named)?.host === named) return context.issuer === named
  const provider = providerOf(named)
  // IAM asks for the host of an issuer that it knows by itself; whether STS takes the ARN of a provider made all the same, no source says.
  if (builtInProvider(context.issuer) && provider?.issuer === context.issuer) return 'undecided'
  if (context.account !== undefined) return named === neededPrincipal(context)
  // Without a role, the account of the provider is not known.
  const same = provider?.issuer === context.issuer && provider.partition === context.partition
  return same && /^\d{12}$/.test(provider.account) ? 'undecided' : false
}

/** Whether the statement is about one action; names of actions know no letter case. */
export function actionMatches({ action, notAction }: Statement, wanted: string): Verdict {
  if (action) return matchesAction(action, wanted)
  return notAction ? not(matchesAction(notAction, wanted)) : 'undecided'
}

function matchesAction(patterns: readonly Wanted[], wanted: string): Verdict {
  return any(
    patterns.map((one): Verdict => {
      if (one instanceof Unresolved) return 'undecided'
      return matchesWildcard(one.toLowerCase(), wanted.toLowerCase())
    }),
  )
}
