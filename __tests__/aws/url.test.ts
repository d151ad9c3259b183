// The parts of URLs as they come: whole, with a user, with an IPv6 address, or no URL at all.
import { expect, test } from '@jest/globals'
import {
  authorityOf,
  bareHost,
  hostOf,
  originOf,
  pathOf,
  portOf,
  resolveLocation,
  withoutSlash,
} from '../../src/aws/url.js'

test.each([
  ['https://idp.example.com/keys', 'idp.example.com'],
  ['https://idp.example.com:8443', 'idp.example.com'],
  ['https://user:pass@idp.example.com/', 'idp.example.com'],
  ['https://[2001:db8::1]:8443/x', '2001:db8::1'],
  ['HTTPS://IDP.example.com?x', 'IDP.example.com'],
  ['nonsense', ''],
  ['my https://idp.example.com', ''],
  ['', ''],
])('the host of %s is %s', (url, host) => {
  expect(hostOf(url)).toBe(host)
})

test.each<[string, string, string, string, string | undefined]>([
  ['https://idp.example.com', 'idp.example.com', 'https://idp.example.com', '', undefined],
  ['http://idp:8080/a?b#c', 'idp:8080', 'http://idp:8080', '/a?b#c', '8080'],
  ['https://[::1]:8443/x', '[::1]:8443', 'https://[::1]:8443', '/x', '8443'],
  ['https://[::1]/x', '[::1]', 'https://[::1]', '/x', undefined],
  ['https://idp.example.com?q=1', 'idp.example.com', 'https://idp.example.com', '?q=1', undefined],
  ['https://a/b\nc', 'a', 'https://a', '/b\nc', undefined],
  ['nonsense', 'nonsense', 'nonsense', 'nonsense', undefined],
])('%s is taken apart', (url, authority, origin, path, port) => {
  expect([authorityOf(url), originOf(url), pathOf(url), portOf(url)]).toEqual([
    authority,
    origin,
    path,
    port,
  ])
})

test('one slash at the end is left out', () => {
  expect(['https://a/', 'https://a', 'https://a//'].map(withoutSlash)).toEqual([
    'https://a',
    'https://a',
    'https://a/',
  ])
})

test.each([
  ['https://other.example/x', 'https://other.example/x'],
  ['//other.example/x', 'https://other.example/x'],
  ['/login', 'https://idp.example:8443/login'],
  ['', ''],
])('the location %j leads to %j', (location, target) => {
  expect(resolveLocation(location, 'https://idp.example:8443/keys?x')).toBe(target)
})

test('brackets are taken from around an address alone', () => {
  expect(['[::1]', 'a[b]c', '::1'].map(bareHost)).toEqual(['::1', 'a[b]c', '::1'])
})
