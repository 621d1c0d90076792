import fc from 'fast-check'
import { similarity } from './similarity'

const titles = fc.string({
  unit: fc.constantFrom('楼', '道', '灯', '坏', '了', '水', '漏', '梯', '3', 'a', '，'),
  maxLength: 20,
})

describe('how alike two titles are', () => {
  it('lies between nothing and all, the same both ways', () => {
    fc.assert(
      fc.property(titles, titles, (one, other) => {
        const score = similarity(one, other)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(score).toBeCloseTo(similarity(other, one))
      }),
    )
  })

  it('knows other words for the same trouble', () => {
    expect(similarity('楼道灯不亮', '楼道灯坏了')).toBe(1)
    expect(similarity('水管漏水', '水管一直滴水')).toBeGreaterThan(0.8)
  })

  it('tells one trouble of a thing from another', () => {
    expect(similarity('电梯坏了', '电梯太吵')).toBeLessThan(similarity('电梯坏了', '电梯停了'))
  })

  it('is nothing where nothing is said', () => {
    expect(similarity('', '')).toBe(0)
    expect(similarity('的了', '楼道灯')).toBe(0)
  })
})
