import fc from 'fast-check'
import { rollChangesInWords, ROLL_CHANGES_LENGTH, type RolledUnit, type RolledVoter } from './roll-changes'

const unit = (name: string, areaCentiM2: number, more: Partial<RolledUnit> = {}): RolledUnit => ({
  unitId: name,
  name,
  areaCentiM2,
  source: 'contract',
  ...more,
})

const owner = (key: string, ...units: RolledUnit[]): RolledVoter => ({
  key,
  name: units.map(({ name }) => name).join('、'),
  isLeftOut: false,
  areaCentiM2: units.reduce((sum, one) => sum + one.areaCentiM2, 0),
  units,
})

const home = (key: string, isLeftOut = false): RolledVoter => ({
  key,
  name: `${key} 室`,
  isLeftOut,
  areaCentiM2: 0,
  units: [],
})

const flat = unit('3号楼 501', 8950)

describe('what a correction changed in a roll', () => {
  it('is said by unit, with the old area, the new one and where it comes from', () => {
    const now = unit('3号楼 501', 9120, { source: 'register' })
    expect(rollChangesInWords([owner('li', flat)], [owner('li', now)])).toBe(
      '3号楼 501：89.50 ㎡ 改为 91.20 ㎡（登记）',
    )
    const surveyed = unit('3号楼 501', 8950, { source: 'survey' })
    expect(rollChangesInWords([owner('li', flat)], [owner('li', surveyed)])).toBe(
      '3号楼 501：89.50 ㎡ 没变，出处改为测绘',
    )
  })

  it('names who was added and who was left out, of owners with their area', () => {
    const zhou = owner('zhou', unit('3号楼 502', 9000))
    expect(rollChangesInWords([owner('li', flat)], [zhou])).toBe(
      '加上 3号楼 502（90.00 ㎡）；去掉 3号楼 501（89.50 ㎡）',
    )
    expect(rollChangesInWords([home('501'), home('502', true)], [home('501', true), home('502')])).toBe(
      '加上 502 室；去掉 501 室',
    )
  })

  it('says what a voter who stays has more, has less, or took over from another who stays', () => {
    const [a, b] = [unit('101', 5000), unit('102', 6000)]
    expect(rollChangesInWords([owner('li', a)], [owner('li', a, b)])).toBe('加上 102（60.00 ㎡，合同）')
    expect(rollChangesInWords([owner('li', a, b)], [owner('li', a)])).toBe('去掉 102（60.00 ㎡）')
    const c = unit('103', 7000)
    expect(
      rollChangesInWords([owner('li', a, b), owner('zhou', c)], [owner('li', a), owner('zhou', b, c)]),
    ).toBe('102 改记到 102、103')
  })

  it('says that nothing changed, whoever has no vote', () => {
    expect(rollChangesInWords([home('501'), home('502', true)], [home('501'), home('503', true)])).toBe(
      '照最新的名册重做了一遍，没有变化',
    )
  })

  it('never grows too long: what does not fit is counted', () => {
    const homes = Array.from({ length: 300 }, (_, index) => home(`${1000 + index}`))
    const words = rollChangesInWords([], homes)
    expect(words.length).toBeLessThanOrEqual(ROLL_CHANGES_LENGTH)
    const named = words.split('；').length - 1
    expect(words).toMatch(new RegExp(`；另有 ${300 - named} 处$`))
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 60 }), (names) => {
        const after = names.map((name, index) => ({ ...home(`${index}`), name }))
        expect(rollChangesInWords([], after).length).toBeLessThanOrEqual(ROLL_CHANGES_LENGTH)
      }),
    )
  })
})
