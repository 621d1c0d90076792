import type { Actor, HeldRole, Role } from '../permissions'
import { newMatter, type Matter, type MatterState, type ServiceCode } from '.'

export const NOW = new Date('2026-11-20T02:00:00Z')
export const LATER = new Date('2026-12-01T00:00:00Z')
const resident: Actor['homes'] = [
  { homeId: 'home', path: ['community', 'estate', 'home'], relation: 'tenant', isAdult: true, since: NOW },
]
const holding = (...held: [Role, string][]): Actor => ({
  personId: 'somebody',
  roles: held.map(([role, placeId]): HeldRole => ({ role, placeId, isLead: false })),
  homes: [],
})

export const CAST = {
  reporter: { personId: 'reporter', roles: [], homes: resident },
  neighbour: { personId: 'neighbour', roles: [], homes: resident },
  joiner: { personId: 'joiner', roles: [], homes: resident },
  worker: holding(['grid_worker', 'grid']),
  chief: holding(['grid_chief', 'grid']),
  specialist: holding(['grid_specialist', 'grid']),
  staff: holding(['community_staff', 'community']),
  secretary: holding(['community_secretary', 'community']),
  counsellor: holding(['counselling_triage', 'community']),
  subdistrict: holding(['subdistrict_staff', 'subdistrict']),
  district: holding(['district_staff', 'district']),
  property: holding(['property_staff', 'estate']),
  workerElsewhere: holding(['grid_worker', 'other grid']),
  chiefElsewhere: holding(['grid_chief', 'other grid']),
  staffElsewhere: holding(['community_staff', 'other community']),
  propertyElsewhere: holding(['property_staff', 'other estate']),
  head: holding(['building_head', 'building']),
  committee: holding(['residents_committee', 'community']),
  auditor: holding(['auditor', 'district']),
  administrator: holding(['administrator', 'district']),
  stranger: holding(),
} satisfies Record<string, Actor>
export type Who = keyof typeof CAST
export const EVERYBODY = Object.keys(CAST) as Who[]
export const STRANGERS: Who[] = [
  ...(['workerElsewhere', 'chiefElsewhere', 'staffElsewhere', 'propertyElsewhere'] as const),
  ...(['head', 'committee', 'auditor', 'administrator', 'stranger'] as const),
]
export const OFFICIALS: Who[] = [
  'worker',
  'chief',
  'specialist',
  'staff',
  'secretary',
  'subdistrict',
  'district',
]

export const matter = (particulars: Partial<Matter> = {}, service: ServiceCode = 'stair_lamp'): Matter =>
  newMatter(service, {
    channel: 'resident',
    level: 'grid',
    gridId: 'grid',
    communityId: 'community',
    jurisdiction: ['district', 'subdistrict', 'community', 'estate', 'building', 'grid'],
    changedAt: NOW,
    reporterId: 'reporter',
    joinerIds: ['joiner'],
    ...particulars,
  })
export const high = (particulars: Partial<Matter> = {}, service: ServiceCode = 'lift') =>
  matter({ level: 'community', firstLevel: 'community', ...particulars }, service)

export const property = { kind: 'property', placeId: 'estate' } as const
export const grid = { kind: 'grid', placeId: 'grid' } as const
export const community = { kind: 'community', placeId: 'community' } as const
const result = { outcome: 'fixed', resolvedAt: NOW, handlerIds: ['plumber'], lead: grid } as const
export const resolved = (more: Partial<Matter> = {}, service?: ServiceCode) =>
  matter({ state: 'resolved', ...result, handlerIds: ['plumber'], ...more }, service)
export const closed = (more: Partial<Matter> = {}) =>
  resolved({ state: 'closed', closedAt: NOW, closedBy: 'verify_passed', ...more })

export const reviewed = high({ arbitration: 'review', reviewed: true })
export const designation = high({ state: 'acknowledged', arbitration: 'designation', returns: 2 })
export const led = (state: MatterState, lead: Matter['lead'], more: Partial<Matter> = {}) =>
  matter({ state, lead, ...more })
export const asked = { askedReviewAt: LATER }
export const MERGED = { state: 'merged', mergedAt: NOW, mergedInto: 'other' } as const
export const HANDLERS: Who[] = ['worker', 'chief', 'specialist']
