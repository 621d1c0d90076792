import fc from 'fast-check'
import {
  firstLevelOf,
  MATTER_KIND_LABELS,
  MATTER_KINDS,
  SERVICE_CODES,
  serviceOf,
  SERVICES,
  suggestService,
} from './catalogue'
import { EMERGENCY_NUMBERS, soundsDangerous } from './danger'

describe('the catalogue', () => {
  it('names every service once, of a kind that has a name, and ends with the one that takes everything else', () => {
    expect(new Set(SERVICE_CODES).size).toBe(SERVICES.length)
    expect(new Set(SERVICES.map(({ name }) => name)).size).toBe(SERVICES.length)
    expect(
      SERVICES.every(({ kind }) => MATTER_KINDS.includes(kind) && MATTER_KIND_LABELS[kind].length > 0),
    ).toBe(true)
    expect(SERVICE_CODES.slice(-1)).toEqual(['other'])
  })

  it('finds a service by its code only', () => {
    expect(SERVICES.map(({ code }) => serviceOf(code)?.code)).toEqual(SERVICE_CODES)
    expect(['', 'lamp', 'toString', '__proto__', 'stair_lamp '].map(serviceOf)).toEqual(
      Array(5).fill(undefined),
    )
  })
})

describe('who holds a new matter first', () => {
  const lamp = serviceOf('stair_lamp')!
  const lift = serviceOf('lift')!

  it('is the grid, where the service starts there and the grid has a chief in office', () => {
    expect(firstLevelOf(lamp, { hasChief: true })).toBe('grid')
  })

  it('is the community, where there is no grid, no chief, or the service starts there', () => {
    expect(firstLevelOf(lamp, null)).toBe('community')
    expect(firstLevelOf(lamp, { hasChief: false })).toBe('community')
    expect(firstLevelOf(lift, { hasChief: true })).toBe('community')
  })
})

describe('the category suggested from a title', () => {
  it.each([
    ['三楼楼道灯不亮了', 'stair_lamp'],
    ['楼梯间的灯一直闪', 'stair_lamp'],
    ['二单元楼道黑，老人不敢走', 'stair_lamp'],
    ['单元门锁坏了', 'door'],
    ['门禁刷不了', 'door'],
    ['大门关不上，夜里谁都能进', 'door'],
    ['楼梯扶手松了', 'handrail'],
    ['一楼台阶缺了一块', 'handrail'],
    ['地下室水管爆了', 'pipe'],
    ['下水道堵了，往外冒水', 'pipe'],
    ['卫生间天花板漏水', 'pipe'],
    ['今天又停水了', 'pipe'],
    ['外墙瓷砖松动', 'wall'],
    ['顶楼渗水，墙都发霉了', 'wall'],
    ['电梯门关不上', 'lift'],
    ['电梯里困人了', 'lift'],
    ['楼下飞线充电', 'wiring'],
    ['电动车推进楼道充电', 'wiring'],
    ['楼道里堆了旧沙发', 'clutter'],
    ['纸箱占着过道', 'clutter'],
    ['私家车停在消防通道', 'clutter'],
    ['门口的垃圾三天没人收', 'cleaning'],
    ['楼道太脏，没人打扫', 'cleaning'],
    ['外来车辆乱停车', 'parking'],
    ['我的车位被占了', 'parking'],
    ['楼上装修到半夜', 'noise'],
    ['广场舞音响太大', 'noise'],
    ['树枝挡住了窗户', 'green'],
    ['井盖没了，很危险', 'green'],
    ['楼道里有煤气味', 'gas'],
    ['灭火器过期了', 'gas'],
    ['想问问怎么办居住证', 'other'],
    ['Wifi坏了', 'other'],
    ['', 'other'],
  ])('"%s" is about %s', (title, code) => {
    expect(suggestService(title)).toBe(code)
  })

  it('is always one of the catalogue, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'楼道灯门水电不坏了漏堵a💡\u0000') }), (title) =>
        SERVICE_CODES.includes(suggestService(title)),
      ),
    )
  })
})

describe('words that say danger to life', () => {
  it.each([
    '家里闻到煤气味',
    '二楼好像有燃气泄漏',
    '楼道里闻到燃气',
    '天然气漏气了',
    '电动车着火了',
    '三楼冒烟',
    '厨房失火',
    '有老人晕倒在门口',
    '电梯困人了',
    '孩子被困在电梯里',
    '有人要跳楼',
    '路灯漏电',
  ])('are heard in "%s"', (title) => {
    expect(soundsDangerous(title)).toBe(true)
  })

  it.each(['楼道灯不亮了', '燃气表要换电池', '灭火器过期了', '水管漏水', ''])(
    'are not heard in "%s"',
    (title) => {
      expect(soundsDangerous(title)).toBe(false)
    },
  )

  it('come with the numbers for fire, ambulance and police', () => {
    expect(EMERGENCY_NUMBERS.map(({ number }) => number).sort()).toEqual(['110', '119', '120'])
  })
})
