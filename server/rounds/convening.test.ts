import { changeRoundEndpoint, listRoundsEndpoint, readRoundEndpoint, type RoundView } from '#core/rounds'
import {
  across,
  aRound,
  head,
  MEETS_AT,
  NOW,
  neighbour,
  place,
  readRoundBy,
  resident,
  roundParams,
  server,
  setRoundStage,
  staff,
  stranger,
  toldOfRound,
  tryConvene,
  tryRoundAct,
} from '../../tests/builders/round-stage'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import { roundWords } from './round-words'
import { tellRound } from './tell-round'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const params = () => ({ communityId: place.community.communityId })

const listRoundsBy = async ({ token }: SignedInPerson) =>
  (await server.ok(listRoundsEndpoint, { as: token, params: params(), query: {} })).items

describe('a round is convened', () => {
  it('by the head of the building, signed with the office; it is in its agenda and says what is missing', async () => {
    const round = await aRound()
    expect(round).toMatchObject({
      state: 'agenda',
      convenerName: '赵大爷（楼栋长）',
      homes: 2,
      homesTakingPart: 0,
      mine: true,
      may: { takePart: false, convene: true, object: false },
      acts: ['invite', 'withdraw'],
    })
    expect(round.gate.map(({ met }) => met)).toEqual([true, true, false, false])
    expect(round.timeline.map(({ act }) => act)).toEqual(['convene'])
  })

  it('by nobody else: a resident, staff, a head from elsewhere', async () => {
    for (const one of [resident, staff]) expect(codeOf(await tryConvene(one))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryConvene(stranger))).toBe('NOT_ALLOWED')
  })

  it('at a place that holds rounds, at a time to come, with homes of that place only', async () => {
    const { communityId, otherHomeId, homeId } = place.community
    expect(codeOf(await tryConvene(head, { placeId: communityId }))).toBe('ROUND_PLACE_WRONG')
    expect(codeOf(await tryConvene(head, { meetsAt: NOW.toISOString() }))).toBe('ROUND_TIME_WRONG')
    expect(codeOf(await tryConvene(head, { homeIds: [homeId, otherHomeId] }))).toBe('ROUND_HOMES_WRONG')
  })
})

describe('who reads a round', () => {
  it('lives at the place or answers for it; nobody else learns that there is one', async () => {
    const round = await aRound()
    for (const one of [resident, neighbour, staff])
      expect((await readRoundBy(one, round)).question).toBe('楼前那块空地，怎么用才好')
    for (const one of [across, stranger]) {
      const { status } = await server.call(readRoundEndpoint, {
        as: one.token,
        params: roundParams(round),
        query: {},
      })
      expect(status).toBe(404)
    }
  })

  it('finds it in the list of what is under way, and of the place alone', async () => {
    const round = await aRound({ question: '车棚要不要装充电桩' })
    const idsOf = async (as: string, placeId?: string) => {
      const { items } = await server.ok(listRoundsEndpoint, {
        as,
        params: params(),
        query: { ...(placeId ? { placeId } : {}) },
      })
      return items.map(({ roundId }) => roundId)
    }
    const { buildingId, otherBuildingId } = place.community
    expect(await idsOf(resident.token)).toContain(round.roundId)
    expect(await idsOf(resident.token, buildingId)).toContain(round.roundId)
    expect(await idsOf(staff.token, buildingId)).toContain(round.roundId)
    expect(await idsOf(resident.token, otherBuildingId)).toEqual([])
    expect(await idsOf(across.token)).not.toContain(round.roundId)
  })

  it('of chosen homes: those left out read it and may object, and take no part', async () => {
    const { homeId } = place.community
    const round = await aRound({ homeIds: [homeId] })
    expect((await readRoundBy(resident, round)).may).toEqual({
      takePart: true,
      convene: false,
      object: false,
    })
    expect((await readRoundBy(neighbour, round)).may).toEqual({
      takePart: false,
      convene: false,
      object: true,
    })
  })
})

describe('its acts', () => {
  it('invite everybody in the scope, once each', async () => {
    const round = await aRound()
    const { status } = await tryRoundAct(head, round, 'invite')
    expect(status).toBe(200)
    await tellRound(server.db, { ...params(), roundId: round.roundId }, NOW)
    await tellRound(server.db, { ...params(), roundId: round.roundId }, NOW)
    expect(await toldOfRound(round, resident)).toEqual(['round_invited'])
    expect(await toldOfRound(round, across)).toEqual([])
  })

  it('are told one after the other, to everybody but who did it; not while neighbours may not read of it', async () => {
    const holder = await place.resident(place.community.homeId)
    const deputy = await place.inOffice('council_member', place.community.buildingId, { holder })
    const round = await aRound()
    const tell = () => tellRound(server.db, { ...params(), roundId: round.roundId }, NOW)
    const waiting = server.db.updateTable('rounds').set({ words_state: 'waiting' })
    await waiting.where('round_id', '=', round.roundId).execute()
    expect((await tryRoundAct(head, round, 'invite')).status).toBe(200)
    await tell()
    expect(await toldOfRound(round, resident)).toEqual([])
    expect((await listRoundsBy(head)).map(({ roundId }) => roundId)).toContain(round.roundId)
    await server.db.transaction().execute((tx) =>
      roundWords.setWords(tx, {
        ...params(),
        id: round.roundId,
        state: 'shown',
        about: '',
        at: NOW,
      }),
    )
    const { question, revision } = await readRoundBy(deputy, round)
    await server.ok(changeRoundEndpoint, {
      as: deputy.token,
      params: roundParams(round),
      body: { question, meetsAt: MEETS_AT, meetsWhere: '亭子里', revision },
    })
    await tell()
    expect(await toldOfRound(round, resident)).toEqual(['round_invited', 'round_changed'])
    expect(await toldOfRound(round, deputy)).toEqual(['round_invited'])
  })

  it('are refused to who may not, with an old revision, against the gate, and without a reason', async () => {
    const round = await aRound()
    expect(codeOf(await tryRoundAct(resident, round, 'invite'))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryRoundAct(stranger, round, 'invite'))).toBe('NOT_FOUND')
    expect(codeOf(await tryRoundAct(head, { ...round, revision: 9 }, 'invite'))).toBe('STATE_CHANGED')
    expect(codeOf(await tryRoundAct(head, round, 'publish_agenda'))).toBe('ROUND_GATE_OPEN')
    expect(codeOf(await tryRoundAct(head, round, 'withdraw'))).toBe('REASON_REQUIRED')
    expect(codeOf(await tryRoundAct(head, round, 'close'))).toBe('STATE_CHANGED')
  })

  it('end it with a reason that everybody reads', async () => {
    const round = await aRound()
    const { body } = await tryRoundAct(head, round, 'withdraw', { reason: '物业答应先修了' })
    expect(body as RoundView).toMatchObject({ state: 'withdrawn', acts: [], gate: [] })
    expect((await readRoundBy(resident, round)).timeline[1]).toMatchObject({ note: '物业答应先修了' })
  })
})
