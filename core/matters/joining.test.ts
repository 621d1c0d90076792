import type { Actor } from '../permissions'
import {
  canJoin,
  canLeave,
  decideMergeInto,
  homeToJoinWith,
  MATTER_STATES,
  newMatter,
  OPEN_STATES,
  type Matter,
  type MatterState,
  type ServiceCode,
} from '.'

const NOW = new Date('2026-11-20T02:00:00Z')
const home = (homeId: string, ...path: string[]): Actor['homes'][number] => ({
  homeId,
  path: ['community', ...path, homeId],
  relation: 'tenant',
  isAdult: true,
  since: NOW,
})
const neighbour: Actor = { personId: 'neighbour', roles: [], homes: [home('home', 'building')] }
const chief: Actor = {
  personId: 'chief',
  roles: [{ role: 'grid_chief', placeId: 'grid', isLead: false }],
  homes: [],
}
const matter = (particulars: Partial<Matter> = {}, service: ServiceCode = 'stair_lamp'): Matter =>
  newMatter(service, {
    channel: 'resident',
    level: 'grid',
    gridId: 'grid',
    communityId: 'community',
    jurisdiction: ['district', 'community', 'building', 'grid'],
    changedAt: NOW,
    reporterId: 'reporter',
    ...particulars,
  })
const joining = (actor: Actor, subject: Matter) => {
  const decision = canJoin(actor, subject)
  return decision.allowed ? 'allowed' : decision.code
}

describe('我也遇到了', () => {
  it('is for every resident of the community, once, and not for who reported it', () => {
    expect(joining(neighbour, matter())).toBe('allowed')
    expect(joining(neighbour, matter({ joinerIds: ['neighbour'] }))).toBe('ALREADY_JOINED')
    expect(joining(neighbour, matter({ reporterId: 'neighbour' }))).toBe('ALREADY_JOINED')
  })

  it('is not for staff who don’t live here, nor for strangers, who learn nothing', () => {
    expect(joining(chief, matter())).toBe('NOT_ALLOWED')
    expect(joining({ ...neighbour, homes: [] }, matter())).toBe('NOT_FOUND')
  })

  it('is for what everybody may see: not what is private, nor what is restricted, of which nobody learns', () => {
    for (const service of ['mediation', 'complaint', 'counselling'] as const)
      expect(joining(neighbour, matter({}, service))).toBe('NOT_FOUND')
  })

  it.each(MATTER_STATES)('and only while it is open (%s)', (state) => {
    const open = (OPEN_STATES as readonly MatterState[]).includes(state)
    expect(joining(neighbour, matter({ state }))).toBe(open ? 'allowed' : 'STATE_CHANGED')
  })

  it('can be taken back at any time by who said it', () => {
    for (const state of MATTER_STATES) {
      expect(canLeave(neighbour, matter({ state, joinerIds: ['neighbour'] })).allowed).toBe(true)
      expect(canLeave(neighbour, matter({ state })).allowed).toBe(false)
    }
  })

  it('is said for the home that lies nearest to the place', () => {
    const homes = [home('far', 'other building'), home('near', 'building'), home('farther', 'third building')]
    expect(homeToJoinWith({ ...neighbour, homes }, matter())).toBe('near')
    expect(homeToJoinWith({ ...neighbour, homes: homes.slice(0, 1) }, matter())).toBe('far')
  })
})

describe('two that are the same', () => {
  const merging = (source: Matter, target: Matter, actor = chief) => {
    const decision = decideMergeInto(actor, source, target)
    return decision.allowed ? 'allowed' : [decision.code, decision.field]
  }

  it.each(MATTER_STATES)('are merged into one that is open (%s)', (state) => {
    const open = (OPEN_STATES as readonly MatterState[]).includes(state)
    expect(merging(matter(), matter({ state })) === 'allowed').toBe(open)
  })

  it('never with one that not everybody may see, in either direction', () => {
    const staff: Actor = {
      ...chief,
      roles: [
        { role: 'community_staff', placeId: 'community', isLead: false },
        { role: 'counselling_triage', placeId: 'community', isLead: false },
      ],
    }
    for (const service of ['mediation', 'counselling'] as const) {
      expect(merging(matter(), matter({}, service), staff)).toEqual(['MERGE_NOT_POSSIBLE', undefined])
      expect(merging(matter({}, service), matter(), staff)).toEqual(['MERGE_NOT_POSSIBLE', undefined])
    }
  })

  it('and one that the triage may not know of looks like one that isn’t there', () => {
    expect(merging(matter(), matter({}, 'counselling'))).toEqual(['NOT_FOUND', 'intoMatterId'])
  })
})
