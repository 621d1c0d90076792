import { voteOverdueAt } from './overdue'
import { CLOSES_AT, vote } from './vote-cast.property'
import { VOTE_STATES } from './workflow'

const at = (text: string) => new Date(text)
const NONE = { objectedAt: null, toldAt: null }

describe('an objection to the roll that nobody answers', () => {
  const objectedAt = at('2026-11-18T02:00:00.000Z')
  const DUE = at('2026-11-21T16:00:00.000Z')

  it('is overdue three days after it was raised, the first not counted', () => {
    expect(voteOverdueAt(vote(), 'roll_overdue', { objectedAt, toldAt: null })).toEqual(DUE)
  })

  it('is told once: after that what was raised on a later day is', () => {
    const later = { objectedAt: at('2026-11-19T15:00:00.000Z'), toldAt: DUE }
    expect(voteOverdueAt(vote(), 'roll_overdue', later)).toEqual(at('2026-11-22T16:00:00.000Z'))
    expect(voteOverdueAt(vote(), 'roll_overdue', { objectedAt, toldAt: DUE })).toBeNull()
  })

  it('is overdue only during the notice, whose end it holds up', () => {
    for (const state of VOTE_STATES.filter((one) => one !== 'notice'))
      expect(voteOverdueAt(vote({ state }), 'roll_overdue', { objectedAt, toldAt: null })).toBeNull()
    expect(voteOverdueAt(vote(), 'roll_overdue', NONE)).toBeNull()
  })
})

describe('a result that does not come', () => {
  it('is overdue three days after the end of voting, until it is posted or told', () => {
    expect(CLOSES_AT).toEqual(at('2026-11-28T12:00:00.000Z'))
    const due = at('2026-12-01T16:00:00.000Z')
    for (const state of VOTE_STATES) {
      const waits = state === 'open' || state === 'counting'
      expect(voteOverdueAt(vote({ state }), 'result_overdue', NONE)).toEqual(waits ? due : null)
    }
    const told = { ...NONE, toldAt: due }
    expect(voteOverdueAt(vote({ state: 'counting' }), 'result_overdue', told)).toBeNull()
  })
})
