import fc from 'fast-check'
import { ROLES, type Actor, type Role } from '../permissions'
import {
  actsFor,
  canRecord,
  canReport,
  canResolveOnSpot,
  decideAct,
  hasDesk,
  MATTER_STATES,
  newMatter,
  officeAbove,
  officeFor,
  PERSON_ACTS,
  SERVICE_CODES,
  triageOffice,
  visibilityOf,
  type Matter,
  type ServiceCode,
  type Team,
} from '.'

const NOW = new Date('2026-11-20T02:00:00Z')
const holding = (...held: [Role, string][]): Actor => ({
  personId: 'somebody',
  roles: held.map(([role, placeId]) => ({ role, placeId, isLead: false })),
  homes: [],
})
const stranger = holding()
const resident: Actor = {
  ...stranger,
  homes: [{ homeId: 'home', path: ['community', 'home'], relation: 'tenant', isAdult: true, since: NOW }],
}
const matter = (particulars: Partial<Matter> = {}, service: ServiceCode = 'stair_lamp'): Matter =>
  newMatter(service, {
    channel: 'resident',
    level: 'grid',
    gridId: 'grid',
    communityId: 'community',
    jurisdiction: ['community', 'estate', 'building', 'grid'],
    changedAt: NOW,
    reporterId: 'reporter',
    resolvedAt: NOW,
    ...particulars,
  })
const PROPERTY = { kind: 'property', placeId: 'estate' } as const
const COMMUNITY = { kind: 'community', placeId: 'community' } as const

describe('reporting', () => {
  it('lets a resident report anywhere in the community, and anybody at a place whose door code they scanned', () => {
    expect(canReport(resident, false).allowed).toBe(true)
    expect(canReport(stranger, true).allowed).toBe(true)
    expect(canReport(stranger, false)).toEqual({ allowed: false, code: 'REPORT_NEEDS_PLACE' })
  })

  it('lets grid teams put down what they find, and the community’s staff what they are told, where they answer', () => {
    const recorders = (channel: 'patrol' | 'visit' | 'phone') =>
      ROLES.filter((role) =>
        ['community', 'estate', 'grid'].some(
          (placeId) => canRecord(holding([role, placeId]), matter(), channel).allowed,
        ),
      ).sort()
    expect(recorders('patrol')).toEqual(['grid_chief', 'grid_specialist', 'grid_worker'])
    expect(recorders('visit')).toEqual(['community_staff', 'grid_chief', 'grid_worker'])
    expect(recorders('phone')).toEqual(['community_staff', 'grid_chief', 'grid_worker'])
    expect(canRecord(holding(['grid_worker', 'other grid']), matter(), 'patrol').allowed).toBe(false)
    expect(canRecord(resident, matter(), 'phone').allowed).toBe(false)
  })

  it('lets the grid’s own team resolve on the spot, but never a hazard, nor what isn’t public', () => {
    const worker = holding(['grid_worker', 'grid'])
    const onSpot = (actor: Actor, service: ServiceCode) => {
      const decision = canResolveOnSpot(actor, matter({}, service))
      return decision.allowed ? 'allowed' : decision.code
    }
    expect(onSpot(worker, 'stair_lamp')).toBe('allowed')
    expect(onSpot(worker, 'hazard')).toBe('NOT_ON_THE_SPOT')
    expect(onSpot(worker, 'mediation')).toBe('NOT_ON_THE_SPOT')
    for (const actor of [
      resident,
      holding(['community_staff', 'community']),
      holding(['grid_worker', 'other grid']),
    ])
      expect(onSpot(actor, 'stair_lamp')).toBe('NOT_ALLOWED')
  })
})

describe('the desk', () => {
  it('is for those who handle, triage or grant', () => {
    const atDesk = ROLES.filter((role) => hasDesk(holding([role, 'anywhere'])))
    expect([...atDesk].sort()).toEqual([
      'aid_triage',
      'community_secretary',
      'community_staff',
      'counselling_triage',
      'grid_chief',
      'grid_specialist',
      'grid_worker',
      'property_staff',
    ])
    expect(hasDesk(resident)).toBe(false)
  })
})

describe('the offices of a matter', () => {
  const chief = { role: 'grid_chief', placeId: 'grid' }
  const staff = { role: 'community_staff', placeId: 'community' }
  const secretary = { role: 'community_secretary', placeId: 'community' }
  const named = { role: 'aid_triage', placeId: 'community' }
  const high = { level: 'community' } as const

  it.each<[string, Matter, object, object]>([
    ['a grid holds', matter(), chief, staff],
    ['the community holds', matter(high), staff, secretary],
    ['was declined and is looked at again', matter({ ...high, arbitration: 'review' }), secretary, secretary],
    ['was returned twice', matter({ ...high, arbitration: 'designation' }), secretary, secretary],
    [
      'complains about the property',
      matter({ ...high, complained: PROPERTY }, 'complaint'),
      staff,
      secretary,
    ],
    [
      'complains about the staff',
      matter({ ...high, complained: COMMUNITY }, 'complaint'),
      secretary,
      secretary,
    ],
    ['is restricted', matter(high, 'aid'), named, named],
  ])('that %s: who triages, and who is above', (_what, subject, triage, above) => {
    expect(triageOffice(subject)).toEqual(triage)
    expect(officeAbove(subject)).toEqual(above)
  })

  it('are known of by nobody else, where a service is not public', () => {
    const hidden = SERVICE_CODES.filter((code) => visibilityOf(code) !== 'public')
    expect(hidden).toEqual(['mediation', 'legal_advice', 'complaint', 'counselling', 'aid'])
    expect(hidden.filter((code) => visibilityOf(code) === 'restricted')).toEqual(['counselling', 'aid'])
  })
})

describe('the office in which an act is done', () => {
  const many = holding(
    ['building_head', 'building'],
    ['community_staff', 'community'],
    ['grid_chief', 'grid'],
    ['property_staff', 'estate'],
  )

  it('is the first that allows it; none for what one does as a person', () => {
    const led = matter({ state: 'assigned', lead: PROPERTY })
    expect(officeFor(many, matter(), 'acknowledge')?.role).toBe('grid_chief')
    expect(officeFor(many, matter({ level: 'community' }), 'acknowledge')?.role).toBe('community_staff')
    expect(officeFor(many, led, 'start')?.role).toBe('property_staff')
    const reporter = { ...many, personId: 'reporter' }
    expect(officeFor(reporter, matter({ state: 'resolved' }), 'confirm')).toBeUndefined()
  })

  const anyMatter = fc.record({
    state: fc.constantFrom(...MATTER_STATES),
    level: fc.constantFrom('grid' as const, 'community' as const),
    lead: fc.constantFrom<Team[]>({ kind: 'grid', placeId: 'grid' }, PROPERTY),
    handlerIds: fc.subarray(['reporter', 'somebody']),
    answered: fc.boolean(),
  })

  it('allows the act by itself, whatever else the person holds', () => {
    const offices: [Role, string][] = [
      ['grid_worker', 'grid'],
      ['grid_specialist', 'grid'],
      ...many.roles.map(({ role, placeId }): [Role, string] => [role, placeId]),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(offices), anyMatter, (held, any) => {
        const actor = holding(...held)
        for (const act of actsFor(actor, matter(any), NOW)) {
          const office = officeFor(actor, matter(any), act)
          expect(office && decideAct({ ...actor, roles: [office] }, matter(any), act, NOW).allowed).toBe(true)
        }
      }),
    )
  })

  it('the buttons of a page are exactly the acts the server will allow', () => {
    const moment = fc.date({ min: NOW, noInvalidDate: true })
    const somebody = fc.constantFrom(many, resident, stranger, { ...resident, personId: 'reporter' })
    fc.assert(
      fc.property(anyMatter, somebody, moment, (any, actor, now) => {
        const buttons = actsFor(actor, matter(any), now)
        for (const act of PERSON_ACTS)
          expect(buttons.includes(act)).toBe(decideAct(actor, matter(any), act, now).allowed)
      }),
    )
  })
})
