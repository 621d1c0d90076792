import { ROLES } from '../permissions'
import { certifierGap, certifyingRole, rollDecidingRoles } from './deciders'
import { votePolicy } from './policy'
import { CAST, ended, EVERYBODY, inOffice, ownersVote, vote } from './vote-cast.property'
import { decideConvenerOfUnit } from './unanimous'

/** What is done from door to door, and who has not voted yet. */
const AT_DOORS = ['see_missing', 'print_ballots', 'receive_envelopes'] as const

const answering = (given: ReturnType<typeof vote>) =>
  ROLES.filter((role) => votePolicy.decide_roll(inOffice('somebody', role, 'district'), given))

describe('who decides about the roll', () => {
  it.each([vote(), ownersVote()])('is who is told of an objection to it: the same offices', (given) => {
    expect(answering(given).sort()).toEqual(rollDecidingRoles(given).sort())
  })

  it('is an owners’ committee for owners alone', () => {
    expect(rollDecidingRoles(ownersVote())).toContain('owners_committee')
    expect(rollDecidingRoles(vote())).not.toContain('owners_committee')
  })
})

describe('who certifies what owners decide', () => {
  const own = { convenerId: 'committee', convenerRole: 'owners_committee' } as const

  it('is another member of the committee, and the secretary where there is no other', () => {
    const closed = ended({ ...ownersVote(), state: 'closed', ...own })
    const other = inOffice('other member', 'owners_committee', 'estate')
    expect(certifyingRole(closed)).toBe('owners_committee')
    expect(votePolicy.certify(CAST.committee, closed)).toBe(false)
    expect(votePolicy.certify(other, closed)).toBe(true)
    expect(votePolicy.certify(CAST.secretary, closed)).toBe(false)
    const alone = { ...closed, hasCommittee: false }
    expect(certifyingRole(alone)).toBe('community_secretary')
    expect(votePolicy.certify(CAST.committee, alone)).toBe(false)
    expect(votePolicy.certify(CAST.secretary, alone)).toBe(true)
  })

  it('is the secretary of what homes decide, whatever committee there is', () => {
    expect(certifyingRole(ended())).toBe('community_secretary')
  })
})

describe('a convener who left office', () => {
  const former = { ...CAST.convener, roles: [] }

  it('calls nothing back that neighbours were told of, and gives up a draft', () => {
    for (const act of ['revise', 'withdraw'] as const) {
      expect(votePolicy[act](CAST.convener, vote())).toBe(true)
      expect(votePolicy[act](former, vote())).toBe(false)
      expect(votePolicy[act](CAST.otherHead, vote())).toBe(false)
    }
    expect(votePolicy.withdraw(former, vote({ state: 'draft' }))).toBe(true)
    expect(votePolicy.give_notice(former, vote({ state: 'draft' }))).toBe(false)
  })

  it('is one whose other office is not the one in which they convened', () => {
    const moved = inOffice('convener', 'grid_worker', 'grid')
    expect(votePolicy.revise(moved, vote())).toBe(false)
    expect(votePolicy.revise(inOffice('convener', 'building_head', 'building across'), vote())).toBe(false)
  })

  it.each(AT_DOORS)('goes to no door any more: %s is for who holds the office now', (right) => {
    const moved = inOffice('convener', 'grid_worker', 'grid')
    for (const gone of [former, moved]) expect(votePolicy[right](gone, vote({ state: 'open' }))).toBe(false)
    expect(votePolicy[right](CAST.otherHead, vote({ state: 'open' }))).toBe(true)
  })

  it('still reads the vote and its bulletin, and certifies nothing', () => {
    for (const right of ['read', 'follow', 'read_bulletin'] as const)
      expect(votePolicy[right](former, ended())).toBe(true)
    for (const right of ['certify', 'decide_result'] as const)
      expect(votePolicy[right](former, ended())).toBe(false)
  })
})

describe('the office in which it was convened', () => {
  const estates = { placeId: 'estate', jurisdiction: ['district', 'subdistrict', 'community', 'estate'] }

  it.each([
    [ownersVote({ ...estates, convenerRole: 'owners_committee', convenerId: 'gone' }), ['committee']],
    [vote({ ...estates, convenerRole: 'residents_committee', convenerId: 'gone' }), ['residentsCommittee']],
  ])('brings ballots to doors where its convener left and no building head is in office', (given, who) => {
    for (const right of AT_DOORS)
      expect(EVERYBODY.filter((one) => votePolicy[right](CAST[one], given))).toEqual(who)
  })
})

it.each([
  [[], 'vacant'],
  [['convener'], 'convener_alone'],
  [['convener', 'another'], null],
  [['another'], null],
] as const)('of the secretaries %j the gap is %s', (personIds, gap) => {
  expect(certifierGap(personIds, vote())).toBe(gap)
})

it('nobody convenes what is to become of their own home', () => {
  expect(decideConvenerOfUnit(true)).toEqual({
    allowed: false,
    code: 'VOTE_CONVENER_APPLIES',
    field: 'applicantUnitId',
  })
  expect(decideConvenerOfUnit(false)).toEqual({ allowed: true })
})
