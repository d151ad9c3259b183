import { expect, test } from '@jest/globals'
import { KNOWN, knownWith } from '../../evidence/baseline.js'
import { setup } from '../../src/checks/setup.js'

const UNUSUAL = { kind: 'audience-unusual', asked: 'other', usual: 'sts.amazonaws.com' }

test.each([
  ['nothing unusual', {}, []],
  ['another audience', { inputs: { audience: 'other' } }, [UNUSUAL]],
  [
    'the public audience in China',
    { inputs: { usualAudience: 'sts.amazonaws.com.cn' } },
    [{ kind: 'audience-unusual', asked: 'sts.amazonaws.com', usual: 'sts.amazonaws.com.cn' }],
  ],
  [
    'another audience of a token from a file, which was not asked for',
    { inputs: { audience: 'other', webIdentityTokenFile: 'token.jwt' } },
    [],
  ],
  [
    'settings of AWS in the job',
    { run: { ambient: ['AWS_PROFILE'] } },
    [{ kind: 'ambient-credentials', names: ['AWS_PROFILE'] }],
  ],
  [
    'settings of AWS that the step was to use, and that work',
    {
      run: { ambient: ['AWS_ACCESS_KEY_ID'] },
      existing: { account: '111122223333', arn: 'arn:aws:iam::111122223333:user/build' },
    },
    [],
  ],
  [
    'both',
    { inputs: { audience: 'other' }, run: { ambient: ['AWS_PROFILE'] } },
    [UNUSUAL, { kind: 'ambient-credentials', names: ['AWS_PROFILE'] }],
  ],
])('%s', (_what, change, failures) => {
  expect(setup.judge(knownWith(change))).toEqual(failures)
})

test('without inputs only the environment is judged', () => {
  const { inputs: _, ...rest } = KNOWN
  expect(setup.judge({ ...rest, run: { ...KNOWN.run, ambient: ['AWS_PROFILE'] } })).toHaveLength(1)
})
