// A sign-in as the library is asked about it: real or imagined, with the claims of a token and what STS is told beside it.
import { parseRoleArn } from '../aws/role-arn.js'
import type { TokenFacts } from '../model.js'
import type { Request } from './context.js'

export interface SignIn {
  /** As the token's JSON has them; `iss`, `sub` and `aud` are what nearly every policy asks for. */
  claims: Readonly<Record<string, unknown>>
  /** ARN of the role. Without one (or with what is none) the account is not known: whether a provider is of it stays undecided. */
  role?: string
  /** Of the role where its ARN is not given; `aws` where that is not given either. */
  partition?: string
  /** `sts:RoleSessionName`; `GitHubActions` where none is given. */
  sessionName?: string
  /** `sts:DurationSeconds`, in seconds; 3,600 where none are given. */
  durationSeconds?: number
  /** The one region whose STS is asked. Left out, it is not known. */
  region?: string
  /** URL of STS; left out, it is AWS's own, over TLS. */
  endpoint?: string
  /** When, in ms since the epoch, as a Date can hold it. Within 10 minutes of a limit that a policy sets, nothing is said. */
  now: number
}

/** What the evaluator asks of a run, made of this. */
export function requestOf(signIn: SignIn): Request {
  const { claims, role = '', partition = 'aws', region, now } = signIn
  const arn = parseRoleArn(role, true)
  return {
    token: tokenOf(claims),
    inputs: {
      ...(arn ? { role: arn } : {}),
      partition,
      roleSessionName: signIn.sessionName ?? 'GitHubActions',
      roleDurationSeconds: signIn.durationSeconds ?? 3600,
      region: region ?? '',
      customEndpoint: region === undefined,
      fallbackRegions: [],
      stsEndpoint: signIn.endpoint ?? '',
    },
    now,
  }
}

function tokenOf(claims: SignIn['claims']): TokenFacts {
  const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim : '')
  return {
    source: 'file',
    header: {},
    claims,
    issuer: textOf(claims['iss']),
    subject: textOf(claims['sub']),
    audiences: [claims['aud'] ?? []].flat().filter((one) => typeof one === 'string'),
  }
}
