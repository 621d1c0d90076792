/** What a lock file must be for `npm ci` to pass on every platform, with npm 10 and 11. */

interface LockedPackage {
  version?: string
  resolved?: string
  integrity?: string
  link?: boolean
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

export interface Lockfile {
  lockfileVersion: number
  packages: Record<string, LockedPackage>
}

export type Manifest = Pick<LockedPackage, 'dependencies' | 'devDependencies' | 'optionalDependencies'>

interface MissingPackage {
  /** Path of the package that asks for it, as in the lock file. */
  wantedBy: string
  name: string
  version: string
}

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/
const OS_WORDS: Record<string, string> = {
  aix: 'aix',
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
}
const CPU_WORDS = ['arm64', 'arm', 'ia32', 'x64', 'loong64', 'ppc64', 'riscv64', 's390x']
const LIBC_WORDS: Record<string, string> = { gnu: 'glibc', glibc: 'glibc', musl: 'musl' }

/** Where node would look for `name` from the package at `path`, nearest folder first. */
function lookupPaths(path: string, name: string): string[] {
  const folders: string[] = []
  for (
    let folder = path;
    folder;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    folders.push(`${folder}/node_modules/${name}`)
  }
  return [...folders, `node_modules/${name}`]
}

/** Optional packages that some package names and the lock file lacks. npm leaves out those that its registry did not have. */
export function missingPlatformPackages(lock: Lockfile): MissingPackage[] {
  return Object.entries(lock.packages).flatMap(([wantedBy, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !lookupPaths(wantedBy, name).some((path) => path in lock.packages))
      .map(([name, version]) => ({ wantedBy, name, version })),
  )
}

/** Platform fields as the package itself would declare them, read off its name: npm skips what does not fit the machine. */
export function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/)
  const os = words.flatMap((word) => OS_WORDS[word] ?? [])
  const cpu = CPU_WORDS.filter((word) => words.includes(word))
  const libc = words.flatMap((word) => LIBC_WORDS[word] ?? [])
  if (os.length !== 1 || cpu.length !== 1)
    throw new Error(`The name ${name} does not say one system and processor.`)
  return { cpu, ...(os[0] === 'linux' && libc.length > 0 ? { libc } : {}), os }
}

/** The same lock file with an entry for every missing platform package. */
export function completed(lock: Lockfile): Lockfile {
  const packages = { ...lock.packages }
  for (const { wantedBy, name, version } of missingPlatformPackages(lock)) {
    if (!EXACT.test(version)) throw new Error(`${wantedBy} asks for ${name} in a range: ${version}`)
    const { dev, devOptional } = lock.packages[wantedBy] ?? {}
    packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(dev ? { dev } : {}),
      ...(devOptional ? { devOptional } : {}),
      optional: true,
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lock, packages: Object.fromEntries(sorted) }
}

/** Everything that would make `npm ci` fail elsewhere, or differ from one machine to the next, in sentences. */
export function lockfileProblems(lock: Lockfile, manifest: Manifest): string[] {
  const problems = missingPlatformPackages(lock).map(
    ({ wantedBy, name }) => `${name}, optional for ${wantedBy}, is missing: npm run lockfile`,
  )
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (entry.resolved) problems.push(`${path} has a registry address: remove "resolved"`)
    if (path && !entry.integrity && !entry.link && !entry.optional) problems.push(`${path} has no integrity`)
  }
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
    for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
      if (!EXACT.test(version)) problems.push(`package.json: ${name} must be pinned exactly, not ${version}`)
      if (lock.packages['']?.[kind]?.[name] !== version)
        problems.push(`${name} ${version} is not what the lock has`)
    }
  }
  return problems
}
