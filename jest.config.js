// What the shell that starts the tests happens to have reaches neither them nor the processes that they start.
const AMBIENT =
  /^(AWS_|ACTIONS_|GITHUB_|RUNNER_|INPUT_|STATE_|NODE_|(HTTPS?|NO|ALL)_PROXY$|SSL_CERT_|(FORCE|NO)_COLOR$)/i
for (const name of Object.keys(process.env)) if (AMBIENT.test(name)) delete process.env[name]
// Node's own client looks here each time, even where NODE_USE_ENV_PROXY was read at its start.
process.env.NO_PROXY = '*'
process.umask(0o022)

export default {
  testEnvironment: 'node',
  testMatch: ['**/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  collectCoverageFrom: ['src/**/*.ts', '!src/main.ts', '!src/post.ts', '!src/renew.ts'],
  testTimeout: 30_000,
  // Many tests wait for processes and sockets: on two cores, one worker would leave one idle.
  maxWorkers: 2,
}
