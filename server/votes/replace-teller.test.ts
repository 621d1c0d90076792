import {
  keyEnvelopeEndpoint,
  listTellerCandidatesEndpoint,
  receiveEnvelopeEndpoint,
  replaceTellerEndpoint,
  returnEnvelopeEndpoint,
  type TellerSeat,
} from '#core/votes'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { putsOnRecord } from '../../tests/builders/on-record'
import { key, ok, paperVote, receive, receiveOf, toKey, voterOf } from '../../tests/builders/paper-votes'
import {
  atTime,
  CLOSES_AT,
  committee,
  head,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  subdistrict,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const { leavesOne } = putsOnRecord(() => server.db)

let chief: SignedInPerson
beforeAll(async () => {
  chief = await place.inOffice('grid_chief', place.community.gridId, { name: '吴网格长' })
})

async function replace(
  by: SignedInPerson,
  vote: { voteId: string },
  { personId, seat = 1, reason = '出差了' }: { personId: string; seat?: TellerSeat; reason?: string },
) {
  const { revision } = await votes.read(head, vote)
  return server.call(replaceTellerEndpoint, {
    as: by.token,
    params: votes.params(vote),
    body: { seat, personId, reason, revision },
  })
}

const END = { state: 'ended' } as const

describe('who may be chosen', () => {
  it('is in office over the place, once each, as they sign, without who asks', async () => {
    const listed = async (by: SignedInPerson) =>
      server.ok(listTellerCandidatesEndpoint, {
        as: by.token,
        params: { communityId: place.community.communityId },
        query: { placeId: place.community.buildingId },
      })
    const { items } = await listed(head)
    expect(items.map(({ name }) => name).sort()).toEqual(
      [
        '吴网格长（网格长）',
        '王敏（社区工作人员）',
        '陈主任（居委会）',
        '周书记（社区书记）',
        '孙科长（街道工作人员）',
      ].sort(),
    )
    expect((await listed(secretary)).items.map(({ personId }) => personId)).toContain(head.personId)
  })
})

describe('another teller', () => {
  it('takes over where one left office, told and on the timeline; what was keyed in stands', async () => {
    const vote = await paperVote()
    const { voterId } = await receiveOf(head, vote, resident)
    await atTime(CLOSES_AT, vote, 'count')
    await key(committee, vote, voterId, ok())
    await server.db.updateTable('role_grants').set(END).where('person_id', '=', staff.personId).execute()
    // In no office there, it is not theirs to know of.
    expect((await key(staff, vote, voterId, ok())).body.code).toBe('NOT_FOUND')
    const answer = await replace(secretary, vote, { personId: chief.personId })
    expect(answer.status).toBe(200)
    expect(await toldOf(vote, chief)).toEqual(['vote_envelopes_wait'])
    expect(await toKey(chief, vote)).toMatchObject({ seat: 1, count: 1 })
    expect((await key(chief, vote, voterId, ok())).body).toEqual({ left: 0, closed: true })
    const closed = await votes.read(head, vote)
    expect(closed.paper?.tellers[0]).toMatchObject({ name: '吴网格长（网格长）' })
    expect(closed.timeline.find(({ act }) => act === 'replace_teller')).toMatchObject({
      byName: '周书记（社区书记）',
      note: '王敏（社区工作人员） 换成 吴网格长（网格长）：出差了',
    })
    await server.db
      .updateTable('role_grants')
      .set({ state: 'granted' })
      .where('person_id', '=', staff.personId)
      .execute()
  })

  it('is named by the level above alone, and is nobody who convenes, counted before, or names', async () => {
    const vote = await paperVote()
    const codeOf = async (by: SignedInPerson, personId: string) =>
      ((await replace(by, vote, { personId })).body as { code?: string }).code
    for (const other of [head, staff, resident])
      expect(await codeOf(other, chief.personId)).toBe('NOT_ALLOWED')
    for (const wrong of [head, committee, secretary, resident])
      expect(await codeOf(subdistrict, wrong.personId)).toBe('VOTE_TELLERS_WRONG')
    expect(await codeOf(subdistrict, subdistrict.personId)).toBe('VOTE_TELLERS_WRONG')
    const withPhone = { personId: chief.personId, reason: '有事打 13812345678' }
    expect((await replace(secretary, vote, withPhone)).body).toMatchObject({ code: 'VOTE_WORDS_REFUSED' })
    expect(await codeOf(secretary, chief.personId)).toBeUndefined()
    // Whom somebody followed does not come back: nobody keys in the same envelope twice.
    expect(await codeOf(secretary, staff.personId)).toBe('VOTE_TELLERS_WRONG')
    const { frozenSha256, noticeSha256 } = await votes.read(head, vote)
    expect(frozenSha256).toBe(noticeSha256)
  })
})

it('what is done with envelopes is on record: who, in which office, never what was in them', async () => {
  const vote = await paperVote()
  const params = votes.params(vote)
  const about = () => vote.voteId
  const voterId = await voterOf(resident, vote)
  const mine = { ...params, voterId }
  const entry = (act: string, { personId }: SignedInPerson, role: string) => ({
    person_id: personId,
    act,
    role,
    reason: null,
  })
  await leavesOne(
    () => server.ok(receiveEnvelopeEndpoint, { as: head.token, params, body: { voterId } }),
    entry('vote.receive_envelope', head, 'building_head'),
    about,
  )
  await leavesOne(
    () => server.ok(returnEnvelopeEndpoint, { as: head.token, params: mine }),
    entry('vote.return_envelope', head, 'building_head'),
    about,
  )
  await receive(head, vote, { voterId })
  await leavesOne(
    () => replace(secretary, vote, { personId: chief.personId }),
    {
      ...entry('vote.replace_teller', secretary, 'community_secretary'),
      reason: expect.stringContaining('出差了'),
    },
    about,
  )
  await atTime(CLOSES_AT, vote, 'count')
  await leavesOne(
    () =>
      server.ok(keyEnvelopeEndpoint, { as: committee.token, params: mine, body: { voidReason: 'blank' } }),
    entry('vote.key_envelope', committee, 'residents_committee'),
    about,
  )
})
