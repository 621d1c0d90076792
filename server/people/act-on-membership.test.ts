import type { MembershipView } from '#core/people'
import type { Database } from '#server/platform/db/index'
import { whenHomeLeft } from '#server/when-home-left'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { db, place, setNeighbourhoodStage } from '../../tests/builders/neighbourhood-stage'
import { actOnMembership, type ActOnMembership } from './act-on-membership'
import { askForHome } from './ask-for-home'

const NOW = new Date('2026-11-18T02:00:00.000Z')

let head: SignedInPerson
let worker: SignedInPerson
let staff: SignedInPerson
let family: SignedInPerson

setNeighbourhoodStage(async () => {
  const { buildingId, gridId, communityId, homeId } = place.community
  head = await place.inOffice('building_head', buildingId)
  worker = await place.inOffice('grid_worker', gridId)
  staff = await place.inOffice('community_staff', communityId)
  family = await place.resident(homeId)
})

const as = (person: SignedInPerson) => acting(db, person.personId, place.community.communityId, NOW)
const ask = async (person: SignedInPerson, homeId = place.community.homeId) =>
  askForHome(await as(person), { homeId, relation: 'tenant', isAdult: true })
const act = async (
  by: SignedInPerson,
  { membershipId }: MembershipView,
  name: ActOnMembership['act'],
  reason?: string,
) => actOnMembership(await as(by), { membershipId, act: name, reason }, whenHomeLeft)

const holding =
  ({ membershipId }: MembershipView) =>
  (tx: Database) =>
    tx
      .selectFrom('memberships')
      .select('state')
      .where('membership_id', '=', membershipId)
      .forUpdate()
      .execute()
const stored = ({ membershipId }: MembershipView) =>
  db.selectFrom('memberships').selectAll().where('membership_id', '=', membershipId).executeTakeFirstOrThrow()

async function recordOf({ membershipId }: MembershipView): Promise<string[]> {
  const query = db.selectFrom('audit_entries').select('act').where('subject_id', '=', membershipId)
  return (await query.orderBy('entry_id').execute()).map((entry) => entry.act)
}
async function messagesTo(person: SignedInPerson, { membershipId }: MembershipView): Promise<string[]> {
  const query = db.selectFrom('inbox_items').select('kind').where('subject_id', '=', membershipId)
  const rows = await query.where('person_id', '=', person.personId).orderBy('item_id').execute()
  return rows.map(({ kind }) => kind)
}

describe('of two who decide about a home at the very same moment one wins', () => {
  it('when both confirm: the household is told once', async () => {
    const newcomer = await place.person()
    const asked = await ask(newcomer)
    const endings = await atOnce(db, holding(asked), [
      () => act(head, asked, 'confirm'),
      () => act(worker, asked, 'confirm'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    expect(await stored(asked)).toMatchObject({
      state: 'confirmed',
      decided_by: endings[0] === 'done' ? head.personId : worker.personId,
    })
    expect(await recordOf(asked)).toEqual(['membership.ask', 'membership.confirm'])
    expect(await messagesTo(newcomer, asked)).toEqual(['membership_decided'])
    expect(await messagesTo(family, asked)).toEqual(['membership_asked', 'membership_new_member'])
  })

  it('when one confirms and the other refuses', async () => {
    const newcomer = await place.person()
    const asked = await ask(newcomer)
    const endings = await atOnce(db, holding(asked), [
      () => act(head, asked, 'confirm'),
      () => act(worker, asked, 'refuse', '这户没有这个人'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    const confirmed = endings[0] === 'done'
    expect(await stored(asked)).toMatchObject({
      state: confirmed ? 'confirmed' : 'refused',
      reason: confirmed ? null : '这户没有这个人',
    })
    expect(await recordOf(asked)).toHaveLength(2)
    expect(await messagesTo(newcomer, asked)).toEqual(['membership_decided'])
  })

  it('when one confirms while the person withdraws', async () => {
    const newcomer = await place.person()
    const asked = await ask(newcomer)
    const endings = await atOnce(db, holding(asked), [
      () => act(head, asked, 'confirm'),
      () => act(newcomer, asked, 'withdraw'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    expect((await stored(asked)).state).toBe(endings[0] === 'done' ? 'confirmed' : 'withdrawn')
    expect(await recordOf(asked)).toHaveLength(2)
  })

  it('when a member objects while the head confirms: an objection is never lost', async () => {
    const newcomer = await place.person()
    const asked = await ask(newcomer)
    const endings = await atOnce(db, holding(asked), [
      () => act(head, asked, 'confirm'),
      () => act(family, asked, 'object', '我不认识这个人'),
    ])
    // One may object to what was asked and to what was confirmed, so the objection stands either way.
    expect(endings[1]).toBe('done')
    expect(await stored(asked)).toMatchObject({ state: 'objected', objector_id: family.personId })
    expect(await messagesTo(staff, asked)).toEqual(['membership_objected'])
  })

  it('when two of the staff settle an objection differently', async () => {
    const other = await place.inOffice('community_staff', place.community.communityId)
    const asked = await ask(await place.person())
    await act(family, asked, 'object', '我不认识这个人')
    const endings = await atOnce(db, holding(asked), [
      () => act(staff, asked, 'uphold', '核对过，不是这家人'),
      () => act(other, asked, 'dismiss', '核对过，是这家人'),
    ])
    expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
    expect((await stored(asked)).state).toBe(endings[0] === 'done' ? 'refused' : 'confirmed')
  })
})

describe('asking for a home', () => {
  const inLine = (tx: Database) =>
    tx
      .selectFrom('places')
      .select('kind')
      .where('place_id', '=', place.community.homeId)
      .forUpdate()
      .execute()

  it('twice at the very same moment asks once', async () => {
    const newcomer = await place.person()
    // Whoever refers to the home waits for its row.
    const endings = await atOnce(db, inLine, [() => ask(newcomer), () => ask(newcomer)])
    expect(sorted(endings)).toEqual(['MEMBERSHIP_EXISTS', 'done'])
    const rows = await db
      .selectFrom('memberships')
      .select('state')
      .where('person_id', '=', newcomer.personId)
      .execute()
    expect(rows).toEqual([{ state: 'asked' }])
  })

  it('again is possible after a refusal, and then there is one that is open', async () => {
    const newcomer = await place.person()
    await act(head, await ask(newcomer), 'refuse', '写错房号了')
    const again = await ask(newcomer)
    expect(again.state).toBe('asked')
    await expect(ask(newcomer)).rejects.toMatchObject({ code: 'MEMBERSHIP_EXISTS' })
  })

  it('a person decides nothing about themselves, in whatever office', async () => {
    const asked = await ask(head, place.community.neighbourHomeId)
    await expect(act(head, asked, 'confirm')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await recordOf(asked)).toEqual(['membership.ask'])
  })
})
