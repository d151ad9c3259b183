import { issuerPrivateAddress } from '../../src/causes/issuer-private-address.js'
import { testCause } from './tester.js'

testCause(issuerPrivateAddress, {
  leaves: ['issuer-unreachable', 'issuer-url-invalid'],
  says: [
    ['`127.0.0.1`', 'dig +short localhost @1.1.1.1'],
    [
      '`10.20.30.40` and `10.20.30.41`',
      'dig +short github.myorg.net @1.1.1.1',
      '`https://github.myorg.net/_services/token`',
      'From a network outside yours: curl -sS -D- -o /dev/null https://github.myorg.net/_services/token/.well-known/openid-configuration',
    ],
    [
      "The issuer's host `169.254.169.254`",
      'the step did not connect to it',
      'Find out who set this issuer',
    ],
    [
      'in `jwks_uri`, which leads to `fd00:ec2::254`',
      'Correct `jwks_uri`',
      'dig +short keys.example.com',
    ],
    ['Most likely STS cannot reach the issuer', '`169.254.7.7`'],
  ],
})
