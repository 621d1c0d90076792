/** docs/openapi.json is what the server's contracts say. `--write` makes it so. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { buildOpenApi } from '#server/openapi'
import { report } from './report'

const FILE = 'docs/openapi.json'

async function main(write: boolean): Promise<void> {
  const current = `${JSON.stringify(await buildOpenApi(), null, 2)}\n`
  if (write) writeFileSync(FILE, current)
  const kept = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
  report(
    `${FILE} is current`,
    kept === current ? [] : [`${FILE} is not what the server answers: npm run openapi`],
  )
}

main(process.argv.includes('--write')).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
