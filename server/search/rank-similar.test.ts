import { DIFFERENT, SAME } from '../../tests/similar/pairs'
import { likeness, rankSimilar, SIMILAR_FROM } from './rank-similar'

type Pairs = readonly (readonly [string, string])[]
const offered = (pairs: Pairs) => pairs.filter(([one, other]) => likeness(one, other) >= SIMILAR_FROM).length
const heldOut = (pairs: Pairs) => pairs.filter((_, index) => index % 2 === 1)

describe('offering similar matters', () => {
  it('is measured on at least sixty pairs of each sort, none of them twice', () => {
    expect(SAME.length).toBeGreaterThanOrEqual(60)
    expect(DIFFERENT.length).toBeGreaterThanOrEqual(60)
    const written = [...SAME, ...DIFFERENT].map((pair) => [...pair].sort().join(' | '))
    expect(new Set(written).size).toBe(written.length)
  })

  it.each([
    ['all pairs', SAME, DIFFERENT],
    ['the half the threshold was not chosen on', heldOut(SAME), heldOut(DIFFERENT)],
  ])('finds at least 85 in 100 and is wrong at most 10 in 100, on %s', (_which, same, different) => {
    expect(offered(same) / same.length).toBeGreaterThanOrEqual(0.85)
    expect(offered(different) / different.length).toBeLessThanOrEqual(0.1)
  })

  it.each([
    ['楼到灯不亮', '楼道灯不亮'],
    ['垃及没人收', '垃圾没人收'],
    ['电体坏了', '电梯坏了'],
    ['按扭没反应', '按钮没反应'],
  ])('forgives %s for %s', (typed, meant) => {
    expect(likeness(typed, meant)).toBeGreaterThanOrEqual(0.8)
  })

  it('is the same whichever was there first, and whole for the same title', () => {
    for (const [one, other] of [...SAME, ...DIFFERENT]) {
      expect(likeness(one, other)).toBeCloseTo(likeness(other, one))
      expect(likeness(one, one)).toBe(1)
    }
  })

  it('answers the likeliest first, and nothing for what says nothing', () => {
    const candidates = [
      { id: 'waste', title: '垃圾没人收' },
      { id: 'worded', title: '3楼的灯坏了，晚上一片黑' },
      { id: 'twin', title: '三楼楼道灯不亮' },
    ]
    expect(rankSimilar('三楼楼道灯不亮', candidates).map(({ id }) => id)).toEqual(['twin', 'worded'])
    expect(rankSimilar('😀。。。', candidates)).toEqual([])
    expect(rankSimilar('灯', [{ id: 'empty', title: '！！！' }])).toEqual([])
  })
})
