import fc from 'fast-check'
import { DEVELOPER_KEY, homesRoll, ownersRoll, type OwnersRollOptions, type RollUnit } from './roll'
import { rollProblemInWords } from './roll-problems'

const unit = (unitId: string, ownerIds: string[], more: Partial<RollUnit> = {}): RollUnit => ({
  unitId,
  name: `3号楼 ${unitId}`,
  kind: 'dwelling',
  areaCentiM2: 10000,
  areaSource: 'register',
  delivery: 'delivered',
  ownerIds,
  homeIds: [`home ${unitId}`],
  ...more,
})

const rollOf = (
  units: readonly RollUnit[],
  options: Partial<OwnersRollOptions> = {},
  owners: string[] = [],
) =>
  ownersRoll(
    units,
    owners.map((ownerId) => ({ ownerId })),
    { parkingCounts: false, expectedAreaCentiM2: null, applicantUnitId: null, ...options },
  )

const heads = (units: readonly RollUnit[], options?: Partial<OwnersRollOptions>) =>
  rollOf(units, options).voters.map(({ key, areaCentiM2 }) => [key, areaCentiM2])

const wordsOf = ({ problems }: { problems: Parameters<typeof rollProblemInWords>[0][] }) =>
  problems.map((problem) => [problem.blocks, rollProblemInWords(problem)])

describe('who is one person among owners', () => {
  it('is an owner however many units, in the order of their first', () => {
    const units = [unit('501', ['b']), unit('502', ['a']), unit('503', ['b'], { areaCentiM2: 8950 })]
    expect(heads(units)).toEqual([
      ['b', 18950],
      ['a', 10000],
    ])
  })

  it('is a set of co-owners, in whatever order they stand; A with B is another than A alone', () => {
    const units = [unit('501', ['a', 'b']), unit('502', ['b', 'a', 'b']), unit('503', ['a'])]
    expect(heads(units)).toEqual([
      ['a+b', 20000],
      ['a', 10000],
    ])
    expect(rollOf(units).voters[0]).toMatchObject({
      ownerIds: ['a', 'b'],
      homeIds: ['home 501', 'home 502'],
      units: [
        { unitId: '501', name: '3号楼 501', areaCentiM2: 10000, areaSource: 'register' },
        { unitId: '502', name: '3号楼 502', areaCentiM2: 10000, areaSource: 'register' },
      ],
    })
  })

  it('is the developer with all that is unsold or undelivered, for which no buyer votes', () => {
    const units = [
      unit('501', ['company'], { delivery: 'unsold' }),
      unit('502', ['buyer'], { delivery: 'undelivered' }),
      unit('503', [], { delivery: 'unsold', kind: 'premises' }),
      unit('504', ['buyer']),
    ]
    const { voters, problems } = rollOf(units)
    expect(voters.map(({ key, name, ownerIds, areaCentiM2 }) => [key, name, ownerIds, areaCentiM2])).toEqual([
      [DEVELOPER_KEY, '开发建设单位（未售未交付）', ['company'], 30000],
      ['buyer', '3号楼 504', ['buyer'], 10000],
    ])
    expect(problems).toEqual([])
  })

  it('is nobody who applies, with all they have; A with B is another person than A alone', () => {
    const units = [unit('501', ['a']), unit('502', ['a', 'b']), unit('503', ['b']), unit('504', ['a'])]
    expect(heads(units, { applicantUnitId: '501' })).toEqual([
      ['a+b', 10000],
      ['b', 10000],
    ])
    expect(heads(units, { applicantUnitId: '502' })).toEqual([
      ['a', 20000],
      ['b', 10000],
    ])
  })

  it('is everybody, and a roll that blocks, where the unit that is to change is not there', () => {
    const roll = rollOf([unit('501', ['a'])], { applicantUnitId: '999' })
    expect(roll.voters).toHaveLength(1)
    expect(wordsOf(roll)).toEqual([[true, '名册上没有要改用途的那一套：请改草稿，重新选是哪一套']])
  })

  it.each([
    [1, '3号楼 1'],
    [2, '3号楼 1、3号楼 2'],
    [3, '3号楼 1、3号楼 2、3号楼 3'],
    [4, '3号楼 1 等 4 处'],
  ])('with %s units is called %s', (count, name) => {
    const units = Array.from({ length: count }, (_, index) => unit(`${index + 1}`, ['a']))
    expect(rollOf(units).voters.map((voter) => voter.name)).toEqual([name])
  })
})

describe('what counts', () => {
  it.each<[Partial<RollUnit>, boolean, number]>([
    [{ kind: 'dwelling' }, false, 1],
    [{ kind: 'premises' }, false, 1],
    [{ kind: 'parking' }, false, 0],
    [{ kind: 'parking' }, true, 1],
    [{ kind: 'storage' }, false, 1],
    [{ kind: 'storage', areaCentiM2: null }, true, 0],
    [{ kind: 'other', areaCentiM2: 1 }, false, 1],
    [{ kind: 'other', areaCentiM2: 0 }, true, 0],
  ])('of %p with parkingCounts %p: %s', (more, parkingCounts, count) => {
    expect(rollOf([unit('1', ['a'], more)], { parkingCounts }).voters).toHaveLength(count)
  })
})

describe('a bad roll of owners is explained', () => {
  it.each([null, 0])('a unit with an area of %s', (areaCentiM2) => {
    expect(wordsOf(rollOf([unit('501', ['a'], { areaCentiM2 })]))).toEqual([
      [true, '「3号楼 501」没有面积：请社区在「名册和表格」里补上'],
    ])
  })

  it('parking without an area, only where it counts', () => {
    const units = [unit('501', ['a']), unit('B012', ['a'], { kind: 'parking', areaCentiM2: null })]
    expect(rollOf(units).problems).toEqual([])
    expect(rollOf(units, { parkingCounts: true }).problems).toMatchObject([
      { kind: 'area_missing', unitId: 'B012' },
    ])
  })

  it('a unit that comes twice, which is counted once', () => {
    const { voters, problems } = rollOf([unit('501', ['a']), unit('501', ['a']), unit('501', ['a'])])
    expect(voters.map(({ areaCentiM2 }) => areaCentiM2)).toEqual([10000])
    expect(wordsOf({ problems })).toEqual([
      [true, '「3号楼 501」在名册上有两个：请社区在「名册和表格」里去掉多的那个'],
    ])
  })

  it('a name that comes twice at one place, and not at two', () => {
    const twins = (placeIds: [string, string]) =>
      rollOf([
        unit('1', ['a'], { name: '501', placeId: placeIds[0] }),
        unit('2', ['b'], { name: '５０１', placeId: placeIds[1] }),
      ]).problems
    expect(twins(['p', 'p'])).toMatchObject([{ kind: 'unit_twice', unitId: '2', blocks: true }])
    expect(twins(['p', 'q'])).toEqual([])
  })

  it('a delivered unit of nobody', () => {
    expect(wordsOf(rollOf([unit('501', ['a']), unit('502', [])]))).toEqual([
      [true, '「3号楼 502」已经交付，却没有业主：请社区在「名册和表格」里补上业主；还没交付的，改成未交付'],
    ])
  })

  it('owners of nothing, who only are told', () => {
    const units = [unit('501', ['a']), unit('B1', ['c'], { kind: 'parking' })]
    const roll = rollOf(units, { applicantUnitId: '501' }, ['a', 'b', 'c'])
    expect(roll.problems[0]).toEqual({ kind: 'owners_without_unit', ownerIds: ['b', 'c'], blocks: false })
    expect(wordsOf(roll)[0]?.[1]).toBe(
      '有 2 位业主名下没有算票的房子，这次没有票。要是漏了，请社区在「名册和表格」里补上',
    )
  })

  it.each([
    [20000, []],
    [
      20001,
      [
        '名册上的面积加起来是 200.00 ㎡，和您填的总面积 200.01 ㎡ 对不上，少了 0.01 ㎡：请社区在「名册和表格」里核对；要是总面积填错了，就改过来',
      ],
    ],
    [
      19999,
      [
        '名册上的面积加起来是 200.00 ㎡，和您填的总面积 199.99 ㎡ 对不上，多了 0.01 ㎡：请社区在「名册和表格」里核对；要是总面积填错了，就改过来',
      ],
    ],
  ])("a sum that isn't the %s of the register, with the applicant's units in it", (expected, words) => {
    const units = [unit('501', ['a']), unit('502', ['b'])]
    const roll = rollOf(units, { expectedAreaCentiM2: expected, applicantUnitId: '501' })
    expect(wordsOf(roll).map(([, said]) => said)).toEqual(words)
  })

  it('areas that together are more than can be counted exactly, and not one hundredth less', () => {
    const most = Number.MAX_SAFE_INTEGER
    const two = (area: number) =>
      rollOf([unit('1', ['a'], { areaCentiM2: area }), unit('2', ['b'], { areaCentiM2: 1 })])
    expect(two(most - 1).problems).toEqual([])
    expect(two(most).problems).toEqual([{ kind: 'area_too_large', blocks: true }])
    expect(wordsOf(two(most))[0]?.[1]).toContain('多写了几位')
  })

  it('nobody on it', () => {
    expect(wordsOf(rollOf([]))).toEqual([
      [true, '名册上还没有人：请社区先在「名册和表格」里导入，或另选一个地方'],
    ])
  })
})

describe('a roll of homes', () => {
  const home = (homeId: string, vacant = false) => ({ homeId, name: `3号楼 ${homeId}`, vacant })

  it('has every occupied home, and lists the vacant ones', () => {
    const { voters, vacant, problems } = homesRoll([home('501'), home('502', true), home('503')])
    expect(voters.map(({ key, name, homeIds, areaCentiM2 }) => [key, name, homeIds, areaCentiM2])).toEqual([
      ['501', '3号楼 501', ['501'], 0],
      ['503', '3号楼 503', ['503'], 0],
    ])
    expect([vacant, problems]).toEqual([[home('502', true)], []])
  })

  it('says which home comes twice, and counts it once', () => {
    const { voters, problems } = homesRoll([home('501'), home('501')])
    expect(voters).toHaveLength(1)
    expect(wordsOf({ problems })).toEqual([
      [true, '「3号楼 501」在名册上有两户：请社区在「名册和表格」里去掉多的那户'],
    ])
  })

  it('is nobody where all are vacant', () => {
    expect(homesRoll([home('501', true)]).problems).toEqual([{ kind: 'nobody', blocks: true }])
  })
})

describe('any units', () => {
  const anyUnits = fc.uniqueArray(
    fc.record({
      unitId: fc.integer({ min: 1, max: 999 }),
      ownerIds: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
      kind: fc.constantFrom('dwelling', 'premises', 'parking', 'storage', 'other'),
      delivery: fc.constantFrom('delivered', 'unsold', 'undelivered'),
      areaCentiM2: fc.option(fc.nat({ max: 100_000_000_000 })),
    }),
    { selector: ({ unitId }) => unitId, maxLength: 30 },
  )
  const built = (units: readonly { unitId: number; ownerIds: string[] }[]) =>
    units.map(({ unitId, ownerIds, ...more }) => unit(`${unitId}`, ownerIds, more))

  it('are each of one voter at most, and the area of all voters is that of their units', () => {
    fc.assert(
      fc.property(anyUnits, fc.boolean(), (some, parkingCounts) => {
        const units = built(some)
        const { voters, problems } = rollOf(units, { parkingCounts })
        const listed = voters.flatMap((voter) => voter.units)
        expect(new Set(listed.map(({ unitId }) => unitId)).size).toBe(listed.length)
        expect(new Set(voters.map(({ key }) => key)).size).toBe(voters.length)
        const ownerless = problems.flatMap((one) => (one.kind === 'owner_missing' ? [one.unitId] : []))
        const counting = units.filter(
          ({ kind, areaCentiM2 }) =>
            kind === 'dwelling' || kind === 'premises' || (kind === 'parking' ? parkingCounts : areaCentiM2),
        )
        expect([...listed.map(({ unitId }) => unitId), ...ownerless].sort()).toEqual(
          counting.map(({ unitId }) => unitId).sort(),
        )
        for (const voter of voters)
          expect(voter.areaCentiM2).toBe(voter.units.reduce((sum, one) => sum + one.areaCentiM2, 0))
      }),
    )
  })

  it('make the same voters in whatever order they come', () => {
    fc.assert(
      fc.property(anyUnits, (some) => {
        const units = built(some)
        const [there, back] = [heads(units), heads([...units].reverse())]
        expect([...back].sort()).toEqual([...there].sort())
      }),
    )
  })
})

it('is made of 100,000 units, of one owner or of as many', () => {
  const units = Array.from({ length: 100_000 }, (_, index) => unit(`${index}`, [`owner ${index}`]))
  expect(rollOf(units).voters).toHaveLength(100_000)
  const unsold = units.map((one) => ({ ...one, delivery: 'unsold' as const }))
  expect(heads(unsold)).toEqual([[DEVELOPER_KEY, 1_000_000_000]])
})
