import fc from 'fast-check'
import { ROLES } from '../permissions'
import {
  bindingOf,
  conveningOffice,
  decideConvene,
  electoratesFor,
  isConveningRole,
  rolesThatAskHomes,
  VOTE_PLACE_KINDS,
} from './conveners'
import { ELECTORATES, type VotePlace } from './vote'
import { at, CAST, EVERYBODY, inOffice } from './vote-cast.property'

const conveners = (place: VotePlace) =>
  Object.fromEntries(
    EVERYBODY.map((who) => [who, electoratesFor(CAST[who].roles, place)] as const).filter(
      ([, electorates]) => electorates.length > 0,
    ),
  )

describe('who convenes', () => {
  // Written by hand from domain.md 7 and 3.
  it('among a building: its head all, as a sounding among owners; the owners’ committee among owners', () => {
    const head = ['homes', 'owners', 'residents']
    expect(conveners(at('building'))).toEqual({ convener: head, otherHead: head, committee: ['owners'] })
  })

  it('is among owners the residents’ committee where there is no owners’ committee', () => {
    expect(conveners(at('building', false))).toMatchObject({ residentsCommittee: ['owners'] })
    expect(conveners(at('estate', false))).toMatchObject({
      residentsCommittee: ['homes', 'owners', 'residents'],
    })
  })

  it('is in an estate the residents’ committee for homes, the owners’ committee for owners, never a building’s head', () => {
    expect(conveners(at('estate'))).toEqual({
      committee: ['owners'],
      residentsCommittee: ['homes', 'residents'],
    })
  })

  it('is among owners the residents’ committee as well, where the committee let a demand of the owners wait too long', () => {
    const silent = { ...at('estate'), committeeSilent: true }
    expect(conveners(silent)).toEqual({
      committee: ['owners'],
      residentsCommittee: ['homes', 'owners', 'residents'],
    })
    expect(decideConvene(CAST.headAcross, silent, 'owners').allowed).toBe(false)
  })

  it('is, of what the owners of a building demanded, never its head, who only asks them', () => {
    const conveningOwners = (place: ReturnType<typeof at>) =>
      Object.entries(conveners(place)).flatMap(([who, electorates]) =>
        electorates.includes('owners') ? [who] : [],
      )
    expect(conveningOwners(at('building', false))).toContain('convener')
    expect(conveningOwners({ ...at('building', false), demanded: true })).toEqual([
      'committee',
      'residentsCommittee',
    ])
  })

  it('is in the community the residents’ committee; its owners decide nothing together', () => {
    expect(conveners(at('community'))).toEqual({ residentsCommittee: ['homes', 'residents'] })
    expect(conveners(at('community', false))).toEqual({ residentsCommittee: ['homes', 'residents'] })
  })

  it.each(['home', 'grid', 'facility', 'premises'] as const)('is nobody in a %s', (kind) => {
    expect(conveners(at(kind))).toEqual({})
    expect(decideConvene(CAST.residentsCommittee, at(kind), 'homes')).toMatchObject({
      code: 'PLACE_KIND_WRONG',
    })
  })

  it('is told apart: another electorate than theirs, no office at all', () => {
    expect(decideConvene(CAST.committee, at('building'), 'homes')).toEqual({
      allowed: false,
      code: 'VOTE_NOT_YOURS_TO_CONVENE',
      field: 'electorate',
    })
    expect(decideConvene(CAST.staff, at('building'), 'homes')).toMatchObject({ code: 'NOT_ALLOWED' })
    expect(decideConvene(CAST.convener, at('building'), 'homes')).toEqual({ allowed: true })
  })

  it('among homes is whom the place has for it', () => {
    expect(rolesThatAskHomes('building')).toEqual(['building_head'])
    expect(rolesThatAskHomes('courtyard')).toEqual(['building_head'])
    expect(rolesThatAskHomes('estate')).toEqual(['residents_committee'])
  })

  it('is the committee before the head, where one holds both offices', () => {
    const both = [...CAST.convener.roles, ...CAST.committee.roles]
    expect(conveningOffice(both, at('building'), 'owners')).toMatchObject({ role: 'owners_committee' })
    expect(conveningOffice(both, at('building'), 'homes')).toMatchObject({ role: 'building_head' })
  })

  it('is nobody whose office lies elsewhere, and nobody in any other office', () => {
    const kinds = fc.constantFrom(...VOTE_PLACE_KINDS)
    fc.assert(
      fc.property(
        kinds,
        fc.boolean(),
        fc.constantFrom(...ELECTORATES),
        fc.constantFrom(...ROLES),
        (...given) => {
          const [kind, hasCommittee, electorate, role] = given
          const place = at(kind, hasCommittee)
          expect(decideConvene(inOffice('x', role, 'elsewhere'), place, electorate).allowed).toBe(false)
          const mayEver = isConveningRole({ role })
          if (!mayEver)
            expect(decideConvene(inOffice('x', role, 'estate'), place, electorate).allowed).toBe(false)
          expect(mayEver).toBe(['building_head', 'owners_committee', 'residents_committee'].includes(role))
        },
      ),
    )
  })
})

describe('what a result is worth', () => {
  it.each([
    ['what homes decide among themselves binds them', ['households'], 'building_head', 'advisory', 'binding'],
    ['owners’ decisions as the place says', ['owners_ordinary'], 'owners_committee', 'advisory', 'advisory'],
    ['owners’ decisions where they bind', ['owners_special'], 'owners_committee', 'binding', 'binding'],
    [
      'what a building’s head asks owners never binds',
      ['owners_special'],
      'building_head',
      'binding',
      'advisory',
    ],
    ['nor with another item beside it', ['poll', 'owners_ordinary'], 'building_head', 'binding', 'advisory'],
    ['a poll only asks', ['poll', 'poll'], 'residents_committee', 'binding', 'advisory'],
    ['a poll beside a decision of homes', ['poll', 'households'], 'building_head', 'advisory', 'binding'],
  ] as const)('%s', (_what, rules, role, profile, binding) => {
    expect(bindingOf(rules, role, profile)).toBe(binding)
  })
})
