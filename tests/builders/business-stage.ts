import {
  answerObjectionEndpoint,
  listRollEndpoint,
  objectEndpoint,
  type Amendment,
  type ObjectionView,
  type VoteView,
} from '#core/votes'
import { readPhoneOf } from '#server/people/index'
import { CONTACT_BOX } from './contact-box'
import type { SignedInPerson } from './neighbourhood'
import { saveOwner, saveUnit } from './units'
import { place, resident, server, staff, votes } from './vote-stage'

/** A shop is to be in 101, which Mr and Mrs Li own; 102 is Mrs Li’s alone. */
export let applicantUnit: string
export let parking: string
export let elsewhere: string
/** Owners in the other building: known by phone; by membership alone is `across`; a tenant there. */
export let facing: SignedInPerson
export let tenantThere: SignedInPerson
export let li: SignedInPerson

/** The registers of the stage. Called once at the head of a file, after `setVoteStage`. */
export function setBusinessStage(): void {
  beforeAll(makeRegisters)
}

async function makeRegisters(): Promise<void> {
  const { communityId, buildingId, otherBuildingId, otherHomeId, homeId, neighbourHomeId } = place.community
  const owner = (name: string, phone?: string) => saveOwner(server.db, { communityId, name, phone })
  const known = async (name: string) => {
    const person = await place.person(name)
    return { person, owner: await owner(name, await readPhoneOf(server.db, CONTACT_BOX, person.personId)) }
  }
  const unit = (at: string, name: string, areaCentiM2: number, more: object) =>
    saveUnit(server.db, { communityId, placeId: at, name, areaCentiM2, ...more })
  const mrsLi = await known('李阿姨本人')
  li = mrsLi.person
  const husband = await owner('李叔')
  applicantUnit = await unit(buildingId, '101', 8000, { ownerIds: [mrsLi.owner, husband] })
  await unit(buildingId, '103', 3000, { ownerIds: [husband, mrsLi.owner] })
  await unit(buildingId, '102', 5000, { ownerIds: [mrsLi.owner] })
  await unit(buildingId, '201', 7000, { ownerIds: [await owner('业主甲')], homeId })
  await unit(buildingId, '202', 9000, { ownerIds: [await owner('业主乙')], homeId: neighbourHomeId })
  parking = await unit(buildingId, '车位1', 1200, { kind: 'parking', ownerIds: [husband] })
  const face = await known('对面的')
  facing = face.person
  elsewhere = await unit(otherBuildingId, '301', 6000, { ownerIds: [face.owner] })
  await unit(otherBuildingId, '302', 4000, { ownerIds: [face.owner] })
  await unit(otherBuildingId, '303', 2000, { ownerIds: [face.owner, husband] })
  await unit(otherBuildingId, '401', 6500, { ownerIds: [await owner('老吴')], homeId: otherHomeId })
  await unit(otherBuildingId, '402', 6600, { ownerIds: [mrsLi.owner, husband] })
  tenantThere = await place.resident(otherHomeId, { relation: 'tenant' })
}

/** As it is called on the roll of its building. */
export const called = (name: string) => `湖光苑 3号楼 ${name}`

export const BUSINESS = {
  electorate: 'owners' as const,
  opensOn: '2026-12-04',
  closesOn: '2026-12-13',
  title: '101 改成面馆',
  items: [{ subject: 'home_to_business' as const, title: '同意 101 改成面馆吗' }],
}
export const business = (more: object = {}) => ({ ...BUSINESS, applicantUnitId: applicantUnit, ...more })

export const rollOf = async (vote: VoteView) =>
  (await server.ok(listRollEndpoint, { as: resident.token, params: votes.params(vote), query: {} })).items

export const object = (by: SignedInPerson, vote: VoteView) =>
  server.call(objectEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: { about: 'roll', text: '排烟口正对我家窗户' },
  })

export const answer = (
  by: SignedInPerson,
  vote: VoteView,
  { objectionId }: Pick<ObjectionView, 'objectionId'>,
  amendment: Amendment,
) =>
  server.call(answerObjectionEndpoint, {
    as: by.token,
    params: { ...votes.params(vote), objectionId },
    body: { decision: 'upheld', answer: '到现场看过', amendment },
  })

/** Objected by one of another building, and upheld. */
export async function join(by: SignedInPerson, vote: VoteView): Promise<void> {
  const objection = await votes.object(by, vote, { text: '排烟口正对我家窗户' })
  const { status } = await answer(staff, vote, objection, 'add_outsider')
  if (status !== 200) throw new Error(`not put on the roll: ${status}`)
}
