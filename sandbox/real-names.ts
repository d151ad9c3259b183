// Scenarios at the names that users have, AWS's STS and GitHub's issuer, which the CONNECT proxy leads to the street; and one with a policy of their own.
import type { Scenario } from './scenario.js'
import { atAws } from './scenarios-run.js'

export function atRealNames(scenario: Scenario): Scenario {
  return {
    ...scenario,
    setUp(street) {
      street.goPublic()
      scenario.setUp?.(street)
    },
    variables(street) {
      const { variables = {} } = scenario
      return {
        ...atAws(street),
        ...(typeof variables === 'function' ? variables(street) : variables),
      }
    },
  }
}

const FILE = 'trust-policy.json'

/** The role has this policy, and the step is given the same; throws where it is no JSON. */
export function withPolicy(text: string): Scenario {
  const policy: unknown = JSON.parse(text)
  return atRealNames({
    id: 'ready',
    name: 'own-policy',
    what: 'your trust policy, and the sample job: a push to `main` of `octo-org/octo-repo`',
    exit: 0,
    variables: { 'INPUT_TRUST-POLICY': FILE },
    files: { [FILE]: text },
    setUp: (street) => street.setTrustPolicy(policy),
  })
}
