/** Test projects. `npm test` runs core, server, screens and scripts; the others have scripts of their own in package.json. */

/** Packages that are ES modules only: jest's own modules are CommonJS. */
const ES_ONLY = [
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'ml-distance-euclidean',
  'ml-kmeans',
  'ml-nearest-vector',
  'ml-spectra-processing',
  'is-any-array',
]

const node = (displayName, testMatch, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: testMatch.map((pattern) => `<rootDir>/${pattern}`),
  testPathIgnorePatterns: ['<rootDir>/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transformIgnorePatterns: [`/node_modules/(?!(${ES_ONLY.join('|')})/)`],
  ...more,
})

const WEAPP_HARNESS = 'tests/weapp/harness.test.ts'

const LONG = { setupFilesAfterEnv: ['<rootDir>/tests/timeouts/minutes.ts'] }

module.exports = {
  maxWorkers: 2,
  projects: [
    node('core', ['core/**/*.test.ts']),
    node(
      'server',
      [
        'server/**/*.test.ts',
        'tests/api/**/*.test.ts',
        'tests/plans/**/*.test.ts',
        'tests/launcher/**/*.test.ts',
        'tests/product/**/*.test.ts',
      ],
      {
        globalSetup: '<rootDir>/tests/postgres/global-setup.ts',
        globalTeardown: '<rootDir>/tests/postgres/global-teardown.ts',
        setupFilesAfterEnv: ['<rootDir>/tests/timeouts/half-minute.ts'],
      },
    ),
    require('./tests/taro/jest.screens.config.js'),
    node('scripts', ['scripts/**/*.test.ts', WEAPP_HARNESS]),
    node('h5', ['tests/h5/**/*.test.ts'], LONG),
    {
      ...node('weapp', ['tests/weapp/**/*.test.ts'], LONG),
      testPathIgnorePatterns: ['<rootDir>/node_modules/', `<rootDir>/${WEAPP_HARNESS}`],
    },
    node('stress', ['tests/stress/**/*.test.ts'], LONG),
  ],
}
