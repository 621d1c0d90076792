import type { VolunteerRequestView } from '#core/organisations'
import { actOnGrant } from '#server/people/index'
import type { Database } from '#server/platform/db/index'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { db, place, setNeighbourhoodStage } from '../../tests/builders/neighbourhood-stage'
import { actOnVolunteerRequest, type ActOnRequest } from './act-on-request'
import { askToVolunteer } from './ask-to-volunteer'
import { listVolunteerRequests } from './list-requests'

const NOW = new Date('2026-11-18T02:00:00.000Z')

let staff: SignedInPerson
let otherStaff: SignedInPerson
let person: SignedInPerson

setNeighbourhoodStage(async () => {
  staff = await place.inOffice('community_staff', place.community.communityId)
  otherStaff = await place.inOffice('community_staff', place.community.communityId)
})
beforeEach(async () => {
  person = await place.person('小林')
})

const as = (who: SignedInPerson, now = NOW) => acting(db, who.personId, place.community.communityId, now)
const ask = async (who = person, note?: string) => askToVolunteer(await as(who), { note })
const act = async (
  by: SignedInPerson,
  { requestId }: VolunteerRequestView,
  name: ActOnRequest['act'],
  reason?: string,
) => actOnVolunteerRequest(await as(by), { requestId, act: name, reason })
const mine = async (who = person, now = NOW) =>
  (await listVolunteerRequests(await as(who, now), { list: 'mine' })).items
const rolesOf = async (who: SignedInPerson, now = NOW) =>
  (await as(who, now)).actor.roles.map(({ role }) => role)
const grantOf = ({ personId }: SignedInPerson) =>
  db.selectFrom('role_grants').selectAll().where('person_id', '=', personId).executeTakeFirstOrThrow()
const kindsTo = async ({ personId }: SignedInPerson, { requestId }: VolunteerRequestView) => {
  const query = db.selectFrom('inbox_items').select('kind').where('subject_id', '=', requestId)
  return (await query.where('person_id', '=', personId).execute()).map(({ kind }) => kind)
}

describe('who wants to be a volunteer', () => {
  it('asks, and the staff are told; what they can do is for the staff', async () => {
    const asked = await ask(person, '会修电器')
    expect(asked).toMatchObject({ state: 'asked', mine: true, acts: ['withdraw'], until: null })
    expect(await kindsTo(staff, asked)).toEqual(['volunteer_asked'])
    const { items } = await listVolunteerRequests(await as(staff), { list: 'to_decide' })
    expect(items.find(({ requestId }) => requestId === asked.requestId)).toMatchObject({
      personName: '小林',
      note: '会修电器',
      acts: ['approve', 'refuse'],
    })
    await expect(listVolunteerRequests(await as(person), { list: 'to_decide' })).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })

  it('becomes one for two years, on the request as evidence, and is told once', async () => {
    const asked = await ask()
    expect(await act(staff, asked, 'approve')).toMatchObject({
      state: 'approved',
      until: '2028-11-18T02:00:00.000Z',
    })
    expect(await rolesOf(person)).toEqual(['volunteer'])
    expect(await grantOf(person)).toMatchObject({
      role: 'volunteer',
      place_id: place.community.communityId,
      proposed_by: staff.personId,
      proposed_as: 'community_staff',
      evidence: expect.stringContaining('本人的申请'),
    })
    expect(await kindsTo(person, asked)).toEqual(['volunteer_decided'])
    await expect(ask()).rejects.toMatchObject({ code: 'VOLUNTEER_ALREADY' })
  })

  it('needs a phone and has agreed to the notice, also when approved', async () => {
    await expect(ask(await place.person('无号', { verified: false }))).rejects.toMatchObject({
      code: 'HELPER_PHONE_REQUIRED',
    })
    await expect(ask(await place.person('未同意', { consented: false }))).rejects.toMatchObject({
      code: 'CONSENT_REQUIRED',
    })
    const asked = await ask()
    await db.deleteFrom('phones').where('person_id', '=', person.personId).execute()
    await expect(act(staff, asked, 'approve')).rejects.toMatchObject({ code: 'PERSON_PHONE_MISSING' })
    expect(await rolesOf(person)).toEqual([])
  })

  it('waits once, may take it back, and may ask again after a no', async () => {
    const asked = await ask()
    await expect(ask()).rejects.toMatchObject({ code: 'VOLUNTEER_ALREADY' })
    await act(staff, asked, 'refuse', '先培训')
    expect(await mine()).toMatchObject([{ state: 'refused', reason: '先培训' }])
    await act(person, await ask(), 'withdraw')
    expect((await mine())[0]).toMatchObject({ state: 'withdrawn' })
  })

  it('is not approved by themselves, whatever they hold', async () => {
    const asked = await ask(staff)
    expect(asked.acts).toEqual(['withdraw'])
    await expect(act(staff, asked, 'approve')).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
    expect(await act(otherStaff, asked, 'approve')).toMatchObject({ state: 'approved' })
  })
})

describe('being a volunteer ends', () => {
  it('when they say so, without a reason', async () => {
    const asked = await ask()
    await act(staff, asked, 'approve')
    expect(await act(person, asked, 'stop')).toMatchObject({ state: 'ended', acts: [] })
    expect(await rolesOf(person)).toEqual([])
    expect(await grantOf(person)).toMatchObject({ state: 'ended', reason: '本人不再当志愿者' })
    expect((await ask()).state).toBe('asked')
  })

  it('when the staff end the office, as they end any other', async () => {
    const asked = await ask()
    await act(staff, asked, 'approve')
    const { grant_id: grantId } = await grantOf(person)
    await actOnGrant(await as(otherStaff), { grantId, act: 'end', reason: '搬走了' })
    expect((await mine())[0]).toMatchObject({ state: 'ended', reason: '搬走了', acts: [] })
  })

  it('when its two years are over; then it can be asked for again', async () => {
    const asked = await ask()
    await act(staff, asked, 'approve')
    const later = new Date('2028-11-18T02:00:00.000Z')
    expect((await mine(person, later))[0]).toMatchObject({ state: 'ended', acts: [] })
    expect(await rolesOf(person, later)).toEqual([])
    await db
      .updateTable('role_grants')
      .set({ ends_at: new Date('2029-01-01T00:00:00.000Z') })
      .where('person_id', '=', staff.personId)
      .execute()
    const again = await askToVolunteer(await as(person, later), {})
    const approved = await actOnVolunteerRequest(await as(staff, later), {
      requestId: again.requestId,
      act: 'approve',
    })
    expect(approved.state).toBe('approved')
  })
})

it('of two staff who answer at the very same moment one wins', async () => {
  const asked = await ask()
  const hold = (tx: Database) =>
    tx
      .selectFrom('volunteer_requests')
      .select('state')
      .where('request_id', '=', asked.requestId)
      .forUpdate()
      .execute()
  const endings = await atOnce(db, hold, [
    () => act(staff, asked, 'approve'),
    () => act(otherStaff, asked, 'refuse', '先培训'),
  ])
  expect(sorted(endings)).toEqual(['STATE_CHANGED', 'done'])
  const approved = endings[0] === 'done'
  expect((await mine())[0]?.state).toBe(approved ? 'approved' : 'refused')
  expect(await rolesOf(person)).toEqual(approved ? ['volunteer'] : [])
})
