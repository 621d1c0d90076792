/**
 * `npm run bench [matters]` (500,000) and `npm run bench:large` (2,000,000): how much of the database's speed our API
 * leaves, and whether it stays as fast when people have reported for years. docs/bench.md says how it is measured.
 */
import { runBench } from '../tests/bench/bench'

const MATTERS = 500_000

runBench({ matters: Number(process.argv[2] ?? MATTERS) }).then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.stack : error)
    process.exit(1)
  },
)
