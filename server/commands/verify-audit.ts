import { verifyChains, type ChainReport } from '#server/audit/index'
import { runCommand } from './run-command'

/** `npm run verify-audit`: checks every chain of the audit log, one line of JSON each; ends with 1 when one is broken. */
runCommand(() => async (db) => {
  const reports = await verifyChains(db)
  for (const report of reports) process.stdout.write(`${lineOf(report)}\n`)
  const broken = reports.filter(({ problems }) => problems.length > 0)
  process.stderr.write(
    broken.length === 0 ? `${reports.length} 条链都完好。\n` : `${broken.length} 条链有问题，见上。\n`,
  )
  return broken.length === 0 ? 0 : 1
})

function lineOf({ entries, ...report }: ChainReport): string {
  return JSON.stringify({ ...report, entries: Number(entries) })
}
