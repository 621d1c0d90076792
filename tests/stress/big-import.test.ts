import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { FORM, SHEETS } from '#core/imports'
import { headingsOf, writeXlsx } from '../../server/imports/write-xlsx'
import { wholeCommunity } from '../imports/whole-community'
import { askDatabase, Products } from '../product/products'

jest.setTimeout(600_000)

const products = new Products()
beforeAll(() => products.build())
afterAll(() => products.close())

const HOMES = 20_000

it('brings in 100,000 rows in under a minute, and the same again changes nothing', async () => {
  const dataDir = await products.preparedDataDir()
  const product = products.start({ dataDir })
  await product.url()
  const [community] = await askDatabase<{ id: string }>(
    dataDir,
    `select region_id as id from regions where kind = 'community' limit 1`,
  )
  const rows = wholeCommunity(HOMES)
  const count = SHEETS.reduce((sum, sheet) => sum + rows[sheet].length, 0)
  expect(count).toBeGreaterThanOrEqual(100_000)
  const file = path.join(products.folder, 'big.xlsx')
  const sheets = SHEETS.map((sheet) => ({
    title: FORM[sheet].title,
    rows: [headingsOf(sheet), ...rows[sheet]],
  }))
  writeFileSync(file, await buffer(writeXlsx(sheets)))
  const run = async () => {
    const begun = Date.now()
    const outcome = await products.run('import', [file, '--community', community!.id], { DATA_DIR: dataDir })
    return { ...outcome, seconds: (Date.now() - begun) / 1000 }
  }
  const first = await run()
  expect([first.code, first.lines]).toEqual([
    0,
    expect.arrayContaining([`户：新增 ${HOMES}，改动 0，结束 0，不变 0`]),
  ])
  const again = await run()
  expect([again.code, again.lines]).toEqual([
    0,
    expect.arrayContaining([`住户名册：新增 0，改动 0，结束 0，不变 ${2 * HOMES}`]),
  ])
  process.stdout.write(`${count} rows: ${first.seconds.toFixed(1)} s, again ${again.seconds.toFixed(1)} s\n`)
  expect(first.seconds).toBeLessThan(60)
  expect(await product.stop()).toBe(0)
})
