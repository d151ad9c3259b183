import { stsEndpointUnusable } from '../../src/causes/sts-endpoint-unusable.js'
import { testCause } from './tester.js'

testCause(stsEndpointUnusable, {
  leaves: [
    'sts-unavailable',
    'sts-throttled',
    'sts-unreachable',
    'role-not-assumable',
    'provider-parameter',
  ],
  says: [
    [
      'what answered at `https://sts.eu-west-1.amazonaws.com` cannot sign in by OIDC',
      'HTTP 403  MissingAuthenticationToken: Request is missing Authentication Token',
      '89b682e5-ac18-4fac-a917-2155723ed59b',
      'curl -sS -D- https://sts.eu-west-1.amazonaws.com',
      'x-amzn-RequestId',
    ],
    [
      'something other than AWS STS answered at `https://sts.eu-west-1.amazonaws.com`',
      'HTTP 200     text/html, server captive',
      'Welcome to the guest network',
      'block page or login page',
      'NO_PROXY',
    ],
    ['HTTP 403', 'server squid/6.6', 'Access denied by policy'],
    ['HTTP 301', 'does not redirect'],
    ['HTTP 200', '`com.amazonaws.eu-west-1.sts`'],
    ['`https://s3.eu-west-1.amazonaws.com`', 'one of the input `sts-endpoint`', 'MethodNotAllowed'],
    ['cannot sign in by OIDC', 'HTTP 405  MethodNotAllowed\n', 'one of the input `sts-endpoint`'],
  ],
})
