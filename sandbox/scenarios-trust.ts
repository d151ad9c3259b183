// Scenarios of the trust policy (section 5 of the catalogue): the same policy in the workspace and in AWS, where nothing else is said.
import { JOB } from './job.js'
import type { Scenario } from './scenario.js'
import type { Street } from './street.js'

const FILE = 'trust-policy.json'
const REPOSITORY = `repo:${JOB.repository}`
const BRANCH = `${REPOSITORY}:ref:${JOB.ref}`
const IMMUTABLE = `repo:${JOB.owner}@${JOB.ownerId}/octo-repo@${JOB.repositoryId}:ref:${JOB.ref}`
const ACTION = 'sts:AssumeRoleWithWebIdentity'

type Json = Record<string, unknown>

/** The issuer as condition keys and ARNs have it. */
const host = (street: Street): string => street.issuer.replace('https://', '')

const provider = (street: Street): string =>
  `arn:aws:iam::111122223333:oidc-provider/${host(street)}`

/** A careful policy for pushes to main, with parts of its one statement replaced. */
function policy(street: Street, over: Json = {}, equals: Json = {}): { Statement: Json[] } & Json {
  const Condition = {
    StringEquals: {
      [`${host(street)}:aud`]: 'sts.amazonaws.com',
      [`${host(street)}:sub`]: BRANCH,
      ...equals,
    },
  }
  const statement = {
    Sid: 'Deploy',
    Effect: 'Allow',
    Principal: { Federated: provider(street) },
    Action: ACTION,
    Condition,
    ...over,
  }
  return { Version: '2012-10-17', Statement: [statement] }
}

const withSubject = (street: Street, sub: unknown): Json =>
  policy(street, {}, { [`${host(street)}:sub`]: sub })

interface Row {
  id: string
  what: string
  policy(street: Street): Json
  claims?: Json
  exit?: 0 | 1
}

/** The policy lies in the workspace, and the role has the same. */
const scenario = ({ id, what, policy: made, claims = {}, exit = 1 }: Row): Scenario => ({
  id,
  what,
  exit,
  faults: { token: { claims } },
  variables: { 'INPUT_TRUST-POLICY': FILE },
  files: (street) => ({ [FILE]: `${JSON.stringify(made(street), null, 2)}\n` }),
  setUp: (street) => street.setTrustPolicy(made(street)),
})

const ROWS: readonly Row[] = [
  {
    id: 'trust-subject-mismatch',
    what: 'a policy for two other branches',
    policy: (street) =>
      withSubject(street, [
        `${REPOSITORY}:ref:refs/heads/release`,
        `${REPOSITORY}:ref:refs/heads/maintenance`,
      ]),
  },
  {
    id: 'trust-subject-environment',
    what: 'a job with an environment, a policy for the branch',
    policy,
    claims: { sub: `${REPOSITORY}:environment:production`, environment: 'production' },
  },
  {
    id: 'trust-subject-pull-request',
    what: 'a run for a pull request, a policy for the branch',
    policy,
    claims: { sub: `${REPOSITORY}:pull_request`, ref: 'refs/pull/7/merge' },
  },
  {
    id: 'trust-subject-immutable',
    what: 'a subject with ids, a policy without',
    policy,
    claims: { sub: IMMUTABLE },
  },
  {
    id: 'trust-subject-case',
    what: 'a policy with capital letters',
    policy: (street) => withSubject(street, BRANCH.replace('octo-org', 'Octo-Org')),
  },
  {
    id: 'trust-wildcard-with-equals',
    what: 'a star under StringEquals',
    policy: (street) => withSubject(street, `${REPOSITORY}:*`),
  },
  {
    id: 'trust-subject-customised',
    what: 'a subject that a template of the organisation makes',
    policy,
    claims: {
      sub: `repository_owner:${JOB.owner}:job_workflow_ref:${JOB.repository}/${JOB.workflowFile}@${JOB.ref}`,
    },
  },
  {
    id: 'trust-audience-mismatch',
    what: 'a policy of an old guide, for the audience that GitHub uses by default',
    policy: (street) =>
      policy(street, {}, { [`${host(street)}:aud`]: `${JOB.server}/${JOB.owner}` }),
  },
  {
    id: 'trust-provider-mismatch',
    what: 'the ARN of the provider with a slash at its end',
    policy: (street) => policy(street, { Principal: { Federated: `${provider(street)}/` } }),
  },
  {
    id: 'trust-action-missing',
    what: 'sts:AssumeRole in place of the action of web identities',
    policy: (street) => policy(street, { Action: 'sts:AssumeRole' }),
  },
  {
    id: 'trust-claim-not-a-key',
    what: 'a condition on event_name, which is no key',
    policy: (street) => policy(street, {}, { [`${host(street)}:event_name`]: 'push' }),
  },
  {
    id: 'trust-condition-mismatch',
    what: 'a condition on the name of the session',
    policy: (street) => policy(street, {}, { 'sts:RoleSessionName': 'deploy' }),
  },
  {
    id: 'trust-denied',
    what: 'a Deny for all that is not in an environment',
    policy(street) {
      const deny = {
        Effect: 'Deny',
        Principal: { Federated: provider(street) },
        Action: ACTION,
        Condition: { StringNotLike: { [`${host(street)}:sub`]: `${REPOSITORY}:environment:*` } },
      }
      const { Statement, ...rest } = policy(street)
      return { ...rest, Statement: [...Statement, deny] }
    },
  },
  {
    id: 'trust-undecided',
    what: 'a condition on the VPC endpoint, which only AWS can tell',
    policy(street) {
      const { Statement, ...rest } = policy(street)
      const [only = {}] = Statement
      const Condition = {
        ...(only['Condition'] as Json),
        StringNotEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' },
      }
      return { ...rest, Statement: [{ ...only, Condition }] }
    },
    exit: 0,
  },
  {
    id: 'trust-too-open',
    what: 'a pattern that fits any branch, and pull requests',
    policy: (street) => street.trustPolicy() as Json,
    exit: 0,
  },
  {
    id: 'trust-ids-open',
    what: 'wildcards in the place of the ids of owner and repository',
    policy(street) {
      const open = IMMUTABLE.replace(JOB.ownerId, '*').replace(JOB.repositoryId, '*')
      const Condition = {
        StringEquals: { [`${host(street)}:aud`]: 'sts.amazonaws.com' },
        StringLike: { [`${host(street)}:sub`]: open },
      }
      return policy(street, { Condition })
    },
    claims: { sub: IMMUTABLE },
    exit: 0,
  },
]

export const TRUST_SCENARIOS: readonly Scenario[] = [
  ...ROWS.map(scenario),
  {
    id: 'trust-policy-unreadable',
    what: 'a policy with a comma too many',
    exit: 0,
    variables: { 'INPUT_TRUST-POLICY': '{"Version": "2012-10-17", "Statement": [],}' },
  },
  {
    id: 'trust-policy-differs',
    what: 'a file that lets the job in, and a role that has another policy',
    exit: 1,
    variables: (street) => ({ 'INPUT_TRUST-POLICY': JSON.stringify(policy(street)) }),
    setUp: (street) =>
      street.setTrustPolicy(withSubject(street, `${REPOSITORY}:ref:refs/heads/release`)),
  },
]
