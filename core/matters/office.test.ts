import fc from 'fast-check'
import { ROLES, type Actor, type Role } from '../permissions'
import { actsFor, canReport, decideAct, hasDesk, officeFor, type Matter, type Team } from './policy'
import { MATTER_STATES } from './workflow'

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
const matter = (particulars: Partial<Matter>): Matter => ({
  state: 'submitted',
  level: 'grid',
  gridId: 'grid',
  communityId: 'community',
  jurisdiction: ['community', 'estate', 'building', 'grid'],
  reporterId: 'reporter',
  lead: null,
  handlerIds: [],
  outcome: null,
  resolvedAt: NOW,
  answered: false,
  ...particulars,
})

describe('reporting, and the desk', () => {
  it('lets a resident report anywhere in the community, and anybody at a place whose door code they scanned', () => {
    expect(canReport(resident, false).allowed).toBe(true)
    expect(canReport(stranger, true).allowed).toBe(true)
    expect(canReport(stranger, false)).toEqual({ allowed: false, code: 'REPORT_NEEDS_PLACE' })
  })

  it('is for those who handle', () => {
    const atDesk = ROLES.filter((role) => hasDesk(holding([role, 'anywhere'])))
    expect([...atDesk].sort()).toEqual([
      'community_staff',
      'grid_chief',
      'grid_specialist',
      'grid_worker',
      'property_staff',
    ])
    expect(hasDesk(resident)).toBe(false)
  })

  it('signs an act with the office it is done in', () => {
    const { roles } = holding(
      ['building_head', 'building'],
      ['community_staff', 'community'],
      ['grid_chief', 'grid'],
      ['property_staff', 'estate'],
    )
    const led = matter({ state: 'assigned', lead: { kind: 'property', placeId: 'estate' } })
    expect(officeFor(roles, matter({}), 'acknowledge')?.role).toBe('grid_chief')
    expect(officeFor(roles, matter({ level: 'community' }), 'acknowledge')?.role).toBe('community_staff')
    expect(officeFor(roles, led, 'start')?.role).toBe('property_staff')
    expect(officeFor(roles, matter({ state: 'resolved' }), 'confirm')).toBeUndefined()
  })

  it('signs with an office that allows the act by itself, whatever else the person holds', () => {
    const offices: [Role, string][] = [
      ['grid_worker', 'grid'],
      ['grid_specialist', 'grid'],
      ['property_staff', 'estate'],
      ['building_head', 'building'],
      ['community_staff', 'community'],
      ['grid_chief', 'grid'],
    ]
    const anyMatter = fc.record({
      state: fc.constantFrom(...MATTER_STATES),
      level: fc.constantFrom('grid', 'community'),
      lead: fc.constantFrom<Team[]>(
        { kind: 'grid', placeId: 'grid' },
        { kind: 'property', placeId: 'estate' },
      ),
    })
    fc.assert(
      fc.property(fc.shuffledSubarray(offices), anyMatter, (held, any) => {
        const actor = holding(...held)
        const subject = matter(any)
        for (const act of actsFor(actor, subject, NOW)) {
          const office = officeFor(actor.roles, subject, act)!
          expect(decideAct({ ...actor, roles: [office] }, subject, act, NOW).allowed).toBe(true)
        }
      }),
    )
  })
})
