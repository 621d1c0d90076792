import {
  roundCodeIn,
  changeSessionEndpoint,
  openSessionCodeEndpoint,
  readSessionEndpoint,
  showSessionCodeEndpoint,
  type RoundView,
  type SessionView,
} from '#core/rounds'
import {
  aSession,
  boardBy,
  doAct,
  readSessionBy,
  SATURDAY,
  sessionParams,
  TONIGHT,
  topicIn,
  tryAct,
  tryOpen,
  written,
} from '../../../tests/builders/discussing'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  aRound,
  head,
  neighbour,
  place,
  readRoundBy,
  resident,
  server,
  setRoundStage,
  staff,
  stranger,
  toldOfRound,
} from '../../../tests/builders/round-stage'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code

let round: RoundView
beforeEach(async () => {
  round = await aRound({ state: 'discussion' })
})

const tryChange = (
  by: SignedInPerson,
  session: SessionView,
  more: { startsAt?: string; where?: string } = {},
) =>
  server.call(changeSessionEndpoint, {
    as: by.token,
    params: sessionParams(session),
    body: {
      revision: session.revision,
      topicId: session.topic.topicId,
      startsAt: session.startsAt,
      where: session.where ?? '',
      ...more,
    },
  })

describe('a session is opened', () => {
  it('by who convenes, about a topic of the round, at a place or online, with a host or without', async () => {
    const topicId = await topicIn(round)
    const here = await tryOpen(head, round, { topicId, host: true })
    expect(here.body).toMatchObject({
      topic: { topicId, title: '加两张长椅，放哪儿' },
      where: '楼前',
      startsAt: TONIGHT,
      hostName: '赵大爷（楼栋长）',
      people: 0,
      notes: 0,
    })
    const online = await tryOpen(head, round, { topicId, where: undefined })
    expect(online.body).toMatchObject({ where: null, hostName: null })
    const { items, topics, mayOpen } = await boardBy(head, round)
    expect(items.map(({ where }) => where)).toEqual(['楼前', null])
    expect(topics).toEqual([{ topicId, title: '加两张长椅，放哪儿' }])
    expect(mayOpen).toBe(true)
    expect((await boardBy(resident, round)).mayOpen).toBe(false)
  })

  it('by nobody else', async () => {
    const topicId = await topicIn(round)
    for (const one of [resident, staff])
      expect(codeOf(await tryOpen(one, round, { topicId }))).toBe('NOT_ALLOWED')
    for (const one of [across, stranger])
      expect(codeOf(await tryOpen(one, round, { topicId }))).toBe('NOT_FOUND')
  })

  it('never where and when there is one, however many ask at once', async () => {
    const topicId = await topicIn(round)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => tryOpen(head, round, { topicId, where: '活动室' })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    expect(answers.filter(({ status }) => status === 409).map(codeOf)).toEqual(
      Array(4).fill('SESSION_PLACE_TAKEN'),
    )
  })

  it('only about a topic of this round, at a time that can be, while the round discusses', async () => {
    const other = await topicIn(await aRound({ state: 'discussion' }))
    expect(codeOf(await tryOpen(head, round, { topicId: other }))).toBe('SESSION_TOPIC_WRONG')
    const topicId = await topicIn(round)
    for (const startsAt of ['2026-11-17T02:00:00.000Z', '2027-11-18T02:00:00.000Z'])
      expect(codeOf(await tryOpen(head, round, { topicId, startsAt }))).toBe('SESSION_TIME_WRONG')
    for (const state of ['agenda', 'action', 'closed'] as const) {
      await server.db
        .updateTable('rounds')
        .set({ state, ended_at: state === 'closed' ? server.clock.now : null })
        .where('round_id', '=', round.roundId)
        .execute()
      expect(codeOf(await tryOpen(head, round, { topicId }))).toBe('STATE_CHANGED')
    }
  })
})

describe('the law of two feet', () => {
  it('lets anyone of the scope join and leave, and moves who joins another at the same time', async () => {
    const bench = await aSession(round)
    const bikes = await aSession(round, { where: '活动室' })
    const saturday = await aSession(round, { startsAt: SATURDAY })
    expect(await doAct(resident, bench, 'join')).toMatchObject({ joined: true, people: 1 })
    await doAct(resident, saturday, 'join')
    expect(await readSessionBy(resident, bikes)).toMatchObject({ joined: false, elsewhere: true })
    expect(await doAct(resident, bikes, 'join')).toMatchObject({ joined: true, elsewhere: false, people: 1 })
    expect(await readSessionBy(resident, bench)).toMatchObject({ joined: false, elsewhere: true, people: 0 })
    expect(await readSessionBy(resident, saturday)).toMatchObject({ joined: true })
    expect(await doAct(resident, bikes, 'leave')).toMatchObject({ joined: false, people: 0 })
    expect((await readRoundBy(resident, round)).homesTakingPart).toBe(1)
  })

  it('counts who joins twice once, and leaves one in one session however many they press at once', async () => {
    const sessions = [await aSession(round), await aSession(round, { where: '活动室' })]
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => doAct(resident, sessions[n % 2] as SessionView, 'join')),
    )
    const { items } = await boardBy(resident, round)
    expect(items.reduce((sum, { people }) => sum + people, 0)).toBe(1)
  })

  it('is for who takes part: staff may look, others learn nothing', async () => {
    const session = await aSession(round)
    expect((await readSessionBy(staff, session)).acts).toEqual([])
    expect(codeOf(await tryAct(staff, session, 'join'))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryAct(across, session, 'join'))).toBe('NOT_FOUND')
    const { status } = await server.call(readSessionEndpoint, {
      as: stranger.token,
      params: sessionParams(session),
    })
    expect(status).toBe(404)
  })
})

describe('a host', () => {
  it('is one: of two at once one hosts', async () => {
    const session = await aSession(round)
    const answers = await Promise.all([tryAct(resident, session, 'host'), tryAct(neighbour, session, 'host')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(codeOf(answers.find(({ status }) => status === 409) as { body: unknown })).toBe('SESSION_HOSTED')
  })

  it('gives it back, or who convenes takes it back; nobody else', async () => {
    const session = await aSession(round)
    expect(await doAct(resident, session, 'host')).toMatchObject({ hostName: '李阿姨', iHost: true })
    expect(codeOf(await tryAct(neighbour, session, 'unhost'))).toBe('NOT_ALLOWED')
    expect(await doAct(resident, session, 'unhost')).toMatchObject({ hostName: null })
    await doAct(neighbour, session, 'host')
    expect(await doAct(head, session, 'unhost')).toMatchObject({ hostName: null })
  })
})

describe('a session on the board', () => {
  it('is moved with who is in it, and they are told', async () => {
    const session = await aSession(round)
    const saturday = await aSession(round, { startsAt: SATURDAY, where: '活动室' })
    await doAct(resident, session, 'join')
    await doAct(neighbour, session, 'join')
    await doAct(neighbour, saturday, 'join')
    const { body } = await tryChange(head, session, { startsAt: SATURDAY })
    expect(body).toMatchObject({ startsAt: SATURDAY, where: '楼前', people: 1 })
    expect(await readSessionBy(resident, session)).toMatchObject({ joined: true })
    expect(await readSessionBy(neighbour, saturday)).toMatchObject({ joined: true })
    for (const one of [resident, neighbour])
      expect(await toldOfRound(round, one)).toContain('session_changed')
  })

  it('is moved by one of two at once', async () => {
    const session = await aSession(round)
    const answers = await Promise.all([
      tryChange(head, session, { where: '东头' }),
      tryChange(head, session, { where: '西头' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('is moved to no spot where one stands, and by nobody but who convenes', async () => {
    const session = await aSession(round)
    await aSession(round, { where: '活动室' })
    expect(codeOf(await tryChange(head, session, { where: '活动室' }))).toBe('SESSION_PLACE_TAKEN')
    expect(codeOf(await tryChange(resident, session, { where: '西头' }))).toBe('NOT_ALLOWED')
  })

  it('is cancelled as long as nobody wrote in it; then its spot is free, and who was in it is told', async () => {
    const session = await aSession(round)
    await doAct(resident, session, 'join')
    expect(await doAct(head, session, 'cancel')).toMatchObject({ state: 'cancelled', people: 0, acts: [] })
    expect(await toldOfRound(round, resident)).toContain('session_cancelled')
    expect((await boardBy(head, round)).items).toEqual([])
    expect(codeOf(await tryAct(resident, session, 'join'))).toBe('STATE_CHANGED')
    const again = await aSession(round)
    await written(resident, again, '放在南边，冬天有太阳')
    expect(codeOf(await tryAct(head, again, 'cancel'))).toBe('SESSION_HAS_NOTES')
  })
})

describe('the code that hangs there', () => {
  const codeBy = (by: SignedInPerson, session: SessionView) =>
    server.call(showSessionCodeEndpoint, { as: by.token, params: sessionParams(session) })

  it('is shown by host and convener, leads to the session, and says who arrived', async () => {
    const session = await aSession(round)
    expect(codeOf(await codeBy(resident, session))).toBe('NOT_ALLOWED')
    const { body } = await codeBy(head, session)
    const { code, address, picture } = body
    // A camera opens nothing without the address of the site.
    expect(address).toMatch(/^http:\/\/[^/]+\//)
    expect(roundCodeIn(address)).toEqual({ code })
    expect(new Set(picture.map((row) => row.length))).toEqual(new Set([picture.length]))
    expect(await server.ok(openSessionCodeEndpoint, { as: resident.token, params: { code } })).toEqual({
      communityId: place.community.communityId,
      roundId: round.roundId,
      sessionId: session.sessionId,
    })
    expect(await doAct(resident, session, 'join', code)).toMatchObject({ joined: true, arrived: true })
    expect(await doAct(neighbour, session, 'join')).toMatchObject({ joined: true, arrived: false })
    expect(await doAct(neighbour, session, 'join', code)).toMatchObject({ people: 2, arrived: true })
  })

  it('of another session says nothing, and one that never was leads nowhere', async () => {
    const session = await aSession(round)
    const { body } = await codeBy(head, await aSession(round, { where: '活动室' }))
    expect(await doAct(resident, session, 'join', body.code)).toMatchObject({ joined: true, arrived: false })
    const { body: refusal } = await server.call(openSessionCodeEndpoint, {
      as: resident.token,
      params: { code: 'NEVER' },
    })
    expect(refusal).toMatchObject({ code: 'SESSION_CODE_INVALID' })
  })
})

describe('the discussion ends', () => {
  const ofSessions = async () => (await readRoundBy(head, round)).gate[0]

  it('when every session has notes', async () => {
    expect(await ofSessions()).toEqual({ met: false, words: '还没有开场次' })
    const first = await aSession(round)
    const second = await aSession(round, { where: '活动室' })
    await written(resident, first, '放在南边')
    expect(await ofSessions()).toEqual({ met: false, words: '还有 1 场没有记录' })
    await doAct(head, second, 'cancel')
    expect(await ofSessions()).toEqual({ met: true, words: '每一场都有记录' })
  })
})
