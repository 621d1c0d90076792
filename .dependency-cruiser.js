/** The house's walls and doors: src → core ← server. Each rule's comment is what a newcomer reads when it fails. */
const TEST = '\\.(test|property)\\.tsx?$'

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const layers = [
  rule(
    'src-and-server-apart',
    'The mini-program and the server share core, nothing else.',
    { path: '^src/' },
    { path: '^server/' },
  ),
  rule('server-without-src', 'The server knows no screen.', { path: '^server/' }, { path: '^(src|config)/' }),
  rule(
    'core-is-pure',
    'core imports zod/mini, dayjs and canonicalize, nothing else: it runs on the phone and on the server.',
    { path: '^core/', pathNot: TEST },
    { pathNot: ['^core/', '(^|/)node_modules/(zod|dayjs|canonicalize)/'] },
  ),
  rule(
    'core-uses-zod-mini',
    'zod/mini, never zod: 21 KB against 84 KB on the phone.',
    { path: '^(core|src|server)/' },
    { path: '(^|/)node_modules/zod/(?!mini/)' },
  ),
  rule(
    'code-without-tests',
    'What runs imports nothing from tests/.',
    { path: '^(core|server|src)/', pathNot: TEST },
    {
      path: '^tests/',
    },
  ),
]

const entrances = [
  rule(
    'core-area-entrance',
    "A core area is entered by its index.ts only: '../people', not '../people/grant'; what properties draw from may be shared.",
    { path: '^core/([^/]+)/' },
    { path: '^core/', pathNot: ['^core/$1/', '^core/[^/]+/index\\.ts$', '\\.property\\.ts$'] },
  ),
  rule(
    'core-from-outside',
    "From outside, core is imported as '#core/<area>'.",
    { path: '^(src|server|tests|scripts|config)/' },
    { path: '^core/', dependencyTypesNot: ['aliased'] },
  ),
  rule(
    'core-from-inside',
    "Inside core, areas import each other relatively: '../people'.",
    { path: '^core/', pathNot: TEST },
    { path: '^core/', dependencyTypes: ['aliased'] },
  ),
  rule(
    'server-area-entrance',
    'A server area is entered by its index.ts only.',
    { path: '^server/([^/]+)/' },
    { path: '^server/(?!platform/)[^/]+/', pathNot: ['^server/$1/', '^server/[^/]+/index\\.ts$'] },
  ),
  rule(
    'server-platform-free-of-domain',
    'server/platform serves every area and knows none.',
    { path: '^server/platform/', pathNot: TEST },
    { path: '^server/(?!platform/)' },
  ),
]

const screens = [
  rule(
    'features-apart',
    'Features never import features: what two of them need belongs to src/components, src/hooks or core.',
    { path: '^src/features/([^/]+)/' },
    { path: '^src/features/', pathNot: '^src/features/$1/' },
  ),
  rule(
    'components-free-of-domain',
    'src/components and src/hooks know nothing of the domain.',
    { path: '^src/(components|hooks)/' },
    { path: ['^core/', '^src/(features|pages|parts)/'] },
  ),
  rule(
    'parts-below-features',
    'src/parts holds parts of the domain that several features share; it knows no feature and no page.',
    { path: '^src/parts/' },
    { path: '^src/(features|pages)/' },
  ),
  rule(
    'src-platform-at-the-bottom',
    'src/platform calls Taro for the others and imports none of them.',
    { path: '^src/platform/', pathNot: TEST },
    { path: '^src/(features|pages|parts|components|hooks)/' },
  ),
  rule(
    'taro-in-platform-only',
    "Only src/platform calls Taro's APIs; components come from @tarojs/components.",
    { path: '^src/', pathNot: ['^src/platform/', TEST] },
    { path: '(^|/)node_modules/@tarojs/taro/' },
  ),
]

const hygiene = [
  rule(
    'no-cycles',
    'No file may need itself.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  rule(
    'no-unresolvable',
    'The import leads nowhere.',
    {},
    { couldNotResolve: true, pathNot: 'dist/server/main\\.js$' },
  ),
  rule(
    'declared-packages-only',
    'Only packages that package.json names.',
    { path: '^(core|server|src)/', pathNot: TEST },
    { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  ),
  rule(
    'no-dev-packages-at-run-time',
    'What runs imports no development package.',
    { path: '^(core|server|src)/', pathNot: TEST },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '(^|/)node_modules/@types/' },
  ),
]

module.exports = {
  forbidden: [...layers, ...entrances, ...screens, ...hygiene],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
