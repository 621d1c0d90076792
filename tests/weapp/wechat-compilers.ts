import { spawn } from 'node:child_process'
import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

const PLATFORM_FOLDERS: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux',
  darwin: 'mac',
  win32: 'windows',
}

type Compiler = 'wcc' | 'wcsc'

/** WeChat's own compilers as miniprogram-compiler ships them. Its JavaScript wrapper swallows wcsc's messages. */
function programOf(compiler: Compiler): string {
  const folder = PLATFORM_FOLDERS[process.platform]
  if (!folder) throw new Error(`WeChat's ${compiler} does not exist for ${process.platform}`)
  const home = path.dirname(require.resolve('miniprogram-compiler/package.json'))
  return path.join(home, 'bin', folder, folder === 'windows' ? `${compiler}.exe` : compiler)
}

/** npm installs the programs without the right to run, and node_modules may be another user's: run a copy. */
async function complaints(compiler: Compiler, dist: string, args: string[]): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linli-wechat-compiler-'))
  try {
    const program = path.join(folder, path.basename(programOf(compiler)))
    await copyFile(programOf(compiler), program)
    await chmod(program, 0o755)
    return await run(program, dist, args)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Answers what the program complains about, nothing when it accepts everything. */
async function run(program: string, dist: string, args: string[]): Promise<string[]> {
  const child = spawn(program, args, { cwd: dist, stdio: ['ignore', 'ignore', 'pipe'] })
  let output = ''
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  if (code === 0) return []
  const lines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('error file count'))
  return lines.length > 0 ? lines : [`${path.basename(program)} ended with ${code}`]
}

/** Compiles all templates with their scripts, as one program: `import` and `<wxs src>` must resolve. */
export async function compileTemplates(dist: string, files: string[]): Promise<string[]> {
  const sources = files.filter((file) => /\.(wxml|wxs)$/.test(file))
  return sources.length === 0 ? [] : complaints('wcc', dist, ['-d', '-cc', '0', ...sources, '-gn', '$gwx'])
}

/** Compiles all style sheets. wcsc wants those of pages and components (they have a JSON file) first. */
export async function compileStyles(dist: string, files: string[]): Promise<string[]> {
  const sheets = files.filter((file) => file.endsWith('.wxss'))
  const owned = sheets.filter((file) => files.includes(file.replace(/\.wxss$/, '.json')))
  const shared = sheets.filter((file) => !owned.includes(file))
  return sheets.length === 0
    ? []
    : complaints('wcsc', dist, ['-db', '-pc', String(owned.length), ...owned, ...shared])
}
