import fc from 'fast-check'
import { PLACE_KINDS, REGION_KINDS, type PlaceKind, type RegionKind } from '../places'
import { ROLES, type Actor, type HeldRole, type Role } from '../permissions'
import {
  canGrantOnRequest,
  canPropose,
  decideGrantAct,
  grantableRoles,
  proposingOffice,
  type Grant,
  type GrantAct,
  type GrantProposal,
} from './grant'
import { GRANT_RULES } from './grant-rules'

type Kind = PlaceKind | RegionKind
const KINDS: readonly Kind[] = [...REGION_KINDS, ...PLACE_KINDS]
/** Offices that grant; a property team's lead is written as `lead`. */
type Office = Role | 'lead'

interface Row {
  at: Kind[]
  by: Office[]
  /** The second person, where the table asks for two. */
  and?: Role[]
}

/** The table of domain.md 3, written down by hand. Nothing here is read from GRANT_RULES. */
const DOMAIN: Partial<Record<Role, Row>> = {
  building_head: { at: ['building', 'entrance', 'courtyard'], by: ['community_staff'] },
  owners_committee: { at: ['estate'], by: ['community_staff'] },
  // The team's first lead is named by the secretary: before that there is no lead who could.
  property_staff: { at: ['estate'], by: ['lead', 'community_secretary'], and: ['community_staff'] },
  grid_worker: { at: ['grid', 'functional_grid'], by: ['community_staff', 'community_secretary'] },
  grid_chief: { at: ['grid', 'functional_grid'], by: ['community_staff', 'community_secretary'] },
  grid_specialist: { at: ['grid', 'functional_grid'], by: ['subdistrict_staff', 'district_staff'] },
  community_staff: { at: ['community'], by: ['community_secretary'] },
  // The named triage for restricted services (domain.md 5).
  counselling_triage: { at: ['community'], by: ['community_secretary'] },
  aid_triage: { at: ['community'], by: ['community_secretary'] },
  residents_committee: { at: ['community'], by: ['subdistrict_staff'] },
  community_secretary: { at: ['community'], by: ['subdistrict_staff'] },
  subdistrict_staff: {
    at: ['subdistrict'],
    by: ['district_staff', 'administrator'],
    and: ['district_staff', 'administrator'],
  },
  district_staff: {
    at: ['district'],
    by: ['district_staff', 'administrator'],
    and: ['district_staff', 'administrator'],
  },
  auditor: {
    at: ['district', 'subdistrict', 'community'],
    by: ['district_staff', 'administrator'],
    and: ['district_staff', 'administrator'],
  },
  administrator: { at: ['district'], by: ['administrator'], and: ['administrator', 'district_staff'] },
}
/** Elected, asked for by oneself, or not given out yet. */
const NOT_BY_HAND: Role[] = ['council_member', 'volunteer', 'agency_officer']
/** Given to who asks, by whom the table says. */
const ON_REQUEST: Partial<Record<Role, Row>> = { volunteer: { at: ['community'], by: ['community_staff'] } }

const OFFICES: readonly Office[] = [...ROLES, 'lead']
const roleOf = (office: Office): Role => (office === 'lead' ? 'property_staff' : office)
const holding = (personId: string, ...offices: Office[]): Actor => ({
  personId,
  homes: [],
  roles: offices.map((office): HeldRole => ({
    role: roleOf(office),
    placeId: 'here',
    isLead: office === 'lead',
  })),
})

const proposal = (role: Role, particulars: Partial<GrantProposal> = {}): GrantProposal => ({
  personId: 'candidate',
  role,
  placeKind: DOMAIN[role]?.at[0] ?? 'community',
  isLead: false,
  startsAt: new Date('2026-11-20T02:00:00.000Z'),
  endsAt: new Date('2027-11-20T02:00:00.000Z'),
  jurisdiction: ['above', 'here'],
  ...particulars,
})
const grant = (role: Role, particulars: Partial<Grant> = {}): Grant => ({
  personId: 'candidate',
  role,
  state: 'proposed',
  proposedById: 'proposer',
  proposedAs: roleOf(DOMAIN[role]?.by[0] ?? 'administrator'),
  jurisdiction: ['above', 'here'],
  ...particulars,
})

const STAFFED = { districtStaffInOffice: true }
const FOUNDING = { districtStaffInOffice: false }
const asked = (actor: Actor, what: GrantProposal) => {
  const decision = canPropose(actor, what)
  return decision.allowed ? 'allowed' : decision.code
}
const answer = (actor: Actor, what: Grant, act: GrantAct, founding = STAFFED) => {
  const decision = decideGrantAct(actor, what, act, founding, '理由')
  return decision.allowed ? 'allowed' : decision.code
}

describe('who grants what', () => {
  it.each(ROLES)(
    '%s: by exactly the offices of domain.md, and by nobody who holds them elsewhere',
    (role) => {
      const able = OFFICES.filter((office) => asked(holding('granter', office), proposal(role)) === 'allowed')
      expect([...able].sort()).toEqual([...(DOMAIN[role]?.by ?? [])].sort())
      for (const office of OFFICES)
        expect(asked(holding('granter', office), proposal(role, { jurisdiction: ['above', 'there'] }))).toBe(
          'NOT_ALLOWED',
        )
    },
  )

  it.each(Object.entries(DOMAIN))('%s: at exactly the kinds of place of domain.md', (role, { at, by }) => {
    const granter = holding('granter', ...by)
    const fitting = KINDS.filter(
      (placeKind) => asked(granter, proposal(role as Role, { placeKind })) === 'allowed',
    )
    expect([...fitting].sort()).toEqual([...at].sort())
    const misfit = KINDS.find((kind) => !at.includes(kind))!
    expect(asked(granter, proposal(role as Role, { placeKind: misfit }))).toBe('GRANT_ROLE_NOT_HERE')
  })

  it.each(NOT_BY_HAND)('%s: by nobody, not even by all offices together', (role) => {
    expect(asked(holding('granter', ...OFFICES), proposal(role))).toBe('NOT_ALLOWED')
  })

  it('never to oneself, whatever one holds', () => {
    const almighty = holding('almighty', ...OFFICES)
    for (const role of Object.keys(DOMAIN) as Role[]) {
      expect(asked(almighty, proposal(role, { personId: 'almighty' }))).toBe('GRANT_SELF')
      expect(asked(almighty, proposal(role))).toBe('allowed')
    }
  })

  it('is signed with an office that may', () => {
    expect(
      proposingOffice(holding('granter', 'building_head', 'community_secretary'), proposal('grid_worker')),
    ).toBe('community_secretary')
    expect(proposingOffice(holding('granter', 'property_staff'), proposal('property_staff'))).toBeUndefined()
  })

  it('says for the form what may be granted at a place: the same as the check', () => {
    fc.assert(
      fc.property(fc.subarray([...OFFICES]), fc.constantFrom(...KINDS), (offices, placeKind) => {
        const actor = holding('granter', ...offices)
        const able = ROLES.filter((role) => asked(actor, proposal(role, { placeKind })) === 'allowed')
        expect([...grantableRoles(actor, { placeKind, jurisdiction: ['above', 'here'] })].sort()).toEqual(
          [...able].sort(),
        )
      }),
    )
  })

  it('asks for evidence in words, for every role that is granted', () => {
    for (const role of ROLES)
      expect(Boolean(GRANT_RULES[role]?.evidence)).toBe(role in DOMAIN || role in ON_REQUEST)
  })
})

describe('a role that one asks for', () => {
  const onRequest = (actor: Actor, what: GrantProposal) => {
    const decision = canGrantOnRequest(actor, what)
    return decision.allowed ? 'allowed' : decision.code
  }

  it.each(ROLES)('%s: is given by exactly the offices of domain.md, to nobody who holds none', (role) => {
    const able = OFFICES.filter(
      (office) => onRequest(holding('granter', office), proposal(role)) === 'allowed',
    )
    expect([...able].sort()).toEqual([...(ON_REQUEST[role]?.by ?? [])].sort())
  })

  it('is never given to oneself, elsewhere or to a lead', () => {
    const staff = holding('staff', 'community_staff')
    expect(onRequest(staff, proposal('volunteer', { personId: 'staff' }))).toBe('GRANT_SELF')
    expect(onRequest(staff, proposal('volunteer', { jurisdiction: ['there'] }))).toBe('NOT_ALLOWED')
    expect(onRequest(staff, proposal('volunteer', { placeKind: 'building' }))).toBe('GRANT_ROLE_NOT_HERE')
    expect(onRequest(staff, proposal('volunteer', { isLead: true }))).toBe('NOT_ALLOWED')
  })

  it('is ended by whoever gives it, and by its holder', () => {
    const held = grant('volunteer', { state: 'granted', proposedAs: 'community_staff' })
    const enders = OFFICES.filter((office) => answer(holding('ender', office), held, 'end') === 'allowed')
    expect(enders).toEqual(['community_staff'])
    expect(answer(holding('candidate'), held, 'end')).toBe('allowed')
  })
})

describe('the lead of a property team', () => {
  const lead = (role: Role = 'property_staff') => proposal(role, { isLead: true })

  it('is named by the secretary, never by another lead', () => {
    expect(asked(holding('granter', 'community_secretary'), lead())).toBe('allowed')
    expect(asked(holding('granter', 'lead'), lead())).toBe('NOT_ALLOWED')
  })

  it('names members, which a member who leads nothing does not', () => {
    expect(asked(holding('granter', 'lead'), proposal('property_staff'))).toBe('allowed')
    expect(asked(holding('granter', 'property_staff'), proposal('property_staff'))).toBe('NOT_ALLOWED')
  })

  it('leads nothing where they are an ordinary member', () => {
    const actor = holding('granter', 'property_staff')
    actor.roles.push({ role: 'property_staff', placeId: 'other estate', isLead: true })
    expect(asked(actor, proposal('property_staff'))).toBe('NOT_ALLOWED')
  })

  it('is a thing of property teams only', () => {
    for (const role of Object.keys(DOMAIN) as Role[])
      if (role !== 'property_staff')
        expect(asked(holding('granter', ...OFFICES), lead(role))).toBe('NOT_ALLOWED')
  })
})

describe('the second person', () => {
  const twoPersons = ROLES.filter((role) => DOMAIN[role]?.and)

  it('is asked for exactly where domain.md asks for two', () => {
    expect(ROLES.filter((role) => GRANT_RULES[role]?.confirmedBy)).toEqual(twoPersons)
  })

  it.each(twoPersons)('%s: confirms in an office of domain.md', (role) => {
    const { and, by } = DOMAIN[role]!
    const proposers = by.map(roleOf)
    const able = OFFICES.filter((office) =>
      proposers.some(
        (proposedAs) =>
          answer(holding('second', office), grant(role, { proposedAs }), 'confirm') === 'allowed',
      ),
    )
    expect([...able].sort()).toEqual([...and!].sort())
  })

  it.each(['subdistrict_staff', 'district_staff', 'auditor'] as const)(
    '%s: is district staff for an administrator, an administrator for district staff',
    (role) => {
      const confirm = (proposedAs: Role, office: Role) =>
        answer(holding('second', office), grant(role, { proposedAs }), 'confirm')
      expect(confirm('administrator', 'district_staff')).toBe('allowed')
      expect(confirm('district_staff', 'administrator')).toBe('allowed')
      expect(confirm('administrator', 'administrator')).toBe('NOT_ALLOWED')
      expect(confirm('district_staff', 'district_staff')).toBe('NOT_ALLOWED')
    },
  )

  it('may be a second administrator only while nobody is district staff', () => {
    const founded = grant('district_staff', { proposedAs: 'administrator' })
    expect(answer(holding('second', 'administrator'), founded, 'confirm', FOUNDING)).toBe('allowed')
    expect(answer(holding('second', 'administrator'), founded, 'confirm', STAFFED)).toBe('NOT_ALLOWED')
    expect(answer(holding('proposer', 'administrator'), founded, 'confirm', FOUNDING)).toBe('NOT_ALLOWED')
  })

  it('may always be a second administrator for an administrator', () => {
    expect(answer(holding('second', 'administrator'), grant('administrator'), 'confirm')).toBe('allowed')
  })

  it('is never who proposed it or whom it is for, whatever they hold, founding or not', () => {
    const people = fc.constantFrom('candidate', 'proposer')
    fc.assert(
      fc.property(
        people,
        fc.subarray([...OFFICES]),
        fc.constantFrom(...ROLES),
        fc.constantFrom(...ROLES),
        fc.boolean(),
        (who, offices, role, proposedAs, districtStaffInOffice) => {
          const actor = holding(who, ...offices)
          for (const act of ['confirm', 'refuse'] as const)
            expect(answer(actor, grant(role, { proposedAs }), act, { districtStaffInOffice })).not.toBe(
              'allowed',
            )
        },
      ),
      { numRuns: 500 },
    )
  })
})
