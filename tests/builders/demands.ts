import {
  actOnDemandEndpoint,
  readDemandEndpoint,
  writeDemandEndpoint,
  type DemandAct,
  type DemandView,
} from '#core/votes'
import { readPhoneOf } from '#server/people/index'
import { CONTACT_BOX } from './contact-box'
import type { SignedInPerson } from './neighbourhood'
import { saveOwner, saveUnit } from './units'
import { place, server } from './vote-stage'

const here = () => ({ communityId: place.community.communityId })

export const demandParams = ({ demandId }: { demandId: string }) => ({ ...here(), demandId })

/** Writes a demand for the building; the answer as it came. */
export const tryWrite = (by: SignedInPerson, more: { placeId?: string; title?: string } = {}) =>
  server.call(writeDemandEndpoint, {
    as: by.token,
    params: here(),
    body: {
      placeId: place.community.buildingId,
      title: '换不换物业',
      text: '电梯停了三回，想请大家定一定。',
      ...more,
    },
  })

/** The same where it works. */
export async function written(by: SignedInPerson, more: { title?: string } = {}): Promise<DemandView> {
  const { status, body } = await tryWrite(by, more)
  expect(status).toBe(200)
  return body as DemandView
}

export const tryAct = (by: SignedInPerson, demand: { demandId: string }, act: DemandAct, text?: string) =>
  server.call(actOnDemandEndpoint, {
    as: by.token,
    params: demandParams(demand),
    body: { act, ...(text ? { text } : {}) },
  })

export const doAct = (
  by: SignedInPerson,
  demand: { demandId: string },
  act: DemandAct,
  text?: string,
): Promise<DemandView> =>
  server.ok(actOnDemandEndpoint, {
    as: by.token,
    params: demandParams(demand),
    body: { act, ...(text ? { text } : {}) },
  })

export const readBy = (by: SignedInPerson, demand: { demandId: string }): Promise<DemandView> =>
  server.ok(readDemandEndpoint, { as: by.token, params: demandParams(demand) })

/** A flat of the building with its owners; one with a phone is who signed in with it. */
export async function flat(name: string, owners: readonly (SignedInPerson | string)[], homeId?: string) {
  const { communityId, buildingId } = place.community
  const ownerIds: string[] = []
  for (const owner of owners) ownerIds.push(typeof owner === 'string' ? owner : await registered(owner))
  const unitId = await saveUnit(server.db, {
    communityId,
    placeId: buildingId,
    name,
    areaCentiM2: 8000,
    ownerIds,
    ...(homeId ? { homeId } : {}),
  })
  return { unitId, ownerIds }
}

/** An owner on the register, known by the phone of a person. */
export async function registered(person: SignedInPerson): Promise<string> {
  const { communityId } = place.community
  const phone = await readPhoneOf(server.db, CONTACT_BOX, person.personId)
  return saveOwner(server.db, { communityId, name: '业主', ...(phone ? { phone } : {}) })
}

/** An owner whom the app doesn't know. */
export const unknownOwner = (): Promise<string> => saveOwner(server.db, { ...here(), name: '不在线的业主' })

/** Somebody else owns it from now on. */
export async function sold(unitId: string, ownerId: string): Promise<void> {
  await server.db.deleteFrom('ownerships').where('unit_id', '=', unitId).execute()
  await server.db
    .insertInto('ownerships')
    .values({
      ...{ community_id: here().communityId, ownership_id: unitId, unit_id: unitId, owner_id: ownerId },
      starts_on: '2026-01-01',
      created_at: server.clock.now,
    })
    .execute()
}

/** Nothing of demands and of what anybody owns is left. */
export async function clearDemands(): Promise<void> {
  for (const table of [
    'demand_signatures',
    'owners_demands',
    'ownerships',
    'unit_homes',
    'units',
    'owners',
  ] as const)
    await server.db.deleteFrom(table).execute()
}
