/**
 * `npm run plans [matters]`: writes docs/plans/lists.txt, how PostgreSQL finds what each list shows, at 2,000,000 matters.
 * Fails, with what is wrong, where a table is read whole.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PLANS } from '../tests/plans'
import { KEPT_FILE, PlanBook, readWhole, toText } from '../tests/plans/kept'
import { BIGGEST, startListener } from '../tests/plans/listener'
import globalSetup, { removeTestPostgres } from '../tests/postgres/global-setup'

const MATTERS = 2_000_000
const OPEN = 4_000

async function write(matters: number): Promise<void> {
  const listener = await startListener({ matters, open: OPEN })
  const book = new PlanBook()
  for (const [what, look] of PLANS.flatMap(({ reads }) => Object.entries(reads ?? {}))) {
    await book.add(listener.server.pool, what, await listener.heardDuring(look, BIGGEST))
  }
  await listener.close()
  const whole = book.plans.flatMap(({ of, plan }) => readWhole(plan).map((read) => `${of}: ${read}`))
  if (whole.length > 0) throw new Error(whole.join('\n'))
  const head = `How PostgreSQL finds what each list shows, in the biggest community, with half of ${matters} matters.
Written by \`npm run plans\`; tests/plans holds its statements against what is asked. A statement that several lists
share stands where it first came.
`
  mkdirSync(path.dirname(KEPT_FILE), { recursive: true })
  writeFileSync(KEPT_FILE, toText(head, book.plans))
  console.log(`${book.plans.length} plans are in ${KEPT_FILE}`)
}

async function main(given: string | undefined): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void removeTestPostgres().then(() => process.exit(130)))
  }
  await globalSetup()
  try {
    await write(Number(given ?? MATTERS))
  } finally {
    await removeTestPostgres()
  }
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
