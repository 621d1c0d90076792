/** Holds the sizes of what a phone downloads (1 KB = 1024 B). Builds first when dist/ is not current. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildOnce } from './build-once'
import { report } from './report'
import { ROOT } from './targets'

const KB = 1024
export const LIMITS = { main: 800 * KB, subpackage: 250 * KB, h5Entry: 160 * KB }

interface AppJson {
  subPackages?: { root: string }[]
  subpackages?: { root: string }[]
}

const inKB = (bytes: number) => `${(bytes / KB).toFixed(1)} KB`

/** Every file that WeChat packs, with its size; hidden files and source maps are not packed. */
function packedFiles(folder: string): { name: string; size: number }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/(^|[/\\])\.|\.map$/.test(name) && statSync(path.join(folder, name)).isFile())
    .map((name) => ({ name: name.split(path.sep).join('/'), size: statSync(path.join(folder, name)).size }))
}

/** Size of the main package (`''`) and of each subpackage. */
export function packageSizes(weapp: string): Map<string, number> {
  const app = JSON.parse(readFileSync(path.join(weapp, 'app.json'), 'utf8')) as AppJson
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const sizes = new Map(['', ...roots].map((root) => [root, 0]))
  for (const { name, size } of packedFiles(weapp)) {
    const root = roots.find((candidate) => name.startsWith(candidate)) ?? ''
    sizes.set(root, (sizes.get(root) ?? 0) + size)
  }
  return sizes
}

/** What index.html loads before anything shows: its scripts and style sheets, as the network carries them. */
export function h5EntrySize(site: string): number {
  const html = readFileSync(path.join(site, 'index.html'), 'utf8')
  const addresses = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)=["']?([^"'\s>]+\.(?:js|css))/g)]
  if (addresses.length === 0) throw new Error(`${site}/index.html loads no script`)
  return addresses
    .map(([, address = '']) => gzipSync(readFileSync(path.join(site, address.replace(/^\.?\//, '')))).length)
    .reduce((sum, size) => sum + size, 0)
}

export function sizeProblems(dist: string): string[] {
  const missing = ['weapp/app.json', 'h5/index.html'].filter((file) => !existsSync(path.join(dist, file)))
  if (missing.length > 0)
    return missing.map((file) => `dist/${file} is not there: npm run build:${path.dirname(file)}`)
  const sizes = [...packageSizes(path.join(dist, 'weapp'))].map(([root, size]) => ({
    what: root ? `subpackage ${root}` : 'main package',
    size,
    limit: root ? LIMITS.subpackage : LIMITS.main,
  }))
  sizes.push({ what: 'H5 entry, gzip,', size: h5EntrySize(path.join(dist, 'h5')), limit: LIMITS.h5Entry })
  for (const { what, size, limit } of sizes) console.log(`${what}: ${inKB(size)} of ${inKB(limit)}`)
  return sizes
    .filter(({ size, limit }) => size > limit)
    .map(({ what, size, limit }) => `${what} has ${inKB(size)}, more than ${inKB(limit)}`)
}

async function main(): Promise<void> {
  await buildOnce('weapp')
  await buildOnce('h5')
  report('Sizes are within their limits', sizeProblems(path.join(ROOT, 'dist')))
}

if (require.main === module) {
  main().catch((error: unknown) => report('', [error instanceof Error ? error.message : String(error)]))
}
