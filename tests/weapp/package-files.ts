import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { subPackagesOf, type AppConfig } from './app-config'

/** Paths of all files below `dist`, relative to it, with `/` on every system. */
export async function listFiles(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

export function readText(dist: string, file: string): Promise<string> {
  return readFile(path.join(dist, file), 'utf8')
}

export async function readAppConfig(dist: string): Promise<AppConfig> {
  return JSON.parse(await readText(dist, 'app.json')) as AppConfig
}

export const withoutExtension = (file: string) => file.replace(/\.[^./]+$/, '')

/** Sizes in bytes. WeChat allows 2 MB for the main package and for each subpackage. */
export interface PackageSizes {
  main: number
  subPackages: Record<string, number>
  total: number
}

/** Files that DevTools does not upload. */
const NOT_UPLOADED = /(^|\/)project(\.private)?\.config\.json$|\.map$|\.LICENSE\.txt$/

/** What each package weighs: a file belongs to the subpackage whose root holds it, else to the main package. */
export async function packageSizes(dist: string): Promise<PackageSizes> {
  const roots = subPackagesOf(await readAppConfig(dist)).map(({ root }) => root)
  const sizes: PackageSizes = {
    main: 0,
    subPackages: Object.fromEntries(roots.map((root) => [root, 0])),
    total: 0,
  }
  for (const file of (await listFiles(dist)).filter((name) => !NOT_UPLOADED.test(name))) {
    const { size } = await stat(path.join(dist, file))
    const root = roots.find((candidate) => file.startsWith(`${candidate}/`))
    if (root === undefined) sizes.main += size
    else sizes.subPackages[root] = (sizes.subPackages[root] ?? 0) + size
    sizes.total += size
  }
  return sizes
}
