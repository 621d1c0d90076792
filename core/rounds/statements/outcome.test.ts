import type { VotePlace } from '../../votes'
import { CAST, EVERYBODY, metBy, type Who } from '../round-cast.property'
import type { Round } from '../round'
import { ROUND_STATES } from '../workflow'
import { decideVoteDraft, mayDraftVote } from './outcome'

const ASKS = { outcome: 'vote', hasVote: false } as const

/** Where the round is held. */
const at = (kind: VotePlace['kind'] = 'building', hasCommittee = true): VotePlace => ({
  placeId: 'building',
  kind,
  jurisdiction: metBy('nobody').jurisdiction,
  hasCommittee,
})

const decide = (who: Who, round: Partial<Round> = {}, place = at()) =>
  decideVoteDraft(CAST[who], metBy(who, { state: 'discussion', ...round }), ASKS, place)
const offered = (round: Partial<Round> = {}, place = at()) =>
  EVERYBODY.filter((who) =>
    mayDraftVote(CAST[who], metBy(who, { state: 'discussion', ...round }), ASKS, place),
  )
const bySeconder = { convenerId: 'neighbour', convenerRole: null } as const
const byCouncil = { convenerId: 'council', convenerRole: 'council_member' } as const

describe('the vote a topic asks for', () => {
  // Written by hand from domain.md 6 and 7.
  it('is drafted by the heads, whoever convenes the round', () => {
    for (const round of [{}, bySeconder, byCouncil]) expect(offered(round)).toEqual(['convener', 'otherHead'])
  })

  it('is by the residents’ committee where it convenes votes: of an estate, and of owners without a committee', () => {
    expect(offered({}, at('estate'))).toEqual(['residentsCommittee'])
    expect(offered({}, at('building', false))).toEqual(['convener', 'otherHead', 'residentsCommittee'])
  })

  it('is nobody’s who neither convenes the round nor votes there; a stranger learns nothing', () => {
    for (const who of ['neighbour', 'property', 'staff', 'residentsCommittee'] as const)
      expect(decide(who)).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(decide('headAcross')).toMatchObject({ code: 'NOT_FOUND' })
    // Whether they hold the office for it the vote itself asks.
    expect(decide('neighbour', bySeconder)).toEqual({ allowed: true })
  })

  it('is drafted once, where the round said so, as long as it goes on', () => {
    const head = [CAST.convener, metBy('convener', { state: 'action' })] as const
    expect(decideVoteDraft(...head, ASKS, at())).toEqual({ allowed: true })
    expect(decideVoteDraft(...head, { ...ASKS, hasVote: true }, at())).toMatchObject({
      code: 'TOPIC_HAS_VOTE',
    })
    expect(decideVoteDraft(...head, { ...ASKS, outcome: 'consensus' }, at())).toMatchObject({
      code: 'TOPIC_NO_VOTE',
    })
    for (const state of ROUND_STATES.slice(4)) {
      expect(decide('convener', { state })).toMatchObject({ code: 'STATE_CHANGED' })
      expect(offered({ state })).toEqual([])
    }
  })
})
