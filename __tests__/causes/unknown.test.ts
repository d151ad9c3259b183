import { describe, expect, test } from '@jest/globals'
import { knownWith } from '../../evidence/baseline.js'
import { evidenceOf } from '../../evidence/read.js'
import { diagnose } from '../../src/causes/index.js'
import type { Failure } from '../../src/model.js'
import { takers } from './tester.js'

describe('unknown', () => {
  test.each(evidenceOf('unknown').map((piece) => [piece.what, piece] as const))(
    'has the last word: %s',
    (_what, piece) => {
      expect(takers(piece)).toEqual([])
      const { id, why, fix } = diagnose(piece.failure, knownWith(piece.known))
      expect(id).toBe('unknown')
      expect(why).toContain('`InvalidClientTokenId`')
      expect(why).toContain('`The security token included in the request is invalid.`')
      expect(why).toContain('HTTP 403')
      expect(why).toContain('`00000000-0000-4000-8000-000000000001`')
      expect(fix.join('\n')).toContain('Open an issue')
    },
  )

  test('a bug of ours says that it is one', () => {
    const { why } = diagnose({ kind: 'bug', message: 'cannot read x of null' }, knownWith())
    expect(why).toContain('an error inside this action, `cannot read x of null`')
  })

  test('a hostile answer commands nothing', () => {
    const message = 'x\n::set-output name=a::b\n##[add-mask]y `whoami`'
    const failure: Failure = { kind: 'aws', status: 400, code: 'New', message, requestId: '' }
    const { why } = diagnose(failure, knownWith())
    expect(why).not.toContain('\n')
    expect(why).not.toContain('##[')
    expect(why).not.toContain('`whoami`')
  })
})
