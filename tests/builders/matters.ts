import type { MatterView, Team } from '#core/matters'
import { actOnMatter, joinMatter, leaveMatter, readMatter, reportMatter } from '#server/matters/index'
import type { Database } from '#server/platform/db/index'
import { acting } from './acting'
import { REPORT_PARTS } from './report-parts'
import type { Neighbourhood, SignedInPerson } from './neighbourhood'

/** What comes with an act besides its name. */
type More = Omit<Parameters<typeof actOnMatter>[1], 'act' | 'matterId' | 'revision'>
type Act = Parameters<typeof actOnMatter>[1]['act']
type Report = Partial<Parameters<typeof reportMatter>[1]>
type Handled = Pick<MatterView, 'matterId' | 'revision'>

/** Reports and handles matters of one community through the use cases, at the time of a clock. */
export interface Handling {
  report(by: SignedInPerson, options?: Report): Promise<MatterView>
  act(by: SignedInPerson, matter: Handled, act: Act, more?: More): Promise<MatterView>
  join(by: SignedInPerson, matter: Pick<MatterView, 'matterId'>): Promise<MatterView>
  leave(by: SignedInPerson, matter: Pick<MatterView, 'matterId'>): Promise<MatterView>
  read(by: SignedInPerson, matter: Pick<MatterView, 'matterId'>): Promise<MatterView>
  /** Reported, taken and given to a team, by default the grid's. */
  assigned(people: { reporter: SignedInPerson; chief: SignedInPerson }, team?: Team): Promise<MatterView>
  /** The same, and begun. */
  started(people: Handlers, team?: Team): Promise<MatterView>
  /** The whole way from a report to its result, reported by one and handled by another. */
  resolved(people: Handlers, team?: Team): Promise<MatterView>
}

interface Handlers {
  reporter: SignedInPerson
  chief: SignedInPerson
  worker: SignedInPerson
}

/** Handling in the first community of a neighbourhood. */
export function handling(db: Database, place: Neighbourhood, clock: { now: Date }): Handling {
  const { communityId, buildingId, gridId } = place.community
  const as = (person: SignedInPerson) => acting(db, person.personId, communityId, clock.now)
  const toGrid: Team = { kind: 'grid', placeId: gridId }
  const plain = { placeId: buildingId, serviceCode: 'stair_lamp', title: '楼道灯不亮' } as const
  const report: Handling['report'] = async (by, options = {}) =>
    reportMatter(await as(by), { ...plain, ...options }, REPORT_PARTS)
  const act: Handling['act'] = async (by, { matterId, revision }, name, more = {}) =>
    actOnMatter(await as(by), { matterId, revision, act: name, ...more }, REPORT_PARTS)
  const assigned: Handling['assigned'] = async ({ reporter, chief }, team = toGrid) =>
    act(chief, await act(chief, await report(reporter), 'acknowledge'), 'assign', { team })
  const started: Handling['started'] = async (people, team) =>
    act(people.worker, await assigned(people, team), 'start')
  return {
    report,
    act,
    assigned,
    started,
    join: async (by, { matterId }) => joinMatter(await as(by), matterId),
    leave: async (by, { matterId }) => leaveMatter(await as(by), matterId),
    read: async (by, { matterId }) => readMatter(await as(by), matterId),
    resolved: async (people, team) =>
      act(people.worker, await started(people, team), 'resolve', { outcome: 'fixed', note: '换了灯头' }),
  }
}
