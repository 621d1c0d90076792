import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { FORM, type Problem, type SheetCountsView } from '#core/imports'
import { importByCommand } from '#server/imports/index'
import { StartupError } from '#server/platform/postgres/index'
import { openContactBox } from './contact-box'
import { runCommand } from './run-command'

const USAGE =
  '用法：npm run import -- <文件> --community <社区的编号> [--dry-run]。文件是照模板填的 XLSX 或 CSV。'

/** `npm run import -- FILE --community ID [--dry-run]`: brings a table in, or only says what it would do. */
runCommand((args) => {
  const { file, communityId, dryRun } = inputOf(args)
  return async (db, config) => {
    const box = await openContactBox(db, config)
    const onRows = (rows: number) => void process.stderr.write(`读了 ${rows} 行…\n`)
    const begun = Date.now()
    const bytes = await readFile(file).catch(() => {
      throw new StartupError(`打不开这个文件：${file}`)
    })
    const { counts, problems } = await importByCommand(db, box, { communityId, file: bytes, dryRun, onRows })
    for (const problem of problems) process.stdout.write(`${lineOf(problem)}\n`)
    if (problems.length > 0) {
      process.stderr.write(`有 ${problems.length} 处不对，什么都没写进去。\n`)
      return 1
    }
    for (const count of counts) process.stdout.write(`${countLine(count)}\n`)
    const seconds = ((Date.now() - begun) / 1000).toFixed(1)
    process.stderr.write(`${dryRun ? '核对好了，还没有写' : '导入好了'}，用了 ${seconds} 秒。\n`)
    return 0
  }
})

function inputOf(args: string[]): { file: string; communityId: string; dryRun: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { community: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    })
    const [file] = positionals
    if (file && values.community && positionals.length === 1)
      return { file, communityId: values.community, dryRun: values['dry-run'] ?? false }
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartupError(USAGE)
}

const lineOf = ({ sheet, row, column, words }: Problem) =>
  `${[sheet, row !== null && `第 ${row} 行`, column].filter(Boolean).join(' ')}：${words}`

const countLine = ({ sheet, added, changed, unchanged, ending }: SheetCountsView) =>
  `${FORM[sheet].title}：新增 ${added}，改动 ${changed}，结束 ${ending}，不变 ${unchanged}`
