import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { FILE_WORDS, IMPORT_CELL_LENGTH } from '#core/imports'
import { headingsOf, tableCsv, tablesXlsx, workbookOf, zipOf, type CellXml } from '../../tests/imports/tables'
import { formatOf, readFile } from './read-file'
import { templateSheets, writeXlsx } from './write-xlsx'

const ESTATE = ['', '小区', '', '湖光苑', '']
const readXlsx = async (rows: CellXml[][], after?: string) =>
  readFile(
    await workbookOf([{ title: '地方', rows: [headingsOf('places'), ...rows], ...(after ? { after } : {}) }]),
    'xlsx',
  )
const problemsOf = async (rows: CellXml[][], after?: string) => (await readXlsx(rows, after)).problems
const cell = (xml: string): CellXml => ({ xml })

describe('the kind of a file', () => {
  it('is known by its content, whatever it is called', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const kinds = [
      await tablesXlsx({ places: [] }),
      Buffer.from(tableCsv('places', [])),
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      png,
      Buffer.from([0xff, 0xff, 0xff]),
    ]
    expect(kinds.map(formatOf)).toEqual(['xlsx', 'csv', 'old', undefined, undefined])
  })
})

describe('a workbook', () => {
  it('is read row by row as the spreadsheet counts them, blanks passed over', async () => {
    const { rows, rowCount, problems, sheets } = await readXlsx([
      ESTATE,
      [],
      ['', '楼栋', '湖光苑', '3号楼', ''],
    ])
    expect([rowCount, problems, sheets]).toEqual([2, [], ['places']])
    expect(rows.places.map(({ row, said }) => [row, said.name])).toEqual([
      [2, '湖光苑'],
      [4, '3号楼'],
    ])
  })

  it('may keep its texts apart, with fonts and reading aids in them', async () => {
    const texts =
      '<sst><si><t>小区</t></si><si><r><t>湖光</t></r><r><rPr/><t>苑</t></r><rPh><t>huguang</t></rPh></si></sst>'
    const shared = (number: number) => `<c t="s"><v>${number}</v></c>`
    const file = await workbookOf(
      [{ title: '地方', rows: [headingsOf('places'), ['', cell(shared(0)), '', cell(shared(1))]] }],
      { 'xl/sharedStrings.xml': texts },
    )
    expect((await readFile(file, 'xlsx')).rows.places[0]?.said).toMatchObject({
      kind: 'estate',
      name: '湖光苑',
    })
  })

  it('has days, numbers and places of cells as spreadsheets write them', async () => {
    const styles =
      '<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs><numFmts/></styleSheet>'
    const spelled = styles.replace(
      '<cellXfs>',
      '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/></numFmts><cellXfs>',
    )
    const units = (cells: CellXml[]) =>
      workbookOf([{ title: '专有部分', rows: [headingsOf('units'), cells] }], { 'xl/styles.xml': spelled })
    const file = await units([
      cell('<c r="C2"><v>602</v></c>'),
      cell('<c r="D2" t="str"><v>住宅</v></c>'),
      cell('<c r="E2"><v>89.539999999999992</v></c>'),
      cell('<c r="F2" t="inlineStr"><is><t>登记</t></is></c>'),
      cell('<c r="I2" s="2"><v>46387</v></c>'),
    ])
    expect((await readFile(file, 'xlsx')).rows.units[0]?.said).toMatchObject({
      name: '602',
      kind: 'dwelling',
      area: 8954,
      areaSource: 'register',
      endsOn: '2026-12-31',
    })
  })

  it('says where a spreadsheet made a date of a name', async () => {
    const styles = '<styleSheet><cellXfs><xf/><xf numFmtId="58"/></cellXfs></styleSheet>'
    const day = (column: string) => cell(`<c r="${column}2" s="1"><v>46083</v></c>`)
    const file = await workbookOf(
      [{ title: '户', rows: [headingsOf('homes'), ['', '湖光苑/3号楼', day('C'), day('D')]] }],
      { 'xl/styles.xml': styles },
    )
    const { rows, problems } = await readFile(file, 'xlsx')
    expect([rows.homes, problems]).toEqual([
      [],
      [{ sheet: '户', row: 2, column: '门牌号', words: FILE_WORDS.dayCell }],
    ])
  })

  it('of the template is read by the form it comes from', async () => {
    const file = await buffer(writeXlsx(templateSheets()))
    expect((await readFile(file, 'xlsx')).problems).toEqual([
      { sheet: null, row: null, column: null, words: FILE_WORDS.empty },
    ])
  })

  it.each([
    [
      'a formula',
      [['', '小区', '', cell('<c r="D2" t="str"><f>A1&amp;"x"</f><v>湖光苑</v></c>')]],
      FILE_WORDS.formula,
    ],
    ['an error', [['', '小区', '', cell('<c r="D2" t="e"><v>#REF!</v></c>')]], FILE_WORDS.errorCell],
    [
      'a number that lost its end',
      [['', '小区', '', cell('<c r="D2"><v>1101051949123100000</v></c>')]],
      FILE_WORDS.longNumber,
    ],
  ])('says where %s stands', async (_name, rows, words) => {
    expect(await problemsOf(rows)).toContainEqual({ sheet: '地方', row: 2, column: '第 D 列', words })
  })

  it.each(['x', '0', '1.5', '1048577', '99999999999'])('has no row %s', async (row) => {
    const cells = `<row r="${row}"><c t="str"><v>x</v></c></row>`
    expect(await problemsOf([ESTATE], cells)).toEqual([
      { sheet: null, row: null, column: null, words: FILE_WORDS.unreadable },
    ])
  })

  it('has no merged cells beyond its last row', async () => {
    const merged = '<mergeCells><mergeCell ref="A99999999999"/></mergeCells>'
    expect(await problemsOf([ESTATE], merged)).toEqual([
      { sheet: null, row: null, column: null, words: FILE_WORDS.unreadable },
    ])
  })

  it('says where cells are merged', async () => {
    const merged = '<mergeCells><mergeCell ref="B2:B9"/></mergeCells>'
    expect(await problemsOf([ESTATE], merged)).toEqual([
      { sheet: '地方', row: 2, column: '第 B 列', words: FILE_WORDS.merged },
    ])
  })

  it('refuses huge cells, too many columns, unknown and doubled sheets, each with its place', async () => {
    const huge = '长'.repeat(IMPORT_CELL_LENGTH + 1)
    expect(await problemsOf([['', '小区', '', huge]])).toEqual([
      { sheet: '地方', row: 2, column: null, words: FILE_WORDS.cellTooLong },
    ])
    expect(await problemsOf([Array(60).fill('x')])).toEqual([
      { sheet: '地方', row: 2, column: null, words: FILE_WORDS.tooManyColumns },
    ])
    const two = await workbookOf([
      { title: '我的表', rows: [['随便']] },
      { title: '地方', rows: [headingsOf('places'), ESTATE] },
      { title: '地 方', rows: [] },
      { title: '地方', rows: [headingsOf('places')] },
    ])
    expect((await readFile(two, 'xlsx')).problems.map(({ sheet, words }) => [sheet, words])).toEqual([
      ['第 1 张表', FILE_WORDS.unknownSheet],
      ['地方', FILE_WORDS.sheetTwice],
    ])
  })

  it('with columns nobody knows says which', async () => {
    const file = await workbookOf([{ title: '地方', rows: [[...headingsOf('places'), '备注'], ESTATE] }])
    expect((await readFile(file, 'xlsx')).problems).toEqual([
      { sheet: '地方', row: 1, column: '第 F 列', words: expect.stringContaining('不认识这一列') },
    ])
  })

  it('never repeats what stands in it: a title or a first row may be somebody', async () => {
    const somebody = ['陈梅', '13912345678']
    const file = await workbookOf([
      { title: '陈梅13912345678', rows: [[...somebody, cell('<c><f>A1</f></c>')]] },
      { title: '住户名册', rows: [['湖光苑/3号楼', ...somebody]] },
    ])
    expect(JSON.stringify((await readFile(file, 'xlsx')).problems)).not.toMatch(/陈梅|13912345678/)
  })
})

describe('whatever comes', () => {
  it('of bytes is answered with a problem or rows, and never thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 2000 }),
        fc.constantFrom('xlsx', 'csv'),
        async (bytes, format) => {
          const { rowCount, problems } = await readFile(Buffer.from(bytes), format as 'xlsx')
          expect(rowCount + problems.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('of a workbook with flipped bytes or cut off, too', async () => {
    const whole = await tablesXlsx({ places: [ESTATE] })
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
        const broken = Buffer.from(cut ? whole.subarray(0, at) : whole)
        if (!cut) broken[at] = byte
        const { rowCount, problems } = await readFile(broken, 'xlsx')
        expect(rowCount + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 150 },
    )
  })

  it('of cells in any type', async () => {
    const xml = fc.constantFrom(
      '<c t="s"><v>99</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c><v>NaN</v></c>',
      '<c r="ZZZ1"><v>1</v></c>',
      '<c t="d"><v>2026-01-01T00:00:00</v></c>',
      '<c t="s"/>',
      '<c><v>-1e300</v></c>',
      '<c r="??"/>',
      '<c t="inlineStr"><is/></c>',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(xml, { maxLength: 6 }), { maxLength: 4 }), async (rows) => {
        const { problems, rowCount } = await readXlsx([ESTATE, ...rows.map((cells) => cells.map(cell))])
        expect(rowCount + problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 60 },
    )
  })

  it('is no zip at all, or a zip of something else', async () => {
    for (const file of [await zipOf({ 'word/document.xml': '<x/>' }), await zipOf({})])
      expect((await readFile(file, 'xlsx')).problems.map(({ words }) => words)).toEqual([
        FILE_WORDS.unreadable,
      ])
  })
})
