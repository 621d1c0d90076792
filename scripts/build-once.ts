/** Builds what dist/ lacks or has from other sources. `--force` builds in any case and shows the builder's output. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { withBuildLock } from './build-lock'
import { fingerprint } from './fingerprint'
import { ROOT, TARGETS, TARGET_NAMES, type TargetName } from './targets'

const TELL_EVERY_MS = 5_000

const stampFile = (name: TargetName) => path.join(ROOT, 'dist', name, '.built-from')
const secondsSince = (start: number) => Math.round((Date.now() - start) / 1000)

/** What dist/<name> has to be made from: the sources, and the settings that differ from none. */
function sourcesOf(name: TargetName): string {
  const { inputs, settings } = TARGETS[name]
  const set = settings.flatMap((setting) =>
    process.env[setting] ? [`${setting}=${process.env[setting]}`] : [],
  )
  return [fingerprint(ROOT, inputs), ...set].join('\n')
}

function builtFrom(name: TargetName): string | undefined {
  try {
    return readFileSync(stampFile(name), 'utf8')
  } catch {
    return undefined
  }
}

/** dist/<name> no longer stands for any sources: a build is about to write there. */
export function forgetBuild(name: TargetName): void {
  rmSync(stampFile(name), { force: true })
}

async function build(name: TargetName, sources: string, force: boolean): Promise<void> {
  const { title, slow, build: run } = TARGETS[name]
  const start = Date.now()
  if (slow) console.log(`正在构建${title}，大约需要一分钟…`)
  const progress = setInterval(
    () => console.log(`正在构建${title}，已用 ${secondsSince(start)} 秒…`),
    TELL_EVERY_MS,
  )
  forgetBuild(name)
  try {
    await run(force)
  } finally {
    clearInterval(progress)
  }
  writeFileSync(stampFile(name), sources)
  if (slow) console.log(`${title}构建完成，用时 ${secondsSince(start)} 秒。`)
}

/** Makes dist/<name> current. */
export async function buildOnce(name: TargetName, { force = false } = {}): Promise<void> {
  const sources = sourcesOf(name)
  if (!force && builtFrom(name) === sources) return
  mkdirSync(path.join(ROOT, 'dist'), { recursive: true })
  const onWait = () => console.log(`另一个进程正在构建${TARGETS[name].title}，请稍等…`)
  await withBuildLock(path.join(ROOT, 'dist', `${name}.lock`), onWait, async () => {
    if (force || builtFrom(name) !== sources) await build(name, sources, force)
  })
}

async function main(args: string[]): Promise<void> {
  const names = TARGET_NAMES.filter((name) => args.includes(name))
  if (names.length === 0) throw new Error(`Say what to build: ${TARGET_NAMES.join(', ')}`)
  for (const name of names) await buildOnce(name, { force: args.includes('--force') })
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
