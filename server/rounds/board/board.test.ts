import { listBoardsEndpoint, listBoardTopicsEndpoint, type RoundClockAct, type RoundView } from '#core/rounds'
import {
  boardOf,
  boardParams,
  onBoard,
  putUp,
  readTopicBy,
  secondBy,
  takeBackBy,
  tryDecline,
  tryPutUp,
} from '../../../tests/builders/board'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  head,
  neighbour,
  NOW,
  place,
  readRoundBy,
  resident,
  server,
  setRoundStage,
  staff,
  stranger,
  toldOfRound,
  tryConvene,
  tryRoundAct,
} from '../../../tests/builders/round-stage'
import { roundClock } from '../clock'
import { boardClock } from './clock'

setRoundStage()

/** 居委会: convenes for the estate. */
let committee: SignedInPerson
beforeAll(async () => {
  committee = await place.inOffice('residents_committee', place.community.communityId, { name: '孙主任' })
})

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const toldOfTopic = ({ topicId }: { topicId: string }, who: SignedInPerson) =>
  toldOfRound({ roundId: topicId }, who)
/** Seven whole days after NOW. */
const SILENT_AT = '2026-11-25T16:00:00.000Z'

const passDays = (topicId: string, now = new Date(SILENT_AT), dueAt = SILENT_AT) =>
  boardClock(server.db, { communityId: place.community.communityId, topicId, dueAt }, now)

/** Two of the three homes of the estate want to talk about it. */
async function aMetTopic(): Promise<{ topicId: string; revision: number }> {
  const topic = await putUp(resident)
  await secondBy(neighbour, topic)
  return readTopicBy(resident, topic)
}

const convene = (
  by: SignedInPerson,
  topicIds: string[],
  more: { homeIds?: string[]; placeId?: string } = {},
) => tryConvene(by, { placeId: place.community.estateId, topicIds, ...more })

async function convened(by: SignedInPerson, topicIds: string[]): Promise<RoundView> {
  const { status, body } = await convene(by, topicIds)
  expect(status).toBe(200)
  return body as RoundView
}

describe('a topic is put up', () => {
  it('by who lives there, and their home counts as the first', async () => {
    const topic = await putUp(resident, { text: '老人歇脚用', shownAs: 'nickname' })
    expect(topic).toMatchObject({
      state: 'open',
      seconds: 1,
      secondsNeeded: 2,
      mine: true,
      byName: '李阿姨',
      round: null,
      metAt: null,
    })
    expect(await onBoard(neighbour, topic)).toMatchObject({ seconds: 1, maySecond: true, mine: false })
  })

  it('of whom a child speaks without a home that counts', async () => {
    const child = await place.resident(place.community.homeId, { isAdult: false })
    expect(await putUp(child)).toMatchObject({ seconds: 0 })
  })

  it('not by who is only in office there, nor on a board of others', async () => {
    expect(codeOf(await tryPutUp(committee))).toBe('BOARD_NEEDS_HOME')
    expect(codeOf(await tryPutUp(stranger))).toBe('NOT_FOUND')
    expect(codeOf(await tryPutUp(across, {}, place.community.buildingId))).toBe('NOT_FOUND')
    expect(codeOf(await tryPutUp(resident, {}, place.community.communityId))).toBe('NOT_FOUND')
  })

  it('in words that neighbours read only once they were looked at, where the check isn’t sure', async () => {
    const topic = await putUp(resident, { title: '加微信一起刷单' })
    expect(topic.wordsState).not.toBe('shown')
    expect(await onBoard(neighbour, topic)).toBeUndefined()
    expect(await onBoard(resident, topic)).toMatchObject({ mine: true })
  })
})

describe('the boards one sees', () => {
  const boardsOf = async (who: SignedInPerson) =>
    (
      await server.ok(listBoardsEndpoint, {
        as: who.token,
        params: { communityId: place.community.communityId },
      })
    ).items

  it('are of the places where one lives, and those one is in office for', async () => {
    expect((await boardsOf(across)).map(({ name, lives }) => [name, lives])).toEqual([
      ['湖光苑', true],
      ['湖光苑 5号楼', true],
    ])
    expect(await boardsOf(head)).toMatchObject([{ placeId: place.community.buildingId, lives: false }])
    expect(await boardsOf(staff)).toMatchObject([{ placeId: place.community.estateId, lives: false }])
    expect(await boardsOf(stranger)).toEqual([])
  })
})

describe('enough homes second it', () => {
  it('and who convenes there is told, once, and has seven days', async () => {
    const topic = await putUp(resident)
    expect(await toldOfTopic(topic, committee)).toEqual([])
    await secondBy(neighbour, topic)
    expect(await toldOfTopic(topic, committee)).toEqual(['board_met'])
    await takeBackBy(neighbour, topic)
    await secondBy(neighbour, topic)
    await secondBy(across, topic)
    expect(await toldOfTopic(topic, committee)).toEqual(['board_met'])
    expect(await onBoard(committee, topic)).toMatchObject({
      seconds: 3,
      metAt: NOW.toISOString(),
      mayConvene: true,
      mayDecline: true,
    })
    expect(await onBoard(neighbour, topic)).toMatchObject({ mayConvene: false, mayDecline: false })
  })

  it('of a building its head is told', async () => {
    const topic = await putUp(resident, {}, place.community.buildingId)
    expect(topic).toMatchObject({ secondsNeeded: 1, metAt: NOW.toISOString() })
    expect(await toldOfTopic(topic, head)).toEqual(['board_met'])
  })
})

describe('who convenes there declines', () => {
  it('in public, with a reason that everybody reads; who seconded it is told', async () => {
    const topic = await aMetTopic()
    const { status } = await tryDecline(committee, topic)
    expect(status).toBe(200)
    expect(await onBoard(across, topic, 'over')).toMatchObject({
      state: 'declined',
      declined: { reason: '物业月底就来装，不用再谈', byName: '孙主任（居委会）' },
    })
    expect(await onBoard(across, topic)).toBeUndefined()
    for (const one of [resident, neighbour]) expect(await toldOfTopic(topic, one)).toContain('board_declined')
    await passDays(topic.topicId)
    expect(await toldOfTopic(topic, neighbour)).not.toContain('board_silent')
  })

  it('neither before enough homes want it, nor after silence; nobody else does', async () => {
    expect(codeOf(await tryDecline(committee, await putUp(resident)))).toBe('BOARD_TOPIC_NOT_MET')
    const topic = await aMetTopic()
    expect(codeOf(await tryDecline(neighbour, topic))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryDecline(stranger, topic))).toBe('NOT_FOUND')
    await passDays(topic.topicId)
    expect(codeOf(await tryDecline(committee, await readTopicBy(committee, topic)))).toBe('BOARD_HEAD_LATE')
  })

  it('once: of two at once one is told that it changed', async () => {
    const topic = await aMetTopic()
    const answers = await Promise.all([tryDecline(committee, topic), tryDecline(committee, topic)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('who convenes there convenes', () => {
  it('and the topic moves into the round with everybody behind it, who are told', async () => {
    const topic = await aMetTopic()
    const round = await convened(committee, [topic.topicId])
    expect(round).toMatchObject({ convenerName: '孙主任（居委会）', homesTakingPart: 2 })
    expect(await readTopicBy(neighbour, topic)).toMatchObject({
      state: 'open',
      seconds: 2,
      round: { roundId: round.roundId, state: 'agenda' },
    })
    for (const one of [resident, neighbour]) expect(await toldOfRound(round, one)).toEqual(['board_taken'])
    expect(await toldOfRound(round, across)).toEqual([])
    expect(await onBoard(across, topic)).toBeUndefined()
    expect(await onBoard(across, topic, 'over')).toMatchObject({
      inRound: true,
      round: { roundId: round.roundId },
    })
    await passDays(topic.topicId)
    expect(await toldOfTopic(topic, neighbour)).not.toContain('board_silent')
  })

  it('with every home of the place, and with topics of its own board', async () => {
    const topic = await aMetTopic()
    const { buildingId, homeId } = place.community
    expect(codeOf(await convene(committee, [topic.topicId], { homeIds: [homeId] }))).toBe(
      'BOARD_TOPICS_WRONG',
    )
    expect(codeOf(await convene(head, [topic.topicId], { placeId: buildingId }))).toBe('NOT_FOUND')
    const gone = await convened(committee, [topic.topicId])
    expect(gone.state).toBe('agenda')
    expect(codeOf(await convene(committee, [topic.topicId]))).toBe('STATE_CHANGED')
  })

  it('and what isn’t held goes back to the board, its days as they were', async () => {
    const topic = await aMetTopic()
    const round = await convened(committee, [topic.topicId])
    expect((await tryRoundAct(committee, round, 'withdraw', { reason: '那天停电' })).status).toBe(200)
    expect(await onBoard(neighbour, topic)).toMatchObject({ inRound: false, seconds: 2 })
    expect(await toldOfTopic(topic, neighbour)).toContain('board_back')
    await passDays(topic.topicId)
    expect(await onBoard(neighbour, topic)).toMatchObject({ mayConvene: true })
  })
})

describe('a round whose convener never goes on with it', () => {
  it('ends, and its topics wait on the board again: the days of silence are over', async () => {
    const topic = await aMetTopic()
    const { roundId } = await convened(committee, [topic.topicId])
    const tick = (act: RoundClockAct, at: string) =>
      roundClock(server.db, { communityId: place.community.communityId, roundId, act }, new Date(at))
    await tick('idle', '2027-01-17T16:00:00.000Z')
    await tick('abandon', '2027-02-01T16:00:00.000Z')
    expect(await onBoard(neighbour, topic)).toMatchObject({ inRound: false, seconds: 2 })
    expect(await toldOfTopic(topic, neighbour)).toContain('board_back')
    expect(await toldOfRound({ roundId }, neighbour)).toContain('round_abandoned')
    expect(await toldOfRound({ roundId }, committee)).toContain('round_abandoned')
    await passDays(topic.topicId)
    expect(await onBoard(neighbour, topic)).toMatchObject({ mayConvene: true })
  })
})

describe('after silence', () => {
  it('everybody who seconds it is told, and may convene without an office', async () => {
    const topic = await aMetTopic()
    await passDays(topic.topicId)
    for (const one of [resident, neighbour]) expect(await toldOfTopic(topic, one)).toContain('board_silent')
    expect(await onBoard(neighbour, topic)).toMatchObject({ mayConvene: true })
    expect(await onBoard(across, topic)).toMatchObject({ mayConvene: false })
    expect(codeOf(await convene(across, [topic.topicId]))).toBe('NOT_ALLOWED')
    expect(codeOf(await convene(neighbour, []))).toBe('NOT_ALLOWED')
    const round = await convened(neighbour, [topic.topicId])
    expect(round).toMatchObject({ convenerName: '小周', mine: true, may: { convene: true, takePart: true } })
    expect((await readRoundBy(resident, round)).homesTakingPart).toBe(2)
  })

  it('but not a day too early, and nothing is found twice', async () => {
    const topic = await aMetTopic()
    await expect(passDays(topic.topicId, NOW)).rejects.toMatchObject({ code: 'ACT_NOT_POSSIBLE' })
    await passDays(topic.topicId)
    await passDays(topic.topicId)
    expect((await toldOfTopic(topic, neighbour)).filter((kind) => kind === 'board_silent')).toHaveLength(1)
  })
})

it('shows its rule, and lists nothing to who has nothing to do with the place', async () => {
  expect((await boardOf(resident)).board).toEqual({
    placeName: '湖光苑',
    secondsNeeded: 2,
    mayPutUp: true,
  })
  expect((await boardOf(committee)).board.mayPutUp).toBe(false)
  const refused = await server.call(listBoardTopicsEndpoint, { as: stranger.token, params: boardParams() })
  expect(codeOf(refused)).toBe('NOT_FOUND')
})
