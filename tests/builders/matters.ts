import type { MatterView, ServiceCode } from '#core/matters'
import { actOnMatter, reportMatter } from '#server/matters/index'
import type { Database } from '#server/platform/db/index'
import { acting } from './acting'
import type { Neighbourhood, SignedInPerson } from './neighbourhood'

/** What comes with an act besides its name. */
type More = Omit<Parameters<typeof actOnMatter>[1], 'act' | 'matterId' | 'revision'>
type Act = Parameters<typeof actOnMatter>[1]['act']

/** Reports and handles matters of one community through the use cases, at the time of a clock. */
export interface Handling {
  report(by: SignedInPerson, options?: { serviceCode?: ServiceCode; placeId?: string }): Promise<MatterView>
  act(by: SignedInPerson, matter: MatterView, act: Act, more?: More): Promise<MatterView>
  /** The whole way from a report to its result, reported by one and handled by another. */
  resolved(people: {
    reporter: SignedInPerson
    chief: SignedInPerson
    worker: SignedInPerson
  }): Promise<MatterView>
}

/** Handling in the first community of a neighbourhood. */
export function handling(db: Database, place: Neighbourhood, clock: { now: Date }): Handling {
  const { communityId, buildingId, gridId } = place.community
  const as = (person: SignedInPerson) => acting(db, person.personId, communityId, clock.now)
  const report: Handling['report'] = async (by, { serviceCode = 'stair_lamp', placeId = buildingId } = {}) =>
    reportMatter(await as(by), { placeId, serviceCode, title: '楼道灯不亮' })
  const act: Handling['act'] = async (by, { matterId, revision }, name, more = {}) =>
    actOnMatter(await as(by), { matterId, revision, act: name, ...more })
  return {
    report,
    act,
    resolved: async ({ reporter, chief, worker }) => {
      let matter = await report(reporter)
      matter = await act(chief, matter, 'acknowledge')
      matter = await act(chief, matter, 'assign', { team: { kind: 'grid', placeId: gridId } })
      matter = await act(worker, matter, 'start')
      return act(worker, matter, 'resolve', { outcome: 'fixed', note: '换了灯头' })
    },
  }
}
