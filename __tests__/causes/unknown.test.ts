import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import type { Failure } from '../../src/model.js'
import { takers, wordsOf } from './tester.js'
import { expectWellSaid } from './well-said.js'

/** The prefilled issue, decoded. */
function issueOf(failure: Failure): { title: string; body: string } {
  const { steps } = diagnose(failure, knownWith())
  const { searchParams } = new URL(steps[0]?.code ?? '')
  return { title: searchParams.get('title') ?? '', body: searchParams.get('body') ?? '' }
}

describe('unknown', () => {
  test.each(evidenceOf('unknown').map((piece) => [piece.what, piece] as const))(
    'has the last word: %s',
    (_what, piece) => {
      expect(takers(piece)).toEqual([])
      const finding = diagnose(piece.failure, knownWith(piece.known))
      expectWellSaid(finding)
      const { id, why, fix } = wordsOf(finding)
      expect(id).toBe('unknown')
      expect(why).toContain('`InvalidClientTokenId`')
      expect(why).toContain('The security token included in the request is invalid.')
      expect(why).toContain('HTTP 403')
      expect(why).toContain('00000000-0000-4000-8000-000000000001')
      expect(fix.join('\n')).toContain('Open an issue')
      expect(fix.join('\n')).toContain(
        'https://github.com/aws-oidc-preflight/aws-oidc-preflight/issues/new?title=',
      )
      expect(issueOf(piece.failure)).toEqual({
        title: 'Unknown failure: InvalidClientTokenId',
        body: 'Code: InvalidClientTokenId\nMessage: The security token included in the request is invalid.\nHTTP status: 403\nRequest id: 00000000-0000-4000-8000-000000000001\nVersion: v1',
      })
    },
  )

  test('a bug of ours says that it is one', () => {
    const failure = { kind: 'bug', message: 'cannot read x of null' } as const
    const finding = diagnose(failure, knownWith())
    expect(wordsOf(finding).why).toMatch(/^an error inside this action .*cannot read x of null$/s)
    expect(issueOf(failure).body).toContain('Error: cannot read x of null')
    expectWellSaid(finding)
  })

  test('a hostile answer commands nothing', () => {
    const message = 'x\n::set-output name=a::b\n##[add-mask]y `whoami`'
    const failure: Failure = { kind: 'aws', status: 400, code: 'New\n`x`', message, requestId: '' }
    const { headline, why } = wordsOf(diagnose(failure, knownWith()))
    expect(headline).toContain("`New 'x'`")
    expect(why.split('\n')).toHaveLength(2)
    expect(why).not.toContain('##[')
    expect(issueOf(failure).body).not.toContain('##[')
  })

  test('an issue is short, and names neither accounts nor hosts', () => {
    const message = `arn:aws:iam::111122223333:role/x ${'x'.repeat(900)}`
    const refused: Failure = { kind: 'aws', status: 400, code: 'New', message, requestId: 'r' }
    const { body } = issueOf(refused)
    expect(body).toContain('arn:aws:iam::<account>:role/x')
    expect(body.length).toBeLessThan(420)
    // Digits within a longer word are no account, and parting them would hide from the masks what they are a part of.
    const word = { ...refused, message: 'at abc111122223333 and 1111222233334' }
    expect(issueOf(word).body).toContain('at abc111122223333 and 1111222233334')
    const unreached = {
      kind: 'network',
      peer: 'sts',
      host: 'proxy.internal',
      phase: 'tls',
      code: 'E_NEW',
      detail: 'proxy.internal',
      addresses: [],
      certificates: [],
    }
    const { steps } = diagnose({ ...unreached, kind: 'new-kind' } as never, knownWith())
    expect(steps[0]?.code).toContain('E_NEW')
    expect(steps[0]?.code).not.toContain('internal')
  })

  test.each([
    [{ kind: 'new-kind', peer: 'jwks' }, {}, 'issuer'],
    [{ kind: 'bug', message: '' }, {}, 'sts'],
    [{ kind: 'bug', message: '' }, { token: null }, 'token'],
    [{ kind: 'bug', message: '' }, { session: { account: '1' } }, 'export'],
  ])('%j with %j: the link is %s', (failure, change, link) => {
    expect(diagnose(failure as never, knownWith(change)).link).toBe(link)
  })
})
