// Defaults as the runner hands them over: only where the key is not written.
import { expect, test } from '@jest/globals'
import { withDefaults } from '../../sandbox/runner-inputs.js'

test('what is not written comes from action.yml, and is empty where it has no default', () => {
  expect(withDefaults({})).toMatchObject({
    'INPUT_ROLE-TO-ASSUME': 'none',
    'INPUT_FAIL-ON': 'error',
    INPUT_AUDIENCE: '',
  })
})

test('what is written stays, empty as it may be', () => {
  const written = { 'INPUT_ROLE-TO-ASSUME': '', 'INPUT_FAIL-ON': 'never', HOME: '/root' }
  expect(withDefaults(written)).toMatchObject(written)
})

test('an input that action.yml does not have is nobody else to give', () => {
  expect(withDefaults({})).not.toHaveProperty('INPUT_ROLE-CHAINING')
})
