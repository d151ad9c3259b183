// The suite against Ceph's radosgw: `npm run test:ceph`, where Debian's packages are installed.
import config from './jest.config.js'

export default {
  ...config,
  testMatch: ['**/__tests__/integration/ceph.ts'],
  testTimeout: 60_000,
}
