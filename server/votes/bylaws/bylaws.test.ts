import { actOnBylawEndpoint, listBylawsEndpoint, readBylawEndpoint, type BylawAct } from '#core/votes'
import { manyBylaws } from '../../../tests/builders/bylaws'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import { photosOf } from '../../../tests/builders/proxies'
import { acting } from '../../../tests/builders/acting'
import { bylawsOn, INPUT } from '../../../tests/builders/recorded-bylaws'
import {
  across,
  committee,
  head,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  stranger,
} from '../../../tests/builders/vote-stage'
import { bylawPhotoReader } from './read-bylaw'

setVoteStage()

const { tryRecord, recorded, inForce, tryAct, act, told } = bylawsOn(
  () => server,
  () => place,
)
const here = () => ({ communityId: place.community.communityId })
const listed = async (by: SignedInPerson) =>
  (await server.ok(listBylawsEndpoint, { as: by.token, params: here(), query: {} })).items
const reads = (by: SignedInPerson, bylawId: string) =>
  server.call(readBylawEndpoint, { as: by.token, params: { ...here(), bylawId } })
const codeOf = async (asked: Promise<{ body: { code?: string } }>) => (await asked).body.code

afterEach(async () => {
  await server.db.deleteFrom('bylaws').execute()
  await server.db.deleteFrom('role_grants').where('role', '=', 'owners_committee').execute()
})

describe('recording bylaws', () => {
  it('states what they say word for word, with photos, and waits for the secretary, who is told', async () => {
    const bylaw = await recorded(committee)
    expect(bylaw).toMatchObject({
      ...INPUT,
      state: 'recorded',
      placeName: '湖光苑',
      recordedBy: '陈主任（居委会）',
      decidedBy: null,
      acts: ['take_back'],
    })
    expect(bylaw.photos).toHaveLength(2)
    expect(await told(bylaw, secretary)).toEqual(['bylaw_waits'])
    expect(await told(bylaw, committee)).toEqual([])
    expect(await told(bylaw, resident)).toEqual([])
  })

  it('is for who speaks for the owners: not for heads, staff, the secretary, residents or strangers', async () => {
    for (const who of [head, staff, secretary, resident, stranger])
      expect(await codeOf(tryRecord(who))).toBe('NOT_ALLOWED')
    expect(await codeOf(tryRecord(committee, { placeId: here().communityId }))).toBe('PLACE_KIND_WRONG')
    expect(await codeOf(tryRecord(committee, { placeId: place.otherCommunity.estateId }))).toBe(
      'PLACE_NOT_HERE',
    )
  })

  it('is for the owners’ committee where there is one', async () => {
    const { estateId, buildingId } = place.community
    const owners = await place.inOffice('owners_committee', estateId, { name: '老钱' })
    expect(await codeOf(tryRecord(committee))).toBe('BYLAW_BY_COMMITTEE')
    expect((await recorded(owners, { placeId: buildingId })).recordedBy).toBe('老钱（业委会）')
  })

  it('needs a day that has come, a photo, and words fit for everybody', async () => {
    expect(await codeOf(tryRecord(committee, { adoptedOn: '2026-11-19' }))).toBe('BYLAW_DAY_AHEAD')
    expect((await recorded(committee, { adoptedOn: '2026-11-18' })).adoptedOn).toBe('2026-11-18')
    expect(await codeOf(tryRecord(committee, { photoIds: [] }))).toBe('BYLAW_PHOTOS')
    expect(await codeOf(tryRecord(committee, { photoIds: await photosOf(committee, 7) }))).toBe(
      'BYLAW_PHOTOS',
    )
    expect(await codeOf(tryRecord(committee, { photoIds: await photosOf(resident) }))).toBe('BYLAW_TAKEN')
    expect(await codeOf(tryRecord(committee, { clause: '请打 13800138000' }))).toBe('VOTE_WORDS_REFUSED')
  })

  it('uses one’s own photos alone', async () => {
    expect(await codeOf(tryRecord(committee, { photoIds: await photosOf(resident) }))).toBe('PHOTO_UNKNOWN')
  })

  it('has one wait at a place at a time, beside the one that is in force', async () => {
    await recorded(committee)
    expect(await codeOf(tryRecord(committee))).toBe('BYLAW_TAKEN')
    await recorded(committee, { placeId: place.community.buildingId })
    expect(await listed(resident)).toHaveLength(2)
  })
})

describe('taking bylaws back', () => {
  const takeBack = { act: 'take_back' } as const

  it('is for who recorded them, until the secretary confirmed or refused them; then others may be recorded', async () => {
    const colleague = await place.inOffice('residents_committee', here().communityId, { name: '老何' })
    const { bylawId } = await recorded(committee)
    for (const who of [colleague, secretary, staff, head, resident])
      expect(await codeOf(tryAct(who, bylawId, takeBack))).toBe('NOT_ALLOWED')
    expect(await codeOf(tryAct(stranger, bylawId, takeBack))).toBe('NOT_FOUND')
    expect((await reads(committee, bylawId)).body).toMatchObject({ acts: ['take_back'] })
    expect(await act(committee, bylawId, takeBack)).toMatchObject({
      state: 'taken_back',
      decidedBy: '陈主任（居委会）',
      acts: [],
    })
    expect(await codeOf(tryAct(committee, bylawId, takeBack))).toBe('STATE_CHANGED')
    expect(await codeOf(tryAct(secretary, bylawId, { act: 'put_in_force' }))).toBe('STATE_CHANGED')
    expect((await recorded(committee, { title: '改好的规约' })).state).toBe('recorded')
  })

  it('leaves them to who recorded them and the offices over the place', async () => {
    const { bylawId } = await recorded(committee)
    await act(committee, bylawId, takeBack)
    for (const who of [resident, across, stranger]) expect((await reads(who, bylawId)).status).toBe(404)
    expect(await listed(resident)).toEqual([])
    for (const who of [committee, secretary]) {
      expect((await reads(who, bylawId)).status).toBe(200)
      expect((await listed(who)).map(({ state }) => state)).toEqual(['taken_back'])
    }
  })

  it('is not for what is in force, nor for who left the office in which they recorded them', async () => {
    const { bylawId } = await inForce(committee, secretary)
    expect(await codeOf(tryAct(committee, bylawId, takeBack))).toBe('STATE_CHANGED')
    const former = await place.inOffice('residents_committee', here().communityId, { name: '老冯' })
    const waiting = await recorded(former, { placeId: place.community.buildingId })
    await server.db
      .updateTable('role_grants')
      .set({ state: 'ended' })
      .where('person_id', '=', former.personId)
      .execute()
    expect(await codeOf(tryAct(former, waiting.bylawId, takeBack))).toBe('NOT_ALLOWED')
    expect((await act(secretary, waiting.bylawId, { act: 'refuse', reason: '看不清' })).state).toBe('refused')
  })
})

describe('confirming bylaws', () => {
  it('is for the secretary, never for who recorded them', async () => {
    const { bylawId } = await recorded(committee)
    const put = { act: 'put_in_force' } as const
    for (const who of [committee, staff, head, resident])
      expect(await codeOf(tryAct(who, bylawId, put))).toBe('NOT_ALLOWED')
    expect(await codeOf(tryAct(stranger, bylawId, put))).toBe('NOT_FOUND')
    expect(await act(secretary, bylawId, put)).toMatchObject({
      state: 'in_force',
      decidedBy: '周书记（社区书记）',
      acts: ['end'],
    })
    expect(await told({ bylawId }, committee)).toEqual(['bylaw_in_force'])
    expect(await codeOf(tryAct(secretary, bylawId, put))).toBe('STATE_CHANGED')
  })

  it('a secretary who is in the committee as well doesn’t confirm what they recorded', async () => {
    const both = await place.inOffice('community_secretary', here().communityId, { name: '吴书记' })
    const { bylawId } = await recorded(committee)
    await server.db
      .updateTable('bylaws')
      .set({ recorded_by: both.personId })
      .where('bylaw_id', '=', bylawId)
      .execute()
    expect(await codeOf(tryAct(both, bylawId, { act: 'put_in_force' }))).toBe('NOT_ALLOWED')
  })

  it('refusing needs a reason, which residents don’t see: who recorded them and the offices do', async () => {
    const { bylawId } = await recorded(committee)
    expect(await codeOf(tryAct(secretary, bylawId, { act: 'refuse' }))).toBe('REASON_REQUIRED')
    expect(await codeOf(tryAct(secretary, bylawId, { act: 'refuse', reason: '打 13800138000' }))).toBe(
      'VOTE_WORDS_REFUSED',
    )
    const refused = await act(secretary, bylawId, { act: 'refuse', reason: '照片里没有这一条' })
    expect(refused).toMatchObject({ state: 'refused', reason: '照片里没有这一条', acts: [] })
    expect(await told({ bylawId }, committee)).toEqual(['bylaw_refused'])
    for (const who of [committee, staff, secretary]) {
      expect(await listed(who)).toMatchObject([{ bylawId }])
      expect((await reads(who, bylawId)).status).toBe(200)
    }
    for (const who of [resident, across, head, stranger]) {
      expect(await listed(who)).toEqual([])
      expect((await reads(who, bylawId)).status).toBe(404)
    }
  })

  it('a new one ends the old one of the same place, and says for what', async () => {
    const old = await inForce(committee, secretary)
    const elsewhere = await inForce(committee, secretary, { placeId: place.community.buildingId })
    const fresh = await inForce(committee, secretary, { title: '《新的管理规约》' })
    const seen = new Map((await listed(resident)).map(({ bylawId, state }) => [bylawId, state]))
    expect(seen).toEqual(
      new Map([
        [fresh.bylawId, 'in_force'],
        [elsewhere.bylawId, 'in_force'],
        [old.bylawId, 'ended'],
      ]),
    )
    expect((await reads(resident, old.bylawId)).body).toMatchObject({
      reason: '换成了《新的管理规约》',
      endedBy: '周书记（社区书记）',
    })
    expect(await told(old, committee)).toEqual(['bylaw_in_force', 'bylaw_ended'])
  })
})

describe('ending bylaws', () => {
  const end = { act: 'end', reason: '业主大会废止了' } as const

  it('is for the secretary and who may record, with a reason', async () => {
    const { bylawId } = await inForce(committee, secretary)
    expect(await codeOf(tryAct(committee, bylawId, { act: 'end' }))).toBe('REASON_REQUIRED')
    for (const who of [staff, head, resident])
      expect(await codeOf(tryAct(who, bylawId, end))).toBe('NOT_ALLOWED')
    expect(await act(committee, bylawId, end)).toMatchObject({
      state: 'ended',
      endedBy: '陈主任（居委会）',
      decidedBy: '周书记（社区书记）',
      acts: [],
    })
    expect(await told({ bylawId }, committee)).toEqual(['bylaw_in_force'])
    const again = await inForce(committee, secretary)
    expect((await act(secretary, again.bylawId, end)).endedBy).toBe('周书记（社区书记）')
    expect(await told(again, committee)).toEqual(['bylaw_in_force', 'bylaw_ended'])
  })

  it('is not for the residents’ committee where the owners have their own', async () => {
    const { bylawId } = await inForce(committee, secretary)
    const owners = await place.inOffice('owners_committee', place.community.estateId, { name: '老钱' })
    expect(await codeOf(tryAct(committee, bylawId, end))).toBe('NOT_ALLOWED')
    expect((await act(owners, bylawId, end)).endedBy).toBe('老钱（业委会）')
  })

  it('what waits is not ended, and what ended is not put in force again', async () => {
    const { bylawId } = await recorded(committee)
    expect(await codeOf(tryAct(secretary, bylawId, end))).toBe('STATE_CHANGED')
    await act(secretary, bylawId, { act: 'put_in_force' })
    await act(secretary, bylawId, end)
    for (const tried of ['put_in_force', 'refuse', 'end'] satisfies BylawAct[])
      expect(await codeOf(tryAct(secretary, bylawId, { act: tried, reason: '再来' }))).toBe('STATE_CHANGED')
  })
})

describe('the public record', () => {
  it('is for everybody who lives in the community and for the offices, and for nobody else', async () => {
    const { bylawId } = await inForce(committee, secretary)
    for (const who of [resident, across, head, staff, committee]) {
      expect(await listed(who)).toMatchObject([{ bylawId, state: 'in_force', placeName: '湖光苑' }])
      expect((await reads(who, bylawId)).body).toMatchObject({
        clause: INPUT.clause,
        recordedBy: '陈主任（居委会）',
      })
    }
    const visitor = await place.person()
    for (const who of [visitor, stranger]) {
      expect(await listed(who)).toEqual([])
      expect((await reads(who, bylawId)).status).toBe(404)
      expect(await codeOf(tryAct(who, bylawId, { act: 'end', reason: '不要' }))).toBe('NOT_FOUND')
    }
  })

  it('names persons by their offices alone, and tells nobody who they are in the app', async () => {
    const { bylawId } = await inForce(committee, secretary)
    const text = JSON.stringify((await reads(resident, bylawId)).body)
    expect(text).not.toContain(committee.personId)
    expect(text).not.toContain(secretary.personId)
  })

  it('shows its photos to who may read it', async () => {
    const { bylawId } = await recorded(committee)
    const sees = async (who: SignedInPerson) =>
      bylawPhotoReader(
        await acting(server.db, who.personId, here().communityId, server.clock.now),
        bylawId,
        '',
      )
    expect(await Promise.all([committee, secretary, resident].map(sees))).toEqual([true, true, true])
    expect(await sees(stranger)).toBe(false)
    await act(secretary, bylawId, { act: 'refuse', reason: '看不清' })
    expect(await Promise.all([committee, secretary, resident].map(sees))).toEqual([true, true, false])
  })

  it('knows nothing of another community’s bylaws', async () => {
    const { communityId } = place.otherCommunity
    const at = { communityId, at: server.clock.now }
    const [bylawId = ''] = await manyBylaws(server.db, at, 1, { recorded_by: stranger.personId })
    expect(await listed(resident)).toEqual([])
    expect((await reads(secretary, bylawId)).status).toBe(404)
    expect(await codeOf(tryAct(secretary, bylawId, { act: 'end', reason: '不要' }))).toBe('NOT_FOUND')
    const answer = await server.call(actOnBylawEndpoint, {
      as: secretary.token,
      params: { communityId, bylawId },
      body: { act: 'end', reason: '不要' },
    })
    expect(answer.status).toBe(404)
  })
})
