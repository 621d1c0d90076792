import { SHEETS } from './form'
import { plan, stood, wordsOf, written, WHOLE, type Table } from './plan-cast.property'

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
      /「地方」第 2 行/,
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

  it('buy back what they sold in one file, whatever the order of its rows, and twice is once', () => {
    const parking = '湖光苑/车位B012'
    const sold = [parking, '单位', '湖光置业', 'K1', '', '', '2026-11-01']
    const back = [parking, '单位', '湖光置业', 'K1', '', '2026-11-10']
    for (const owners of [
      [sold, back],
      [back, sold],
    ]) {
      const standing = stood()
      const first = plan({ owners }, standing)
      const { added, changed } = first.changes.ownerships
      expect([first.problems, added.length, changed.length]).toEqual([[], 1, 1])
      expect([changed[0]?.endsOn, added[0]?.startsOn, added[0]?.endsOn]).toEqual([
        '2026-11-01',
        '2026-11-10',
        null,
      ])
      expect(plan({ owners }, written(first, standing)).counts.owners.unchanged).toBe(2)
    }
  })

  it('are not owners of one unit twice at a time', () => {
    const owners = ['2020-01-01', '2021-01-01'].map((day) => [
      '湖光苑/车位B012',
      '个人',
      '周明',
      'Y9',
      '',
      day,
    ])
    const sold = ['湖光苑/车位B012', '单位', '湖光置业', 'K1', '', '', '2020-01-01']
    expect(wordsOf({ owners: [sold, ...owners] }, stood())).toEqual([
      ['业主', 4, '结束日期', expect.stringMatching(/只留一行/)],
    ])
  })

  it('of earlier are put down without ending who owns it now', () => {
    const standing = stood()
    const earlier = [unit, '个人', '陈梅', 'Y1', '', '2010-01-01', '2015-01-01']
    const others = [
      [unit, '个人', '陈梅', 'Y1'],
      [unit, '个人', '李强', '', '13800138001'],
    ]
    const { changes, problems } = plan({ owners: [earlier, ...others] }, standing)
    expect([problems, changes.ownerships.changed, changes.ownerships.added.length]).toEqual([[], [], 1])
  })

  it('can’t have a new phone in one row and the old one in another', () => {
    const rows = [
      [unit, '个人', '陈梅', 'Y1', '13900139000'],
      ['湖光苑/车位B012', '个人', '陈梅', '', '13800138000'],
    ]
    for (const owners of [rows, [...rows].reverse()])
      expect(wordsOf({ owners }, stood()).map(([, , column, why]) => [column, why])).toContainEqual([
        '业主',
        expect.stringMatching(/写的却不一样/),
      ])
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
