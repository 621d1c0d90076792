import { decideInRound, decideRoundAct, roundActsFor } from './decide'
import { roundOffice } from './conveners'
import { roundPolicy, type RoundRight } from './policy'
import { CAST, EVERYBODY, metBy, type Who } from './round-cast.property'
import type { Round } from './round'
import { type ROUND_PERSON_ACTS, ROUND_STATES, type RoundAct } from './workflow'

const may = (right: RoundRight | RoundAct, more: Partial<Round> = {}): Who[] =>
  EVERYBODY.filter((who) => roundPolicy[right](CAST[who], metBy(who, more)))

const MET = [{ met: true, words: '' }]
const UNMET = [{ met: false, words: '' }]

describe('who reads a round', () => {
  it('lives at the place or answers for it', () => {
    expect(may('read')).toEqual([
      ...([
        'convener',
        'formerConvener',
        'otherHead',
        'council',
        'neighbour',
        'property',
        'gridWorker',
      ] as const),
      ...(['staff', 'residentsCommittee'] as const),
    ])
  })

  it('took part in it', () => {
    const standing = { homesInScope: [], tookPart: true }
    expect(may('read', { standing })).toEqual(EVERYBODY)
  })

  it('is only its convener where its words are hidden: neither who took part nor who is asked to take over', () => {
    const standing = { homesInScope: [], tookPart: true }
    for (const more of [{}, { standing }, { nextConvenerId: 'neighbour' }])
      expect(may('read', { wordsState: 'hidden', ...more })).toEqual(['convener', 'formerConvener'])
  })
})

describe('who does what in a round', () => {
  it('takes part: who lives in its scope, as long as it goes on', () => {
    expect(may('take_part')).toEqual(['neighbour'])
    for (const state of ['closed', 'abandoned', 'withdrawn'] as const)
      expect(may('take_part', { state })).toEqual([])
  })

  it('objects: who lives there and was left out of a chosen scope', () => {
    expect(may('object', { chosen: true })).toEqual(['neighbour'])
    expect(may('take_part', { chosen: true })).toEqual([])
    expect(may('object')).toEqual([])
  })

  it('convenes: the convener in office, and the council together with a head; who left the office does not', () => {
    expect(may('convene')).toEqual(['convener', 'council'])
    for (const act of [
      'invite',
      'publish_agenda',
      'begin_action',
      'begin_evaluation',
      'close',
      'withdraw',
    ] as const)
      expect(may(act)).toEqual(['convener', 'council'])
  })

  it('convenes without an office, as long as they live there: who seconded a topic', () => {
    const seconder = { convenerId: 'neighbour', convenerRole: null }
    expect(may('convene', seconder)).toEqual(['neighbour'])
    expect(may('convene', { ...seconder, chosen: true })).toEqual([])
  })

  it('observes and answers as themselves: staff, who veto nothing', () => {
    expect(may('observe')).toEqual(['gridWorker', 'staff', 'residentsCommittee'])
    expect(roundActsFor(CAST.staff, metBy('staff'), MET)).not.toEqual(
      expect.arrayContaining(['withdraw', 'close', 'publish_agenda']),
    )
  })

  it('names another convener: staff, of an idle round or one whose convener is gone, never of one that goes on', () => {
    expect(may('name_convener')).toEqual([])
    for (const more of [{ idleAt: new Date(0) }, { convenerGone: true }])
      expect(may('name_convener', more)).toEqual(['staff', 'residentsCommittee'])
  })

  it('takes over: whom staff asked', () => {
    expect(may('take_over', { nextConvenerId: 'neighbour' })).toEqual(['neighbour'])
    expect(may('take_over')).toEqual([])
  })

  it('leaves to nobody what the clock does', () => {
    expect([...may('idle'), ...may('abandon')]).toEqual([])
  })
})

describe('deciding an act', () => {
  const decide = (who: Who, act: (typeof ROUND_PERSON_ACTS)[number], more: Partial<Round> = {}, gate = MET) =>
    decideRoundAct(CAST[who], metBy(who, more), act, gate)

  it('asks for permission first: a stranger learns nothing, a reader that they may not', () => {
    expect(decide('nobody', 'invite')).toMatchObject({ code: 'NOT_FOUND' })
    expect(decide('neighbour', 'invite', { state: 'closed' })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('keeps a phase until its gate is met', () => {
    expect(decide('convener', 'publish_agenda')).toEqual({ allowed: true })
    expect(decide('convener', 'publish_agenda', {}, UNMET)).toMatchObject({ code: 'ROUND_GATE_OPEN' })
    expect(decide('convener', 'withdraw', {}, UNMET)).toEqual({ allowed: true })
  })

  it('never lets a round that is over go on', () => {
    for (const state of ROUND_STATES.slice(4))
      for (const who of EVERYBODY) {
        expect(
          roundActsFor(CAST[who], metBy(who, { state, nextConvenerId: CAST[who].personId }), MET),
        ).toEqual([])
        expect(decideInRound(CAST[who], metBy(who, { state }), 'take_part').allowed).toBe(false)
      }
  })

  it('within a round: a stranger learns nothing, a neighbour from outside the scope that they may not', () => {
    expect(decideInRound(CAST.across, metBy('across'), 'take_part')).toMatchObject({ code: 'NOT_FOUND' })
    expect(decideInRound(CAST.neighbour, metBy('neighbour', { chosen: true }), 'take_part')).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    expect(decideInRound(CAST.neighbour, metBy('neighbour'), 'take_part')).toEqual({ allowed: true })
  })
})

describe('the office in which one convenes', () => {
  const at = (kind: 'building' | 'entrance' | 'courtyard' | 'estate') =>
    EVERYBODY.filter((who) =>
      roundOffice(CAST[who].roles, { kind, jurisdiction: ['district', 'community', 'estate', 'building'] }),
    )

  it('is the head’s and the council’s at home, the committees’ for the estate', () => {
    expect(at('building')).toEqual(['convener', 'otherHead', 'council'])
    expect(at('courtyard')).toEqual(['convener', 'otherHead', 'council', 'residentsCommittee'])
    expect(at('estate')).toEqual(['residentsCommittee'])
  })
})
