// Scenarios of the run as a whole: what comes before and after the answer of STS (section 4 of the catalogue).
import type { Scenario, Variables } from './scenario.js'
import type { Street } from './street.js'

/** The real hosts of AWS and GitHub, by the CONNECT proxy. */
export const atAws = (street: Street): Variables => ({
  HTTPS_PROXY: street.connectProxy,
  NO_PROXY: 'localhost',
  'INPUT_STS-ENDPOINT': null,
  INPUT_ISSUER: null,
})

export const RUN_SCENARIOS: readonly Scenario[] = [
  {
    id: 'claim-not-expected',
    what: 'a job on a runner that the workflow did not mean',
    exit: 1,
    variables: { 'INPUT_EXPECTED-CLAIMS': 'runner_environment: self-hosted\nref: refs/heads/*' },
  },
  {
    id: 'account-not-allowed',
    what: 'a role of an account that is not on the list',
    exit: 1,
    variables: { 'INPUT_ALLOWED-ACCOUNT-IDS': '444455556666' },
  },
  {
    id: 'credentials-special-characters',
    what: 'special-characters-workaround, and no key without them',
    exit: 1,
    faults: { sts: { specialKeys: true } },
    variables: { 'INPUT_SPECIAL-CHARACTERS-WORKAROUND': 'true' },
  },
  {
    id: 'region-fallback-used',
    what: 'the STS of the region is out of reach, the next one signs in',
    exit: 0,
    setUp: (street) => street.goPublic(),
    faults: { refused: ['sts.eu-west-1.amazonaws.com'] },
    variables: (street) => ({
      ...atAws(street),
      'INPUT_FALLBACK-REGIONS': 'eu-central-1',
      'INPUT_RETRY-MAX-ATTEMPTS': '2',
    }),
  },
  {
    id: 'sts-retried',
    what: 'STS throttles once, then signs in',
    exit: 0,
    faults: {
      sts: { error: { status: 400, code: 'Throttling', message: 'Rate exceeded' }, times: 1 },
    },
  },
  {
    id: 'sts-retried',
    name: 'sts-retried-new-role',
    what: 'a role made moments ago, which STS knows at the third attempt',
    exit: 0,
    variables: { 'INPUT_NEW-ROLE-WAIT-S': '20' },
    faults: {
      sts: {
        error: {
          status: 403,
          code: 'AccessDenied',
          message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
        },
        times: 2,
      },
    },
  },
  {
    id: 'unknown',
    what: "an answer of AWS's that nobody has seen yet",
    exit: 1,
    setUp: (street) => street.goPublic(),
    faults: {
      sts: {
        error: { status: 400, code: 'NeverSeenBefore', message: 'The moon is in the wrong phase.' },
      },
    },
    variables: (street) => ({ ...atAws(street), 'INPUT_RETRY-MAX-ATTEMPTS': '2' }),
  },
  {
    id: 'deadline-exceeded',
    what: 'STS takes longer than the step may',
    exit: 1,
    faults: { sts: { hang: true } },
    variables: { 'INPUT_ACTION-TIMEOUT-S': '1' },
  },
  {
    id: 'runner-file-unwritable',
    what: "the job's environment file is missing",
    exit: 1,
    variables: { GITHUB_ENV: 'gone/environment' },
  },
]
