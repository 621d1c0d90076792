import fc from 'fast-check'
import { areaText, pathText, sameName, withoutQuote, withQuote } from './cells'
import { areaOf, dayOf, numberOf, pathOf, phoneOf, tidy, Wrong } from './cells'
import { columnsOf, SHEETS } from './form'
import { sheetRows } from './out'
import { planImport } from './plan'
import { noRows, sheetReader, sheetWithHeadings, type FileRows, type Problem } from './read'
import { nothingStands, type Standing } from './standing'
import type { Plan } from './changes'

const TODAY = '2026-11-22'
let serial = 0
const newId = () => `id-${++serial}`

type Table = Partial<Record<(typeof SHEETS)[number], string[][]>>
const HEADINGS = {
  places: ['类型', '上级', '名称', '编号', '结束日期'],
  homes: ['所在楼栋或门栋', '门牌号', '编号', '结束日期'],
  units: ['位置', '部分名称', '用途', '面积', '面积来源', '对应的户', '交付情况', '编号', '结束日期'],
  owners: ['专有部分', '业主类型', '业主', '业主编号', '电话', '开始日期', '结束日期'],
  roll: ['户', '姓名', '关系', '是否成年', '电话', '结束日期'],
}

function read(table: Table): { rows: FileRows; problems: Problem[] } {
  const rows = noRows()
  const problems: Problem[] = []
  for (const sheet of SHEETS) {
    const reader = sheetReader(sheet, HEADINGS[sheet])
    problems.push(...reader.problems)
    ;(table[sheet] ?? []).forEach((cells, index) => {
      const said = reader.read(index + 2, cells, problems)
      if (said) (rows[sheet] as unknown[]).push({ row: index + 2, said })
    })
  }
  return { rows, problems }
}

function plan(table: Table, standing: Standing = nothingStands(), today = TODAY): Plan {
  const { rows, problems } = read(table)
  const made = planImport({ rows, standing, today, newId })
  return { ...made, problems: [...problems, ...made.problems] }
}

/** What stands once a plan is written. */
function written({ changes, problems }: Plan, before: Standing = nothingStands()): Standing {
  expect(problems).toEqual([])
  const merge = <Row>(
    rows: Row[],
    writes: { added: Row[]; changed: Row[] },
    idOf: (row: Row) => string,
  ): Row[] => {
    const all = new Map(rows.map((row) => [idOf(row), row]))
    for (const row of [...writes.added, ...writes.changed])
      all.set(idOf(row), { ...all.get(idOf(row)), ...row })
    return [...all.values()]
  }
  const units = merge(
    before.units,
    {
      added: changes.units.added.map((unit) => ({ ...unit, homeIds: [] })),
      changed: changes.units.changed.map((unit) => ({
        ...unit,
        homeIds: before.units.find(({ unitId }) => unitId === unit.unitId)?.homeIds ?? [],
      })),
    },
    ({ unitId }) => unitId,
  ).map((unit) => {
    const of = (links: { unitId: string; homeId: string }[]) =>
      links.filter(({ unitId }) => unitId === unit.unitId).map(({ homeId }) => homeId)
    const ended = of(changes.unitHomes.ended)
    return {
      ...unit,
      homeIds: [...unit.homeIds.filter((id) => !ended.includes(id)), ...of(changes.unitHomes.added)],
    }
  })
  return {
    ...before,
    places: merge(before.places, changes.places, ({ placeId }) => placeId),
    units,
    owners: merge(before.owners, changes.owners, ({ ownerId }) => ownerId),
    ownerships: merge(before.ownerships, changes.ownerships, ({ ownershipId }) => ownershipId),
    roll: merge(before.roll, changes.roll, ({ entryId }) => entryId),
  }
}

const words = ({ problems }: Plan) =>
  problems.map(({ sheet, row, column, words: why }) => [sheet, row, column, why])
const wordsOf = (table: Table, standing?: Standing) => words(plan(table, standing))

const WHOLE: Table = {
  places: [
    ['门栋', '湖光苑/3号楼', '2单元'],
    ['小区', '', '湖光苑'],
    ['楼栋', '湖光苑', '3号楼', 'L3'],
    ['设施', '湖光苑', '东门路灯'],
  ],
  homes: [
    ['湖光苑/3号楼/2单元', '602'],
    ['湖光苑/3号楼/2单元', '402'],
  ],
  units: [
    ['湖光苑/3号楼/2单元', '602', '住宅', '89.50', '登记', '湖光苑/3号楼/2单元/602；湖光苑/3号楼/2单元/402'],
    ['湖光苑', '车位B012', '车位', '', '', '', '未售'],
  ],
  owners: [
    ['湖光苑/3号楼/2单元/602', '个人', '陈梅', 'Y1', '13800138000', '2019-05-01'],
    ['湖光苑/3号楼/2单元/602', '个人', '李强', '', '13800138001'],
    ['湖光苑/车位B012', '单位', '湖光置业', 'K1'],
  ],
  roll: [['湖光苑/3号楼/2单元/602', '陈梅', '业主', '是', '13800138000']],
}
const stood = () => written(plan(WHOLE))

describe('a whole community', () => {
  it('is brought in by one file, whatever the order of its rows', () => {
    const { counts, changes, problems } = plan(WHOLE)
    expect(problems).toEqual([])
    expect(SHEETS.map((sheet) => counts[sheet].added)).toEqual([4, 2, 2, 3, 1])
    expect(changes.places.added.map(({ name }) => name)).toEqual([
      '湖光苑',
      '3号楼',
      '东门路灯',
      '2单元',
      '602',
      '402',
    ])
    expect(changes.units.added[0]).toMatchObject({
      areaCentiM2: 8950,
      areaSource: 'register',
      delivery: 'delivered',
    })
    expect(changes.unitHomes.added).toHaveLength(2)
    expect(changes.owners.added.map(({ kind, phone }) => [kind, phone])).toEqual([
      ['person', '13800138000'],
      ['person', '13800138001'],
      ['organisation', null],
    ])
  })

  it('changes nothing when the same file comes again', () => {
    const { changes, counts } = plan(WHOLE, stood())
    expect(SHEETS.map((sheet) => counts[sheet])).toEqual(
      SHEETS.map((sheet) => ({ added: 0, changed: 0, ending: 0, unchanged: WHOLE[sheet]?.length })),
    )
    expect(JSON.stringify(changes)).not.toContain('id-')
  })

  it('keeps what a file does not name', () => {
    const { changes, problems } = plan({ roll: [['湖光苑/3号楼/2单元/402', '王芳', '租户', '是']] }, stood())
    expect([problems, changes.places, changes.roll.added.length]).toEqual([[], { added: [], changed: [] }, 1])
  })
})

describe('places', () => {
  it('are renamed by their number, and rows may use either name', () => {
    const standing = stood()
    const after = written(
      plan(
        {
          places: [['楼栋', '湖光苑', '三号楼', 'L3']],
          homes: [
            ['湖光苑/3号楼/2单元', '101'],
            ['湖光苑/三号楼/2单元', '102'],
          ],
        },
        standing,
      ),
      standing,
    )
    expect(after.places.filter(({ name }) => /^3号楼|三号楼$/.test(name)).map(({ name }) => name)).toEqual([
      '三号楼',
    ])
  })

  it('end only when nothing in them goes on and nobody lives there', () => {
    const standing = stood()
    const homeId = standing.places.find(({ name }) => name === '602')!.placeId
    const end = [['门栋', '湖光苑/3号楼', '2单元', '', '2026-12-01']]
    expect(wordsOf({ places: end }, standing)[0]).toEqual([
      '地方',
      2,
      '结束日期',
      '下面还有没结束的地方，请先把它们也写上结束日期',
    ])
    const homes = ['602', '402'].map((name) => ['湖光苑/3号楼/2单元', name, '', '2026-12-01'])
    const ended = plan({ places: end, homes }, standing)
    expect([ended.problems, ended.counts.places.ending, ended.counts.homes.ending]).toEqual([[], 1, 2])
    expect(wordsOf({ homes }, { ...standing, membersIn: new Set([homeId]) })).toEqual([
      ['户', 2, '结束日期', '这一户还有住户绑定着，请先请他们退出'],
    ])
  })

  it.each([
    ['a parent nobody knows', { homes: [['没有的楼', '1']] }, '所在楼栋或门栋', /没找到这个上级/],
    ['a home in an estate', { homes: [['湖光苑', '1']] }, '所在楼栋或门栋', /不能放在/],
    ['a facility in a home', { places: [['设施', '湖光苑/3号楼/2单元/602', '灯']] }, '上级', /不能放在/],
    ['another kind of the same name', { places: [['院落', '湖光苑', '3号楼']] }, '类型', /不是这一类/],
    ['another number', { places: [['楼栋', '湖光苑', '3号楼', 'L9']] }, '编号', /别的编号/],
    ['a move', { places: [['楼栋', '', '3号楼', 'L3']] }, '上级', /不能搬/],
    ['a name that is taken', { places: [['楼栋', '湖光苑', '东门路灯', 'L3']] }, '名称', /已经有这个名称/],
    [
      'an end of what is not there',
      { places: [['楼栋', '湖光苑', '9号楼', '', '2026-01-01']] },
      '结束日期',
      /没找到/,
    ],
    [
      'the same place twice',
      {
        places: [
          ['楼栋', '湖光苑', '9号楼'],
          ['楼栋', '湖光苑', '９号楼'],
        ],
      },
      '名称',
      /“地方”第 2 行/,
    ],
  ])('refuse %s, and say where', (_name, table: Table, column, why) => {
    const problems = plan(table, stood()).problems
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ column, words: expect.stringMatching(why) })
  })
})

describe('units', () => {
  it.each([
    ['a dwelling without area', [['湖光苑/3号楼', '1', '住宅']], '面积（平方米）'],
    ['an area from nowhere', [['湖光苑/3号楼', '1', '住宅', '80']], '面积来源'],
    ['a home that is not there', [['湖光苑/3号楼', '1', '车位', '', '', '湖光苑/3号楼/2单元/9']], '对应的户'],
    ['a place inside a home', [['湖光苑/3号楼/2单元/602', '1', '车位']], '位置'],
  ])('refuse %s', (_name, units, column) => {
    expect(plan({ units }, stood()).problems.map((problem) => problem.column)).toEqual([column])
  })

  it('say which homes they are now: the set replaces the one before, an empty cell leaves it, 无 empties it', () => {
    const row = (homes: string) => ({ units: [['湖光苑/3号楼/2单元', '602', '住宅', '', '', homes]] })
    const linked = (homes: string) => {
      const { changes, counts } = plan(row(homes), stood())
      return [changes.unitHomes.added.length, changes.unitHomes.ended.length, counts.units.changed]
    }
    expect([linked(''), linked('无'), linked('湖光苑/3号楼/2单元/402')]).toEqual([
      [0, 0, 0],
      [0, 2, 1],
      [0, 1, 1],
    ])
  })
})

describe('owners', () => {
  const unit = '湖光苑/3号楼/2单元/602'

  it('sell by an end and a beginning: nothing is overwritten', () => {
    const { changes, problems, counts } = plan(
      {
        owners: [
          [unit, '个人', '陈梅', 'Y1', '', '', '2026-11-01'],
          [unit, '个人', '李强', '', '13800138001', '', '2026-11-01'],
          [unit, '个人', '周明', 'Y9', '', '2026-11-01'],
        ],
      },
      stood(),
    )
    expect([problems, counts.owners]).toEqual([[], { added: 1, changed: 0, unchanged: 0, ending: 2 }])
    expect(changes.ownerships.changed.map(({ endsOn }) => endsOn)).toEqual(['2026-11-01', '2026-11-01'])
  })

  it('that are forgotten in a sale are asked for, or the buyer would become a co-owner', () => {
    expect(wordsOf({ owners: [[unit, '个人', '周明', 'Y9']] }, stood())).toEqual([
      ['业主', 2, '专有部分', '这一处登记的业主还有别人：还是业主就照样写一行，不是了就写上结束日期'],
    ])
  })

  it('are one person however many units, by number or by name and phone', () => {
    const { changes } = plan(
      {
        owners: [
          [unit, '个人', '陈梅', 'Y1'],
          [unit, '个人', '李强', '', '13800138001'],
          ['湖光苑/车位B012', '单位', '湖光置业', 'K1', '', '', '2026-11-01'],
          ['湖光苑/车位B012', '个人', '李强', '', '138 0013 8001'],
        ],
      },
      stood(),
    )
    expect([changes.owners.added, changes.ownerships.added.length]).toEqual([[], 1])
  })

  it('without number and phone can’t be told apart', () => {
    expect(wordsOf({ owners: [[unit, '个人', '周明']] }, stood())[0]?.[2]).toBe('业主编号')
  })

  it('of one number can’t be two people in one file', () => {
    const rows = [
      ['湖光苑/车位B012', '单位', '湖光置业', 'K1'],
      [unit, '单位', '湖光地产', 'K1'],
    ]
    expect(wordsOf({ owners: rows }, stood()).map(([, , column]) => column)).toContain('业主')
  })
})

describe('the residents’ roll', () => {
  const home = '湖光苑/3号楼/2单元/602'

  it('ends an entry by its date, once', () => {
    const table = { roll: [[home, '陈梅', '业主', '是', '', '2026-11-20']] }
    const standing = stood()
    const first = plan(table, standing)
    const after = written(first, standing)
    expect([first.counts.roll.ending, plan(table, after).counts.roll.unchanged]).toEqual([1, 1])
  })

  it('refuses to end who is not on it, as long as that could be a slip', () => {
    expect(wordsOf({ roll: [[home, '陈每', '业主', '是', '', '2026-11-20']] }, stood())[0]?.[3]).toMatch(
      /没有这个人/,
    )
    expect(wordsOf({ roll: [[home, '陈每', '业主', '是', '', '2026-01-20']] }, stood())).toEqual([])
  })
})

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
    ['年龄', 1],
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
