// CloudFormation and SAM: which role a template means, what its parameters settle, and what is said where they do not.
import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import type { Known, TrustFacts } from '../../src/model.js'
import { examine } from '../../src/trust/examine.js'
import { parseTrustPolicy } from '../../src/trust/parse.js'
import { HOST, MAIN } from './fixtures.js'
import { found } from './support.js'
import { TEMPLATES, type TemplateCase } from './templates.js'

function knownFor(subject: string, name = 'deploy'): Known {
  const issuer = `https://${HOST}`
  const [partition, account] = ['aws', '111122223333']
  return knownWith({
    inputs: { role: { text: `arn:aws:iam::${account}:role/${name}`, partition, account, name } },
    token: {
      issuer,
      subject,
      audiences: ['sts.amazonaws.com'],
      claims: { iss: issuer, aud: 'sts.amazonaws.com', sub: subject },
    },
  })
}

function examined({ text, given = {}, role }: TemplateCase, subject: string): TrustFacts {
  const { token, inputs, now } = knownFor(subject, role)
  if (!token || !inputs) throw new Error('no token, or no inputs')
  const parsed = parseTrustPolicy(text, inputs.role, new Map(Object.entries(given)))
  if (!parsed.ok) throw new Error(JSON.stringify(parsed))
  const { policy, template } = parsed.value
  return examine(policy, { path: 'template.yaml' }, { token, inputs, now }, template)
}

const CASES = TEMPLATES.flatMap((template) =>
  template.says.map(([subject, allowed, defaults]) => ({
    title: `${template.name}: ${subject}`,
    template,
    subject,
    allowed,
    defaults,
  })),
)

test('there are enough of them, each with two sides', () => {
  expect(TEMPLATES.length).toBeGreaterThanOrEqual(15)
  for (const { says } of TEMPLATES) expect(says.length).toBeGreaterThanOrEqual(2)
})

test.each(CASES)('$title', ({ template, subject, allowed, defaults }) => {
  const facts = examined(template, subject)
  expect(facts.allowed).toBe(allowed)
  expect(facts.doubt?.defaults).toEqual(defaults)
  expect(facts.doubt?.unnamed).toBeUndefined()
  const denial = facts.found.find(({ kind }) => kind === 'trust-denial')
  expect(denial !== undefined).toBe(allowed === false)
  if (denial?.kind === 'trust-denial') expect(denial.doubt?.defaults).toEqual(defaults)
})

describe('the role', () => {
  const document = { Statement: [{ Principal: { Federated: 'x' } }] }
  const role = (properties: object, more: object = {}): object => ({
    Type: 'AWS::IAM::Role',
    Properties: { AssumeRolePolicyDocument: document, ...properties },
    ...more,
  })
  const parse = (Resources: object, name = 'deploy', more: object = {}) => {
    const { inputs } = knownFor(MAIN, name)
    return parseTrustPolicy(JSON.stringify({ Resources, ...more }), inputs?.role)
  }
  const address = { in: 'template', logicalId: 'One' }

  test.each([
    [{ RoleName: 'github-deploy' }, 'github-deploy'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation.
    [{ RoleName: { 'Fn::Sub': 'ci-${Stage}' } }, 'ci-${Stage}'],
  ])('of another name: %j', (properties, name) => {
    const reason = { problem: 'other-role', role: address, name }
    expect(parse({ One: role(properties) })).toEqual({ ok: false, reason })
  })

  test('of a function, which has no name', () => {
    const AssumeRolePolicyDocument = {
      Statement: [{ Principal: { Service: 'lambda.amazonaws.com' } }],
    }
    const reason = { problem: 'other-role', role: address }
    expect(parse({ One: role({ AssumeRolePolicyDocument }) })).toEqual({ ok: false, reason })
  })

  test('without a name, whose document a function makes', () => {
    const AssumeRolePolicyDocument = { 'Fn::Sub': JSON.stringify(document) }
    expect(parse({ One: role({ AssumeRolePolicyDocument }) })).toMatchObject({ value: { address } })
  })

  test('with a name by a default that is ours, beside one whose name may be anything', () => {
    const Parameters = { Name: { Type: 'String', Default: 'deploy' }, Any: { Type: 'String' } }
    const Resources = {
      Two: role({ RoleName: { Ref: 'Any' } }),
      One: role({ RoleName: { Ref: 'Name' } }),
    }
    expect(parse(Resources, 'deploy', { Parameters })).toMatchObject({ value: { address } })
  })

  test('by a pattern that one of two names fits', () => {
    const named = (text: string): object => role({ RoleName: { 'Fn::Sub': text } })
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation.
    const Resources = { Two: named('build-${Stage}'), One: named('deploy-${Stage}') }
    expect(parse(Resources, 'deploy-live')).toMatchObject({ value: { address } })
  })

  test.each([
    ['stack-GitHubDeployRole-1A2B3C4D5E6F', undefined],
    // Cut by CloudFormation.
    ['a-long-name-of-a-stack-GitHubDeploy-1A2B3C4D5E6F', undefined],
    ['deploy', true],
  ])('without a name in the template, as %s', (name, unnamed) => {
    const made = parse({ GitHubDeployRole: role({}) }, name)
    expect(made).toMatchObject({ value: { address: { logicalId: 'GitHubDeployRole' } } })
    expect(made.ok && made.value.template?.unnamed).toBe(unnamed)
  })

  test('that the parameters do not make', () => {
    const more = {
      Parameters: { Live: { Type: 'String', Default: 'no' } },
      Conditions: { IsLive: { 'Fn::Equals': [{ Ref: 'Live' }, 'yes'] } },
    }
    const Resources = { One: role({ RoleName: 'deploy' }, { Condition: 'IsLive' }) }
    const reason = { problem: 'role-not-made', condition: 'IsLive', defaults: ['Live'] }
    expect(parse(Resources, 'deploy', more)).toEqual({ ok: false, reason, address })
    const text = JSON.stringify({ Resources, ...more })
    const { inputs } = knownFor(MAIN)
    expect(parseTrustPolicy(text, inputs?.role, new Map([['Live', 'yes']])).ok).toBe(true)
    expect(parseTrustPolicy(text, inputs?.role, new Map([['Live', 'on']]))).toEqual({
      ok: false,
      reason: { ...reason, defaults: [] },
      address,
    })
  })
})

describe('a denial', () => {
  const named = (name: string): TemplateCase => {
    const template = TEMPLATES.find((one) => one.name === name)
    if (!template) throw new Error(name)
    return template
  }

  test('by no value of a parameter is diagnosed with what the job would need there', () => {
    const subject = 'repo:octo-org/octo-repo:ref:refs/heads/main'
    const facts = examined(named('parameters without defaults'), subject)
    const denial = found(facts, 'trust-denial')
    expect(denial.problem).toBe('subject-environment')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation.
    const wanted = 'repo:${Org}/${Repo}:environment:production'
    expect(denial.nearest).toEqual({
      wanted,
      actual: subject,
      wantedAt: wanted.indexOf('environment'),
      actualAt: subject.indexOf('ref'),
    })
  })

  test('by no value of a parameter says nothing that hangs on a default', () => {
    const text = named('defaults').text.replace('Default: octo-org', 'Default: your-org')
    const subject = 'repo:octo-org/octo-repo:environment:production'
    const facts = examined({ ...named('defaults'), text }, subject)
    expect(facts.doubt).toBeUndefined()
    expect(found(facts, 'trust-denial')).toMatchObject({
      problem: 'subject-environment',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation.
      nearest: { wanted: 'repo:${Org}/${Repo}:ref:refs/heads/main' },
    })
  })

  test('is mended with the functions left as they are', () => {
    const facts = examined(named('defaults'), 'repo:octo-org/octo-repo:environment:production')
    const { suggestion } = found(facts, 'trust-denial')
    const statement = JSON.parse(suggestion?.statement ?? '')
    expect(statement.Principal).toEqual({ Federated: { Ref: 'Provider' } })
    expect(statement.Condition.StringLike[`${HOST}:sub`]).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation.
      { 'Fn::Sub': 'repo:${Org}/${Repo}:ref:refs/heads/main' },
      'repo:octo-org/octo-repo:environment:production',
    ])
    expect(suggestion?.diff).not.toContain('111122223333')
  })

  test('is mended with the provider as the template has it, where the statement has to be a new one', () => {
    const template = named('a provider by its attribute, in a Sub')
    // A statement without a condition on `aud` is not changed.
    const text = template.text.replace(
      `${HOST}:aud: sts.amazonaws.com`,
      'aws:SecureTransport: "true"',
    )
    const facts = examined({ ...template, text }, 'repo:octo-org/octo-repo:pull_request')
    const { suggestion } = found(facts, 'trust-denial')
    expect(suggestion?.diff).toBe('')
    const statement = JSON.parse(suggestion?.statement ?? '')
    // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation.
    expect(statement.Principal).toEqual({ Federated: { 'Fn::Sub': '${Provider.Arn}' } })
    expect(Object.keys(statement)).toEqual(['Effect', 'Principal', 'Action', 'Condition'])
  })

  test('as text is mended as it stands there: within one Fn::Sub there is no other', () => {
    const template = named('a document as text, with open parts')
    const { suggestion } = found(examined(template, MAIN), 'trust-denial')
    expect(parseTrustPolicy(template.text, undefined)).toMatchObject({
      value: { address: { in: 'template', asText: true } },
    })
    expect(JSON.parse(suggestion?.statement ?? '').Condition.StringEquals[`${HOST}:sub`]).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: CloudFormation's own notation.
      'repo:${Org}/${Repo}:environment:production',
      MAIN,
    ])
    expect(suggestion?.diff).not.toContain('Fn::')
  })

  test('never shows a secret', () => {
    const template = named('a secret, whose value is not used')
    for (const subject of [MAIN, 'repo:octo-orgs/x:ref:refs/heads/main'])
      expect(
        JSON.stringify(examined({ ...template, given: { Repo: 'hunter2' } }, subject)),
      ).not.toMatch(/hunter2/)
  })
})

test('who else is let in is said with the defaults on which it hangs', () => {
  const text = TEMPLATES.find(({ name }) => name === 'given parameters')?.text ?? ''
  const facts = (given: Record<string, string>) =>
    examined({ name: '', text, given, says: [] }, MAIN)
  expect(found(facts({}), 'trust-open').doubt).toEqual({ defaults: ['Org', 'Repo'] })
  expect(found(facts({ Org: 'octo-org', Repo: 'octo-repo' }), 'trust-open').doubt).toBeUndefined()
})

const inRole = (subject: unknown, more: object): string =>
  JSON.stringify({
    ...more,
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          RoleName: 'deploy',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${HOST}` },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: { StringLike: { [`${HOST}:sub`]: subject } },
            },
          },
        },
      },
    },
  })

test('a value that a function makes is told as such, with the defaults that it hangs on', () => {
  const Parameters = { Org: { Type: 'String', Default: 'octo-org' } }
  const found = (pattern: string) => {
    const text = inRole({ 'Fn::Sub': pattern }, { Parameters })
    const ids = 'repo:octo-org@1/octo-repo@2:ref:refs/heads/main'
    return examined({ name: '', text, says: [] }, pattern.includes('@') ? ids : MAIN).found
  }
  const doubt = { defaults: ['Org'] }
  expect(found('repo:$'.concat('{Org}/octo-repo:*'))).toContainEqual(
    expect.objectContaining({ kind: 'trust-open', made: ['repo:octo-org/octo-repo:*'], doubt }),
  )
  const open = 'repo:octo-org@*/octo-repo@*:ref:refs/heads/main'
  expect(found('repo:$'.concat('{Org}@*/octo-repo@*:ref:refs/heads/main'))).toContainEqual(
    expect.objectContaining({ kind: 'trust-ids-open', made: [open], doubt }),
  )
})

describe('bounds', () => {
  test('a chain of nine thousand conditions', () => {
    const Conditions = Object.fromEntries(
      Array.from({ length: 9_000 }, (_one, at) => [
        `C${at}`,
        { 'Fn::Not': [{ Condition: `C${at + 1}` }] },
      ]),
    )
    const text = inRole({ 'Fn::If': ['C0', MAIN, 'x'] }, { Conditions })
    expect(examined({ name: '', text, says: [] }, MAIN).allowed).toBe('undecided')
  })

  test('loops in loops over many values', () => {
    const items = Array.from({ length: 60 }, (_one, at) => `i${at}`)
    const loop = (body: object, name: string): object => ({
      [`Fn::ForEach::${name}`]: [name, items, body],
    })
    const body = { 'R${A}${B}${C}${D}': { Type: 'AWS::IAM::Role', Properties: {} } }
    const Resources = loop(loop(loop(loop(body, 'D'), 'C'), 'B'), 'A')
    const parsed = parseTrustPolicy(JSON.stringify({ Resources }), undefined)
    expect(parsed).toEqual({ ok: false, reason: { problem: 'no-role' } })
  })

  test('values that multiply', () => {
    const AllowedValues = Array.from({ length: 30 }, (_one, at) => `v${at}`)
    const Parameters = Object.fromEntries(
      Array.from({ length: 50 }, (_one, at) => [`P${at}`, { Type: 'String', AllowedValues }]),
    )
    const all = Array.from({ length: 50 }, (_one, at) => `\${P${at}}`).join('')
    const text = inRole({ 'Fn::Sub': `repo:${all}:environment:x` }, { Parameters })
    expect(examined({ name: '', text, says: [] }, MAIN).allowed).toBe(false)
    expect(examined({ name: '', text, says: [] }, 'repo:v1/b:environment:x').allowed).toBe(
      'undecided',
    )
  })

  test('texts of which functions would make gigabytes', () => {
    const Parameters = { Long: { Type: 'String', Default: 'x'.repeat(4096) } }
    const sub = { 'Fn::Sub': '$'.concat('{Long}').repeat(500) }
    const subs = Array.from({ length: 200 }, () => sub)
    const text = inRole({ 'Fn::Select': [0, subs] }, { Parameters })
    expect(examined({ name: '', text, says: [] }, MAIN).allowed).toBe('undecided')
  })
})
