/** Test projects. `npm test` runs core, server, screens and scripts; the others have scripts of their own in package.json. */

const node = (displayName, testMatch, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testPathIgnorePatterns: ['<rootDir>/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  ...more,
})

const WEAPP_HARNESS = 'tests/weapp/harness.test.ts'

module.exports = {
  maxWorkers: 2,
  projects: [
    node('core', ['core/**/*.test.ts']),
    node('server', ['server/**/*.test.ts', 'tests/api/**/*.test.ts', 'tests/launcher/**/*.test.ts'], {
      globalSetup: '<rootDir>/tests/postgres/global-setup.ts',
      globalTeardown: '<rootDir>/tests/postgres/global-teardown.ts',
      testTimeout: 30_000,
    }),
    require('./tests/taro/jest.screens.config.js'),
    node('scripts', ['scripts/**/*.test.ts', WEAPP_HARNESS]),
    node('h5', ['tests/h5/**/*.test.ts'], { testTimeout: 120_000 }),
    {
      ...node('weapp', ['tests/weapp/**/*.test.ts'], { testTimeout: 120_000 }),
      testPathIgnorePatterns: ['<rootDir>/node_modules/', `<rootDir>/${WEAPP_HARNESS}`],
    },
    node('stress', ['tests/stress/**/*.test.ts'], { testTimeout: 300_000 }),
  ],
}
