import { FILE_WORDS } from '#core/imports'
import { tableCsv } from '../../tests/imports/tables'
import { readFile } from './read-file'

const ESTATE = ['', '小区', '', '湖光苑', '']

describe('CSV', () => {
  const text = tableCsv('places', [ESTATE, ['', '楼栋', '湖光苑', '3号楼，带"引号"', '']])
  /** 类型,名称 / 小区,湖光苑 in GBK. */
  const gbk = Buffer.from('c0e0d0cd2cc3fbb3c60d0ad0a1c7f82cbafeb9e2d4b7', 'hex')

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['tabs', Buffer.from(text.replace(/,/g, '\t'))],
  ])('in %s is read', async (_name, file) => {
    const { rows, problems } = await readFile(file, 'csv')
    expect([problems, rows.places.map(({ row, said }) => [row, said.name])]).toEqual([
      [],
      [
        [2, '湖光苑'],
        [3, '3号楼，带"引号"'],
      ],
    ])
  })

  it('in GBK, as spreadsheets in China save it, is read', async () => {
    expect((await readFile(gbk, 'csv')).rows.places[0]?.said).toMatchObject({
      kind: 'estate',
      name: '湖光苑',
    })
  })

  it.each([
    ['nothing', '', FILE_WORDS.empty],
    ['headings alone', tableCsv('places', []), FILE_WORDS.empty],
    ['headings of nothing we know', '甲,乙\n1,2', FILE_WORDS.unknownHeadings],
    ['a quote that never ends', `${tableCsv('places', [])}\r\n"x,小区`, FILE_WORDS.csvBroken],
    ['a cell without end', `${tableCsv('places', [])}\r\n${'x'.repeat(200_000)}`, FILE_WORDS.cellTooLong],
  ])('with %s is refused in words', async (_name, csv, words) => {
    expect((await readFile(Buffer.from(csv), 'csv')).problems.map((problem) => problem.words)).toEqual([
      words,
    ])
  })
})
