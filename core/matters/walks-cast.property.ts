import fc from 'fast-check'
import type { Actor, HeldRole } from '../permissions'
import { newMatter, SERVICES, type Matter, type ServiceCode, type Team } from '.'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** The how-manieth day in Shanghai an instant falls on, reckoned without the calendar under test. */
export const shanghaiDay = (at: Date): number => Math.floor((at.getTime() + 8 * HOUR) / DAY)
export const START = new Date('2026-12-28T15:59:59.999Z')
/** The date in Shanghai some days after an instant. */
export const dateAfter = (now: Date, days: number) =>
  new Date(now.getTime() + 8 * HOUR + days * DAY).toISOString().slice(0, 10)

const at = (role: HeldRole['role'], placeId: string): HeldRole => ({ role, placeId, isLead: false })
const resident: Actor['homes'][number] = {
  homeId: 'home',
  path: ['community', 'estate', 'home'],
  relation: 'owner',
  isAdult: true,
  since: START,
}
export const person = (personId: string, roles: HeldRole[], homes: Actor['homes'] = []): Actor => ({
  personId,
  roles,
  homes,
})

export const CAST: readonly Actor[] = [
  person('reporter', [], [resident]),
  person('neighbour 1', [], [resident]),
  person('neighbour 2', [], [resident]),
  person('worker 1', [at('grid_worker', 'grid')]),
  person('worker 2', [at('grid_worker', 'grid')], [resident]),
  person('chief', [at('grid_chief', 'grid')]),
  person('specialist', [at('grid_specialist', 'functional grid')]),
  person('staff 1', [at('community_staff', 'community')]),
  person('staff 2', [at('community_staff', 'community')]),
  person('staff who is chief', [at('community_staff', 'community'), at('grid_chief', 'grid')]),
  person('secretary', [at('community_secretary', 'community')]),
  person('property 1', [at('property_staff', 'estate')]),
  person('property 2', [at('property_staff', 'estate')], [resident]),
  person('counsellor 1', [at('counselling_triage', 'community')]),
  person('counsellor 2', [at('counselling_triage', 'community')]),
  person('aid triage', [at('aid_triage', 'community')]),
  person('property elsewhere', [at('property_staff', 'other estate')]),
  person('worker elsewhere', [at('grid_worker', 'other grid')]),
  person('chief elsewhere', [at('grid_chief', 'other grid')]),
  person('district staff', [at('district_staff', 'district')]),
  person('administrator', [at('administrator', 'district')]),
  person('stranger', []),
]
export const GRID = { kind: 'grid', placeId: 'grid' } as const
export const PROPERTY = { kind: 'property', placeId: 'estate' } as const
export const COMMUNITY = { kind: 'community', placeId: 'community' } as const
const FUNCTIONAL = { kind: 'grid', placeId: 'functional grid' } as const
export const TEAMS: readonly Team[] = [GRID, PROPERTY, COMMUNITY, FUNCTIONAL]
/** Teams whose offices end and are filled again while people act. */
export const PASSING = [PROPERTY.placeId, FUNCTIONAL.placeId]

/** How a walk begins: one of each kind that has rules of its own. */
export const beginnings = fc.record({
  service: fc.constantFrom<ServiceCode[]>(
    'stair_lamp',
    'lift',
    'shop',
    'shop',
    'shop',
    'hazard',
    'complaint',
    'counselling',
  ),
  reporterId: fc.constantFrom('reporter', 'reporter', 'worker 2', 'property 2', 'stranger', null),
  onSpot: fc.constantFrom(false, false, false, true),
  complained: fc.constantFrom(GRID, PROPERTY, COMMUNITY),
})
export type Beginning = typeof beginnings extends fc.Arbitrary<infer B> ? B : never

/** The matter that a walk begins with. */
export function begun({ service, reporterId, complained }: Beginning, now: Date): Matter {
  const level = SERVICES.find(({ code }) => code === service)?.firstLevel ?? 'community'
  return newMatter(service, {
    channel: service === 'hazard' ? 'patrol' : reporterId ? 'resident' : 'visit',
    level,
    gridId: 'grid',
    communityId: 'community',
    jurisdiction: ['district', 'subdistrict', 'community', 'estate', 'building', 'grid', 'functional grid'],
    changedAt: now,
    reporterId: service === 'hazard' ? 'worker 1' : reporterId,
    recorderId: service === 'hazard' || !reporterId ? 'worker 1' : null,
    complained: service === 'complaint' ? complained : null,
  })
}
