import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { FORM, SHEETS, type Sheet } from '#core/imports'
import { exportByCommand } from '#server/imports/index'
import { StartupError } from '#server/platform/postgres/index'
import { openContactBox } from './contact-box'
import { runCommand } from './run-command'

const USAGE = `用法：npm run export -- <文件.xlsx 或 文件.csv> --community <社区的编号> [--sheet <表>]…。表有：${SHEETS.map((sheet) => FORM[sheet].title).join('、')}；不写就是全部，CSV 只能一张。`

/** `npm run export -- FILE --community ID [--sheet TITLE]…`: writes what stands in the form that `import` reads. */
runCommand((args) => {
  const { file, communityId, sheets } = inputOf(args)
  return async (db, config) => {
    const format = /\.csv$/i.test(file) ? 'csv' : 'xlsx'
    const box = await openContactBox(db, config)
    // It holds names and phones: only its owner may read it.
    await pipeline(
      await exportByCommand(db, box, { communityId, sheets, format }),
      createWriteStream(file, { mode: 0o600 }),
    )
    process.stderr.write(`写好了：${file}。里面有住户的姓名和电话，用完请删掉。\n`)
    return 0
  }
})

function inputOf(args: string[]): { file: string; communityId: string; sheets: Sheet[] } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { community: { type: 'string' }, sheet: { type: 'string', multiple: true } },
    })
    const [file] = positionals
    const titles = values.sheet ?? SHEETS.map((sheet): string => FORM[sheet].title)
    const sheets = SHEETS.filter((sheet) => titles.includes(FORM[sheet].title))
    if (file && values.community && positionals.length === 1 && sheets.length === new Set(titles).size)
      return { file, communityId: values.community, sheets }
  } catch {
    // An option nobody knows: the usage says which there are.
  }
  throw new StartupError(USAGE)
}
