import fc from 'fast-check'
import {
  areaText,
  pathText,
  sameName,
  withoutQuote,
  withQuote,
  areaOf,
  dayOf,
  numberOf,
  pathOf,
  phoneOf,
  tidy,
  Wrong,
} from './cells'
import { columnsOf, SHEETS } from './form'
import { sheetRows } from './out'
import { planImport } from './plan'
import { HEADINGS, newId, plan, stood, TODAY, written, type Table } from './plan-cast.property'
import { columnInWords, noRows, sheetReader, sheetWithHeadings, type Problem } from './read'
import { type Standing } from './standing'

describe('cells', () => {
  it.each([
    ['８９．５'.replace('．', '.'), 8950],
    ['120', 12000],
    ['0.01㎡', 1],
    ['89.500', 8950],
  ])('read %s as an area', (text, area) => expect(areaOf(tidy(text))).toBe(area))
  it.each(['0', '-1', '1e3', '89.505', 'abc', '1,000', '99999999'])('read no area from %s', (text) =>
    expect(areaOf(text)).toBeInstanceOf(Wrong),
  )
  it.each([
    ['2026-1-5', '2026-01-05'],
    ['2026/01/05', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['2024-2-29', '2024-02-29'],
  ])('read %s as a day', (text, day) => expect(dayOf(text)).toBe(day))
  it.each(['2026-02-29', '2026-13-01', '45000', '昨天', '0000-01-01'])('read no day from %s', (text) =>
    expect(dayOf(text)).toBeInstanceOf(Wrong),
  )
  it('take no identity card for a number', () => expect(numberOf('11010519491231002X')).toBeInstanceOf(Wrong))
  it('take a phone away by 无', () => expect(phoneOf('无')).toBeNull())

  it('never let a spreadsheet take a text for a formula, and give it back as it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom("'", '=', '+', '-', '@', "'=", "''+1", '\t')),
        (text) => {
          const quoted = withQuote(text)
          expect(/^[=+\-@\t\r]/.test(quoted)).toBe(false)
          expect(withoutQuote(quoted)).toBe(text)
        },
      ),
    )
  })
  it('write an area and a way down so that they are read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (area) =>
        expect(areaOf(areaText(area))).toBe(area),
      ),
    )
    const name = fc
      .string({ minLength: 1, maxLength: 10 })
      .map(tidy)
      .filter((text) => text !== '' && !/^'/.test(text))
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
        const again = pathOf(pathText(names))
        expect(again).toEqual(names.map((one) => one.replace(/\//g, '／')))
      }),
    )
  })
})

it('a sheet without a title is known by its headings', () => {
  for (const sheet of SHEETS) expect(sheetWithHeadings(HEADINGS[sheet])).toBe(sheet)
  expect(sheetWithHeadings(['名字', '年龄'])).toBeUndefined()
})

it('says of headings which are missing, twice there, or unknown', () => {
  const { problems } = sheetReader('roll', ['户', '姓名', '姓名', '关系', '年龄'])
  expect(problems.map(({ column, row }) => [column, row])).toEqual([
    ['是否成年', 1],
    ['姓名', 1],
    ['第 E 列', 1],
  ])
})

it('never repeats a cell in its words: they may be read where names may not', () => {
  const secret = '13912345678秘密'
  fc.assert(
    fc.property(fc.constantFrom(...SHEETS), fc.nat(4), (sheet, cell) => {
      const row = HEADINGS[sheet].map((_, index) => (index === cell ? secret : '湖光苑'))
      expect(JSON.stringify(plan({ [sheet]: [row] }, stood()).problems)).not.toContain(secret)
    }),
  )
})

it('never repeats a heading either: where the headings are missing, the first row is somebody', () => {
  const { problems } = sheetReader('roll', ['湖光苑/3号楼/2单元/602', '陈梅', '业主', '是', '13912345678'])
  expect(JSON.stringify(problems)).not.toMatch(/陈梅|13912345678|602/)
  expect(problems.map(({ column }) => column)).toContain('第 E 列')
})

it('letters columns as spreadsheets do', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnInWords)).toEqual(
    ['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'].map((letters) => `第 ${letters} 列`),
  )
})

describe('what stands, written out', () => {
  const outOf = (standing: Standing): Table =>
    Object.fromEntries(SHEETS.map((sheet) => [sheet, sheetRows(sheet, standing, TODAY)]))
  /** Columns as the form has them. */
  const planned = (table: Table, standing: Standing) => {
    const rows = noRows()
    const problems: Problem[] = []
    for (const sheet of SHEETS) {
      const reader = sheetReader(
        sheet,
        columnsOf(sheet).map(([, { heading }]) => heading),
      )
      table[sheet]?.forEach((cells, index) => {
        const said = reader.read(index + 2, cells, problems)
        if (said) (rows[sheet] as unknown[]).push({ row: index + 2, said })
      })
    }
    const made = planImport({ rows, standing, today: TODAY, newId })
    return { ...made, problems: [...problems, ...made.problems] }
  }

  it('changes nothing when it is read in again', () => {
    const standing = stood()
    const { counts, problems, changes } = planned(outOf(standing), standing)
    expect(problems).toEqual([])
    expect(SHEETS.map((sheet) => counts[sheet].unchanged)).toEqual([4, 2, 2, 3, 1])
    expect(JSON.stringify(changes)).not.toContain('id-')
  })

  it('changes nothing either when a home of a unit has ended', () => {
    const standing = stood()
    const end = (name: string) =>
      (standing.places.find((place) => place.kind === 'home' && place.name === name)!.endsOn = '2026-11-01')
    for (const name of ['402', '602']) {
      end(name)
      const { counts, problems, changes } = planned(
        { units: outOf(standing).units ?? [] },
        { ...standing, roll: [] },
      )
      expect([problems, counts.units.unchanged, changes.unitHomes]).toEqual([[], 2, { added: [], ended: [] }])
    }
  })

  it('whatever the names: widths, slashes, blanks, formulas', () => {
    const name = fc
      .oneof(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.constantFrom('3/4号楼', '=1+1', '＝Ａ', "'-x", '3 号 楼', '无'),
      )
      .map(tidy)
      .filter((text) => text !== '' && sameName(text) !== '')
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 6, selector: sameName }), (names) => {
        const quoted = names.map(withQuote)
        const places = [['小区', '', '苑'], ...quoted.map((one) => ['楼栋', '苑', one])]
        const homes = names.map((one) => [withQuote(pathText(['苑', one])), withQuote(one)])
        const standing = written(plan({ places, homes }))
        const again = planned(
          Object.fromEntries(
            Object.entries(outOf(standing)).map(([sheet, rows]) => [
              sheet,
              rows?.map((row) => row.map(withQuote)),
            ]),
          ),
          standing,
        )
        expect([again.problems, again.counts.places.unchanged, again.counts.homes.unchanged]).toEqual([
          [],
          names.length + 1,
          names.length,
        ])
      }),
    )
  })

  it('stands in reading order, without what has ended', () => {
    const places = ['10号楼', '2号楼', '1号楼'].map((name) => ['楼栋', '', name])
    const standing = written(plan({ places }))
    standing.places[2]!.endsOn = '2026-01-01'
    expect(sheetRows('places', standing, TODAY).map((row) => row[3])).toEqual(['2号楼', '10号楼'])
  })
})
