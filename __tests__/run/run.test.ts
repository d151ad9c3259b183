// Proves: the sign-in to one of `roles` knows its line, and the region only where that is its own.
import { expect, test } from '@jest/globals'
import { FakeWorld, runIn } from '../fake-world.js'

const role = (name: string) => ({
  text: `arn:aws:iam::111122223333:role/${name}`,
  partition: 'aws',
  account: '111122223333',
  name,
})

test('each branch has its own role, profile, region and policy', () => {
  const { branches, inputs } = runIn(new FakeWorld(), {
    region: 'eu-west-1',
    roles: [
      { name: 'a', role: role('x'), region: 'eu-west-1', trustPolicy: 'a.json' },
      { name: 'b', role: role('y'), region: 'us-east-2', trustPolicy: '' },
    ],
  })
  expect(inputs.lineOfRoles).toBeUndefined()
  expect(branches.map(({ run }) => run.inputs)).toMatchObject([
    {
      roles: [],
      role: role('x'),
      awsProfile: 'a',
      region: 'eu-west-1',
      trustPolicy: 'a.json',
      lineOfRoles: { name: 'a' },
    },
    {
      roles: [],
      role: role('y'),
      awsProfile: 'b',
      region: 'us-east-2',
      trustPolicy: '',
      lineOfRoles: { name: 'b', region: 'us-east-2' },
    },
  ])
  expect(branches[0]?.run.inputs.lineOfRoles).toEqual({ name: 'a' })
})
