/** What conventions ask of single files. Borders between folders are in .dependency-cruiser.js. */
const js = require('@eslint/js')
const prettier = require('eslint-config-prettier')
const reactHooks = require('eslint-plugin-react-hooks')
const tseslint = require('typescript-eslint')

const TESTS = ['**/*.test.{ts,tsx}', 'tests/**/*.{ts,tsx}', '**/*.property.ts']
const TOOLS = ['*.config.{js,ts}', '.dependency-cruiser.js', 'babel.config.js', 'scripts/**', 'config/**']
/** Files whose default export Taro asks for. */
const TARO_ENTRIES = [
  'src/app.tsx',
  'src/**/*.config.ts',
  'src/pages/**',
  'src/features/**/pages/**',
  'src/custom-tab-bar/**',
]
/** Files whose default export some tool asks for. */
const TOOL_ENTRIES = ['config/**', 'types/**', '*.config.{js,ts}']

/** Selectors for `no-restricted-syntax`. A later block replaces an earlier one, so each block lists all that hold for its files. */
const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'No enums: a const array and its union type.' }
const NO_DEFAULT = { selector: 'ExportDefaultDeclaration', message: 'No default exports: name it.' }
const NO_FOCUS = [
  {
    selector: 'MemberExpression[object.name=/^(describe|it|test)$/][property.name="only"]',
    message: 'Every test runs.',
  },
  {
    selector:
      ':not(ConditionalExpression) > MemberExpression[object.name=/^(describe|it|test)$/][property.name=/^(skip|todo)$/]',
    message:
      'Every test runs, unless a named condition says why not: `const itAsRoot = isRoot ? it : it.skip`.',
  },
  {
    selector: 'CallExpression[callee.name=/^(fit|fdescribe|xit|xtest|xdescribe)$/]',
    message: 'Every test runs.',
  },
]
const NO_CLOCK = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'core has no clock: take `now`.',
  },
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'core has no clock: take `now`.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'core has no chance: take it as an argument.',
  },
  {
    selector: 'CallExpression[callee.name="dayjs"][arguments.length=0]',
    message: 'core has no clock: take `now`.',
  },
]
const OLD_PHONES = [
  {
    selector:
      'CallExpression[callee.property.name=/^(at|replaceAll|matchAll|findLast|findLastIndex|toSorted|toReversed|toSpliced)$/]',
    message: 'Newer than ES2019: old phones lack it.',
  },
  {
    selector: 'CallExpression[callee.object.name="Object"][callee.property.name=/^(hasOwn|groupBy)$/]',
    message: 'Newer than ES2019: old phones lack it.',
  },
  {
    selector:
      'CallExpression[callee.object.name="Promise"][callee.property.name=/^(allSettled|any|withResolvers)$/]',
    message: 'Newer than ES2019: old phones lack it.',
  },
  {
    selector: 'CallExpression[callee.name="structuredClone"]',
    message: 'Newer than ES2019: old phones lack it.',
  },
]
const restrict = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors.flat()] })

const TARO_ONLY_IN_PLATFORM = {
  paths: [
    { name: '@tarojs/taro', message: "Taro's APIs are called in src/platform only." },
    { name: 'zod', message: 'zod/mini, never zod.' },
  ],
}
const ZOD_MINI = { paths: [{ name: 'zod', message: 'zod/mini, never zod.' }] }

module.exports = tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.temp/', 'coverage/', '.swc/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: {
      globals: { require: 'readonly', module: 'writable', process: 'readonly', __dirname: 'readonly' },
    },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60 }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read in server/main.ts only.' },
      ],
      'no-control-regex': 'off', // control characters in what people send are stripped by such expressions
      // U+3000, the Chinese space, is text.
      'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true, skipJSXText: true }],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      ...restrict(NO_ENUM, NO_DEFAULT),
    },
  },
  {
    files: ['core/**/*.ts', 'server/**/*.ts', 'src/**/*.{ts,tsx}'],
    ignores: TESTS,
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', ZOD_MINI],
      ...restrict(NO_ENUM, NO_DEFAULT, NO_CLOCK, OLD_PHONES),
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': ['error', TARO_ONLY_IN_PLATFORM],
      ...restrict(NO_ENUM, NO_DEFAULT, OLD_PHONES),
    },
  },
  { files: TARO_ENTRIES, rules: restrict(NO_ENUM, OLD_PHONES) },
  { files: TOOL_ENTRIES, rules: restrict(NO_ENUM) },
  {
    files: ['src/platform/**'],
    rules: { 'no-restricted-imports': ['error', ZOD_MINI], 'no-restricted-properties': 'off' },
  },
  { files: ['server/**/*.ts', 'tests/**/*.ts'], rules: { 'no-restricted-imports': ['error', ZOD_MINI] } },
  {
    files: ['server/main.ts', ...TOOLS, 'tests/**'],
    languageOptions: { globals: { console: 'readonly' } },
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { setInterval: 'readonly' } } },
  { files: ['**/*.{js,cjs}'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: TESTS,
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      ...restrict(NO_ENUM, NO_FOCUS),
    },
  },
  prettier,
)
