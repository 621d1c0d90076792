import { ROLES } from '../permissions'
import { certifyingRole, rollDecidingRoles } from './deciders'
import { votePolicy } from './policy'
import { CAST, ended, inOffice, ownersVote, vote } from './vote-cast.property'
import { decideConvenerOfUnit } from './unanimous'

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
})

it('nobody convenes what is to become of their own home', () => {
  expect(decideConvenerOfUnit(true)).toEqual({
    allowed: false,
    code: 'VOTE_CONVENER_APPLIES',
    field: 'applicantUnitId',
  })
  expect(decideConvenerOfUnit(false)).toEqual({ allowed: true })
})
