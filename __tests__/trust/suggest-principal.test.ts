// Which principal and which actions a change puts in, whose statement it leaves alone, and how a statement of its own is written.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { Known, TrustSuggestion } from '../../src/model.js'
import { ACTION, aud, HOST, type Json, MAIN, PINNED, PROVIDER, pinned, sub } from './fixtures.js'
import { examined, found, knownFor, policyOf, statement } from './support.js'

const suggested = (policy: unknown, known = knownFor()): TrustSuggestion | undefined =>
  found(examined(policy, known), 'trust-denial').suggestion
/** The one statement as it is to be; undefined where it stays, and another is added. */
function changed(one: Json, known = knownFor()): Json | undefined {
  const { diff, statement: text } = suggested(policyOf(one), known) ?? { diff: '', statement: '{}' }
  return diff === '' ? undefined : (JSON.parse(text) as Json)
}
/** What is added beside statements that stay as they are. */
function added(policy: unknown, known = knownFor()): Json | undefined {
  const made = suggested(policy, known)
  return made?.diff === '' ? (JSON.parse(made.statement) as Json) : undefined
}

describe('the principal', () => {
  const slip = `${PROVIDER}/`
  test.each<[string, Json, Json]>([
    ['a slash too many', { Federated: slip }, { Federated: PROVIDER }],
    ['another account', { Federated: PROVIDER.replace('1111', '9999') }, { Federated: PROVIDER }],
    ['beside another of the list', { Federated: ['x', slip] }, { Federated: ['x', PROVIDER] }],
    [
      'beside a principal of another kind',
      { AWS: 'arn:aws:iam::111122223333:root', Federated: slip },
      { AWS: 'arn:aws:iam::111122223333:root', Federated: PROVIDER },
    ],
  ])('misspelt gives way to the right one: %s', (_what, before, after) => {
    const { suggestion, principals } = found(
      examined(policyOf(statement(PINNED, { Principal: before }))),
      'trust-denial',
    )
    expect(principals?.needs).toBe(PROVIDER)
    expect(suggestion?.diff).toContain(`+ `)
    expect(JSON.parse(suggestion?.statement ?? '')).toEqual(statement(PINNED, { Principal: after }))
  })

  test.each([
    'arn:aws:iam::111122223333:oidc-provider/gitlab.com',
    `arn:aws:iam::111122223333:oidc-provider/proxy.example/${HOST}`,
  ])('of another host is somebody else’s, whatever its conditions ask for: %s', (Federated) => {
    const one = statement(PINNED, { Principal: { Federated } })
    expect(changed(one)).toBeUndefined()
    expect(added(policyOf(one))).toEqual(statement(PINNED))
  })
})

describe('a cluster of Amazon EKS', () => {
  const host = 'oidc.eks.eu-west-1.amazonaws.com'
  const ours = `${host}/id/AAAA1111`
  const arn = (issuer: string, account = '111122223333'): string =>
    `arn:aws:iam::${account}:oidc-provider/${issuer}`
  const subject = 'system:serviceaccount:default:app'
  const known = knownFor({ sub: subject, repository: null }, `https://${ours}`)
  const exact = {
    StringEquals: { [`${ours}:aud`]: 'sts.amazonaws.com', [`${ours}:sub`]: subject },
  }
  const of = (Federated: string): Json => statement(exact, { Principal: { Federated } })

  test.each([
    ['another account', arn(ours, '999999999999')],
    ['no id', arn(host)],
  ])('named with %s is a slip', (_what, federated) => {
    expect(changed(of(federated), known)).toEqual(of(arn(ours)))
  })

  test.each([`${host}/id/AAAA2222`, `${host}/id/BBBB`])(
    'is another one under another id, and the workloads of that need the role: %s',
    (theirs) => {
      expect(changed(of(arn(theirs)), known)).toBeUndefined()
      expect(added(policyOf(of(arn(theirs))), known)).toEqual(of(arn(ours)))
    },
  )
})

describe('the action', () => {
  test('of another kind of sign-in gives way, and stands alone', () => {
    expect(changed(statement(PINNED, { Action: 'sts:AssumeRole' }))).toEqual(statement(PINNED))
    expect(changed(statement(PINNED, { Action: ['sts:TagSession', 'sts:assumerole'] }))).toEqual(
      statement(PINNED, { Action: ['sts:TagSession', ACTION] }),
    )
  })

  test('that lets a token pass its tags is added to the one that is there', () => {
    const known = knownFor({
      'https://aws.amazon.com/tags': { principal_tags: { Team: ['a'] } },
    })
    expect(changed(statement(PINNED), known)).toEqual(
      statement(PINNED, { Action: [ACTION, 'sts:TagSession'] }),
    )
  })

  test('of another principal stays', () => {
    const Principal = { Federated: PROVIDER, AWS: '111122223333' }
    const before = statement(PINNED, { Principal, Action: 'sts:AssumeRole' })
    expect(changed(before)).toEqual({ ...before, Action: ['sts:AssumeRole', ACTION] })
  })

  test('that NotAction leaves out is allowed by a statement of its own', () => {
    const { Action: _none, ...others } = statement(PINNED)
    const spared = { ...others, NotAction: 'sts:*' }
    expect(changed(spared)).toBeUndefined()
    expect(added(policyOf(spared))).toEqual(statement(PINNED))
  })
})

describe('a statement of its own', () => {
  const withoutRole = knownWith({ inputs: { role: null } })

  test('leaves the account to the reader, if it is not known', () => {
    expect(added(policyOf(), withoutRole)).toEqual(
      statement(PINNED, {
        Principal: { Federated: PROVIDER.replace('111122223333', '<account>') },
      }),
    )
  })

  test('is not suggested for a token with several audiences, which no policy lets in', () => {
    expect(suggested(policyOf(), knownFor({ aud: ['sts.amazonaws.com', 'x'] }))).toBeUndefined()
  })

  test('leaves the audience to the reader, if the token has none and the account is not known', () => {
    const known: Known = knownWith({
      inputs: { role: null },
      token: { claims: { aud: null }, audiences: [] },
    })
    expect(added(policyOf(), known)).toMatchObject({
      Condition: pinned(MAIN, { [aud]: '<audience>' }),
    })
  })

  test('asks for the client of the token, which is what AWS compares', () => {
    const known = knownFor({ azp: 'client', aud: 'x' })
    expect(added(policyOf(), known)).toMatchObject({ Condition: pinned(MAIN, { [aud]: 'client' }) })
  })

  const dollar = `repo:octo-org/octo-repo:environment:$${'{a}'}`
  test.each([
    ['2008-10-17', dollar],
    ['2012-10-17', dollar.replace('$', `$${'{$}'}`)],
  ])('in a policy of version %s has a dollar as that version reads it', (Version, written) => {
    const known = knownFor({ sub: dollar })
    expect(added({ ...policyOf(), Version }, known)).toMatchObject({
      Condition: pinned(written),
    })
  })

  test('has the provider as the template writes it, and not another one of it', () => {
    const own = (host: string) => ({
      'Fn::Sub': `arn:aws:iam::$${'{AWS::AccountId}'}:oidc-provider/${host}`,
    })
    const of = (host: string, subject: string) =>
      statement(pinned(subject, { [`${HOST}:actor`]: 'mona' }), {
        Principal: { Federated: own(host) },
      })
    const template = (...statements: readonly unknown[]) => ({
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { RoleName: 'deploy', AssumeRolePolicyDocument: policyOf(...statements) },
        },
      },
    })
    const both = template(of('gitlab.com', 'x'), of(HOST, 'x'))
    const actor = { [`${HOST}:actor`]: 'octocat' }
    const { StringEquals } = PINNED as { StringEquals: Record<string, string> }
    const ours = { StringEquals: { ...StringEquals, ...actor } }
    expect(added(both)).toEqual(statement(ours, { Principal: { Federated: own(HOST) } }))
    const theirs = template(of('gitlab.com', 'x'))
    expect(added(theirs)).toEqual(statement(PINNED))
    expect(added(policyOf(statement(pinned('x', { [`${HOST}:actor`]: 'mona' }))))).toEqual(
      statement(ours),
    )
  })
})

describe('a Deny that also others come in by', () => {
  const deny = statement(undefined, { Effect: 'Deny', Principal: '*' })

  test('has no change, and no statement beside it helps', () => {
    const open = statement({ StringLike: { [sub]: 'repo:octo-org/*' } })
    for (const known of [knownFor(), knownWith({ inputs: { role: null } })]) {
      expect(examined(policyOf(open, deny), known).allowed).toBe(false)
      expect(suggested(policyOf(open, deny), known)).toBeUndefined()
    }
  })

  test('beside an Allow that does not fit leaves the change to that as it is without it', () => {
    const wrong = statement(pinned(MAIN.replace('main', 'dev')))
    const alone = suggested(policyOf(wrong))
    expect(alone?.diff).not.toBe('')
    expect(suggested(policyOf(wrong, deny))).toEqual(alone)
  })
})
