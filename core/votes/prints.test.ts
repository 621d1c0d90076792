import { objectionsOnPaper, paperNumber } from './print-words'
import { decidePrint, type VotePrint } from './prints'
import { CAST, CLOSES_AT, ended, OPENS_AT, vote } from './vote-cast.property'
import { VOTE_STATES } from './workflow'

const may = (who: keyof typeof CAST, print: VotePrint, { now = OPENS_AT, onPaper = true } = {}) =>
  VOTE_STATES.filter((state) => decidePrint(CAST[who], vote({ state, onPaper }), print, now).allowed)

describe('what may be printed of a vote', () => {
  it('is its result once there is one, by whoever lives in the community', () => {
    for (const who of ['neighbour', 'across', 'staff'] as const)
      expect(may(who, 'result')).toEqual(['closed', 'certified', 'void'])
    expect(may('nobody', 'result')).toEqual([])
    expect(decidePrint(CAST.neighbour, vote({ state: 'open' }), 'result', OPENS_AT)).toMatchObject({
      code: 'VOTE_NOT_COUNTED',
    })
  })

  it('is who has not voted while it is open, by convener and building head', () => {
    for (const who of ['convener', 'otherHead'] as const) expect(may(who, 'missing')).toEqual(['open'])
    for (const who of ['neighbour', 'secretary', 'across'] as const) expect(may(who, 'missing')).toEqual([])
  })

  it('are ballots of a vote on paper while it is open, by the same', () => {
    for (const who of ['convener', 'otherHead'] as const) expect(may(who, 'ballots')).toEqual(['open'])
    expect(may('convener', 'ballots', { now: CLOSES_AT })).toEqual([])
    expect(may('convener', 'ballots', { onPaper: false })).toEqual([])
    for (const who of ['neighbour', 'secretary', 'across'] as const) expect(may(who, 'ballots')).toEqual([])
    expect(decidePrint(CAST.across, ended(), 'ballots', OPENS_AT)).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('objections on paper', () => {
  it('are counted by what was decided', () => {
    const none = { upheld: 0, dismissed: 0, open: 0 }
    expect(objectionsOnPaper('roll', none)).toBe('对名册：没有人提')
    expect(objectionsOnPaper('result', { upheld: 1, dismissed: 2, open: 3 })).toBe(
      '对结果：6 条，成立 1 条，不成立 2 条，没答复 3 条',
    )
  })

  it('number voters from one', () => {
    expect(paperNumber({ position: 0 })).toBe(1)
  })
})
