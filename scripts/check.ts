/** `npm run check`: everything about the code that no test runs. Two at a time; all are run, so that all findings show. */
import { spawn } from 'node:child_process'

const AT_ONCE = 2
/** What tsc learnt last time. */
const KEPT = '--incremental --tsBuildInfoFile node_modules/.cache/linli'

interface Step {
  name: string
  command: string
}

/** The longest first. */
const STEPS: Step[] = [
  { name: 'package sizes', command: 'tsx scripts/check-sizes.ts' },
  { name: 'lint', command: 'npm run lint --silent' },
  { name: 'types', command: `tsc -p tsconfig.json ${KEPT}/root.tsbuildinfo` },
  {
    name: 'types of core, without DOM and node',
    command: `tsc -p core/tsconfig.json ${KEPT}/core.tsbuildinfo`,
  },
  { name: 'format', command: 'prettier --check . --cache --log-level warn' },
  { name: 'boundaries', command: 'depcruise core server src config scripts tests --output-type err' },
  { name: 'dead code', command: 'knip --no-progress' },
  { name: 'duplicates', command: 'jscpd' },
  { name: 'rules once', command: 'tsx scripts/check-rules-once.ts' },
  { name: 'OpenAPI current', command: 'tsx scripts/check-openapi.ts' },
  { name: 'documented commands', command: 'tsx scripts/check-readme-commands.ts' },
  { name: 'lock file', command: 'tsx scripts/check-lockfile.ts' },
]

/** Runs one step and prints it whole when it ends. npm has put node_modules/.bin into the path. */
function run({ name, command }: Step): Promise<boolean> {
  const start = Date.now()
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    })
    let printed = ''
    const keep = (chunk: Buffer) => (printed += chunk.toString())
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('close', (code) => {
      const seconds = ((Date.now() - start) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
      if (code !== 0) console.log(`\n$ ${command}\n${printed.trim()}\n`)
      resolve(code === 0)
    })
  })
}

async function main(wanted: string[]): Promise<void> {
  const waiting = STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const failed: string[] = []
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      if (!(await run(step))) failed.push(step.name)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  console.log(failed.length === 0 ? 'All checks passed.' : `${failed.length} failed: ${failed.join(', ')}`)
  if (failed.length > 0) process.exitCode = 1
}

void main(process.argv.slice(2))
