const path = require('node:path')

const root = path.resolve(__dirname, '..', '..')

/** The screens, in jsdom: Taro as plain elements, NutUI as it is. */
module.exports = {
  displayName: 'screens',
  rootDir: root,
  testEnvironment: 'jsdom',
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  setupFilesAfterEnv: ['<rootDir>/tests/timeouts/half-minute.ts', '<rootDir>/tests/taro/setup.ts'],
  transform: { '\\.[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: ['<rootDir>/node_modules/'],
  moduleNameMapper: {
    '\\.(s?css)$': '<rootDir>/tests/taro/empty.js',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@tarojs/taro$': '<rootDir>/tests/taro/taro.ts',
    '^@tarojs/components$': '<rootDir>/tests/taro/components.tsx',
    '^@nutui/nutui-react-taro$':
      '<rootDir>/node_modules/@nutui/nutui-react-taro/dist/cjs/packages/nutui.react.build.js',
    '^(lottie-react|@nutui/lottie-miniprogram|lottie-web)$': '<rootDir>/tests/taro/empty.js',
  },
}
