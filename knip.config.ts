import type { KnipConfig } from 'knip'

interface AppConfig {
  pages?: string[]
  subPackages?: { root: string; pages: string[] }[]
}

/** Taro reads a page's files by its name in src/app.config.ts; a page that is not named there is dead code. */
async function taroPages(): Promise<string[]> {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config })
  const { default: app } = (await import('./src/app.config')) as { default: AppConfig }
  const pages = [
    ...(app.pages ?? []),
    ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  return pages.flatMap((page) => [`src/${page}.tsx`, `src/${page}.config.ts`])
}

/** Used by name only: in a command line, by a tool's configuration, or by Taro. Say where. */
const USED_BY_NAME = [
  '@babel/preset-(env|react|typescript)', // babel.config.js, in tests
  '@babel/runtime', // what Babel's output imports
  '@tarojs/.*', // Taro's CLI finds its plug-ins and runtimes itself
  'dependency-cruiser', // scripts/check.ts
  'jscpd', // scripts/check.ts
  '@pmmmwh/react-refresh-webpack-plugin|react-refresh', // Taro's H5 watch
]

export default async (): Promise<KnipConfig> => ({
  entry: [
    'server/main.ts',
    'server/{places/sheets/sheet,votes/prints/vote-paper,rounds/report/report,rounds/sessions/minutes/minutes}-worker.ts', // threads, started by their files
    'src/{app.tsx,app.config.ts}',
    'src/custom-tab-bar/index.{tsx,config.ts}',
    ...(await taroPages()),
    'config/{index,aria}.ts', // aria.ts is a Taro plug-in, named by its path
    'src/platform/aria-runtime.ts', // put into Taro's runtime by config/aria.ts
    'scripts/*.{ts,cjs}',
    'tests/{h5,weapp,api,plans,launcher,product,stress}/**/*.test.ts',
    'server/platform/db/migrations/*.ts', // run by name
    'tests/postgres/global-{setup,teardown}.ts',
    'tests/launcher/database-user.ts', // bundled and run as a process of its own
    'tests/bench/bare-server.ts', // likewise
    'tests/weapp/runtime/main.ts', // bundled for the page that plays the phone
    'tests/taro/{taro.ts,components.tsx,setup.ts,empty.js}', // put in the place of Taro by jest
  ],
  project: ['{core,server,src,config,scripts,tests,types}/**/*.{ts,tsx,cjs}', '!tests/weapp/fixture/**'],
  ignoreDependencies: USED_BY_NAME.map((name) => new RegExp(`^${name}$`)),
  ignoreBinaries: ['mount', 'umount'],
  ignoreExportsUsedInFile: true,
})
