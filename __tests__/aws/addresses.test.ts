// What is an address, and which of them the internet cannot reach.
import { expect, test } from '@jest/globals'
import {
  isAddress,
  isInternalName,
  isPrivateUse,
  isUnrouted,
  refusalOfAddress,
} from '../../src/aws/addresses.js'

test.each<[string, boolean, boolean]>([
  ['10.0.0.5', true, true],
  ['172.16.0.1', true, true],
  ['172.32.0.1', false, false],
  ['192.168.1.1', true, true],
  ['fd00::1', true, true],
  ['::ffff:10.0.0.5', true, true],
  ['127.0.0.1', false, true],
  ['169.254.1.1', false, true],
  ['100.64.0.1', false, true],
  ['fe80::1', false, true],
  ['0.0.0.0', false, true],
  ['8.8.8.8', false, false],
  ['2001:4860:4860::8888', false, false],
])('%s: of a network of one own: %s, not routed: %s', (address, own, unrouted) => {
  expect([isPrivateUse(address), isUnrouted(address)]).toEqual([own, unrouted])
})

test('what is no address is not private', () => {
  expect(['', 'localhost', '10.0.0.1/8', '10.0.0.256'].filter(isUnrouted)).toEqual([])
})

test('hosts that need no DNS', () => {
  expect(
    ['10.0.0.5', '::1', 'fd00::1', 'idp.example', '1password.com', 'x.10'].filter(isAddress),
  ).toEqual(['10.0.0.5', '::1', 'fd00::1'])
})

test.each([
  '169.254.169.254',
  '::ffff:169.254.169.254',
  '::ffff:a9fe:a9fe',
  '::a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '2002:a9fe:a9fe::1',
  'fd00:ec2::254',
  'fd00:0ec2:0:0:0:0:0:0254',
  '169.254.170.2',
  '169.254.170.23',
  'fd00:ec2::23',
])('%s is where a machine gets credentials', (address) => {
  expect(refusalOfAddress(address)).toBe('metadata')
})

test.each(['169.254.0.1', 'fe80::1', '::ffff:169.254.1.1', '64:ff9b::a9fe:101'])(
  '%s is link-local',
  (address) => {
    expect(refusalOfAddress(address)).toBe('link-local')
  },
)

test.each([
  '10.0.0.1',
  '127.0.0.1',
  '::1',
  'fd00:ec2::1',
  '8.8.8.8',
  '2606:4700::1',
  'localhost',
  '',
])('%j may be connected to', (address) => {
  expect(refusalOfAddress(address)).toBeUndefined()
})

test.each(['2606:4700:0:0:0:0:a9fe:a9fe', '2606:4700:1111:1111:1111:1111:a9fe:a9fe'])(
  '%s only ends in such an address',
  (address) => {
    expect(refusalOfAddress(address)).toBeUndefined()
  },
)

test.each([
  ['idp.local', true],
  ['idp.internal.', true],
  ['a.b.SVC', true],
  ['router.lan', true],
  ['x.localhost', true],
  ['x.home.arpa', true],
  ['idp', true],
  ['idp.', true],
  ['idp.local.example.com', false],
  ['x.arpa', false],
  ['localhouse.example', false],
  ['10.0.0.1', false],
  ['10', false],
  ['fd00::1', false],
  ['', false],
])('%j is a name that no public DNS has: %s', (host, is) => {
  expect(isInternalName(host)).toBe(is)
})
