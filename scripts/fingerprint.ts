/** One hash over the sources of a build, to tell whether what lies in dist/ was made from them. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const NOT_BUILT = /\.(test|property)\.tsx?$/

function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) return []
  if (!statSync(entry).isDirectory()) return [entry]
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesUnder(path.join(entry, name)))
}

/** What package.json says that a build depends on; its scripts don't matter. */
function buildSettings(root: string): string {
  const { imports, browserslist } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    imports?: unknown
    browserslist?: unknown
  }
  return JSON.stringify({ imports, browserslist })
}

/** Changes exactly when a file under `inputs` is added, removed, renamed or edited; tests don't count. */
export function fingerprint(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256').update(buildSettings(root))
  for (const file of inputs.flatMap((input) => filesUnder(path.join(root, input)))) {
    if (NOT_BUILT.test(file)) continue
    hash.update(`\0${path.relative(root, file).split(path.sep).join('/')}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}
