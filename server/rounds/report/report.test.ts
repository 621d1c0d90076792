import { sql } from 'kysely'
import type { InjectOptions } from 'fastify'
import type { Insertable } from 'kysely'
import type { Tables } from '#server/platform/db/index'
import {
  followUpEndpoint,
  listLessonsEndpoint,
  MINUTES,
  printReportEndpoint,
  readReportEndpoint,
  REPORT_HEADINGS,
  type RoundReport,
  type RoundView,
} from '#core/rounds'
import type { VoteView } from '#core/votes'
import { aSession, tryStrike, written } from '../../../tests/builders/discussing'
import {
  anItem,
  doItemAct,
  readItemBy,
  tookPart,
  tryLedger,
  tryLesson,
  tryRate,
} from '../../../tests/builders/items'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  across,
  aRound,
  head,
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
  tryRoundAct,
} from '../../../tests/builders/round-stage'
import { draftOfTopic } from '../../../tests/builders/topic-votes'
import { aTopic, topicsFor, trySecond } from '../../../tests/builders/topics'
import { readPdf } from '../../../tests/pdf/read-pdf'

setRoundStage()
jest.setTimeout(120_000)

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code
const tryReport = (by: SignedInPerson, round: { roundId: string }) =>
  server.call(readReportEndpoint, { as: by.token, params: roundParams(round) })

/** A round whose item was done by a resident, and that is being judged now. */
async function judged() {
  const round = await aRound({ state: 'action' })
  const item = await anItem(resident, round, { takesOn: true, isProject: true })
  await tryLedger(resident, item, 'money_in', 20_050, { what: '邻居凑的' })
  const given = await anItem(head, round, { title: '换一盏路灯', promise: '楼前路灯亮起来' })
  await doItemAct(head, given, 'give_up', '归供电局管')
  const done = await doItemAct(resident, await readItemBy(resident, item), 'finish', '两张都装好了')
  await tookPart(neighbour, round, place.community.neighbourHomeId)
  await tryRoundAct(head, await readRoundBy(head, round), 'begin_evaluation')
  return { round, done, given }
}

/** The same, closed. */
async function closed() {
  const all = await judged()
  for (const item of [all.done, all.given]) await tryRate(neighbour, item, 'partly')
  await tryLesson(neighbour, all.round)
  const { body } = await tryRoundAct(head, await readRoundBy(head, all.round), 'close')
  return { ...all, round: body as RoundView }
}

async function setRound({ roundId }: { roundId: string }, columns: Partial<Insertable<Tables['rounds']>>) {
  await server.db.updateTable('rounds').set(columns).where('round_id', '=', roundId).execute()
}

describe('rating', () => {
  it('is by neighbours who took part, once each and changeable; who did it doesn’t rate it', async () => {
    const { done } = await judged()
    expect((await tryRate(neighbour, done, 'kept')).body).toEqual({
      rated: 'kept',
      ratings: { kept: 1, partly: 0, not_kept: 0 },
    })
    expect((await tryRate(neighbour, done, 'partly')).body).toEqual({
      rated: 'partly',
      ratings: { kept: 0, partly: 1, not_kept: 0 },
    })
    for (const one of [resident, head, staff])
      expect(codeOf(await tryRate(one, done, 'kept'))).toBe('NOT_ALLOWED')
    expect((await tryRate(across, done, 'kept')).status).toBe(404)
    const seen = await readItemBy(resident, done)
    expect(seen).toMatchObject({ rated: null, ratings: { partly: 1 } })
    expect(JSON.stringify(seen)).not.toContain(neighbour.personId)
  })

  it('waits for the evaluation, and ends with the round', async () => {
    const item = await anItem(resident, await aRound({ state: 'action' }), { takesOn: true })
    await tookPart(neighbour, item, place.community.neighbourHomeId)
    expect(codeOf(await tryRate(neighbour, item, 'kept'))).toBe('STATE_CHANGED')
    const { done } = await closed()
    expect(codeOf(await tryRate(neighbour, done, 'kept'))).toBe('STATE_CHANGED')
  })
})

describe('a round closes', () => {
  it('when every item was rated by somebody and a lesson was written', async () => {
    const { round, done, given } = await judged()
    const gate = async () => (await readRoundBy(head, round)).gate.map(({ met }) => met)
    expect(await gate()).toEqual([false, false])
    await tryRate(neighbour, done, 'kept')
    await tryRate(neighbour, given, 'not_kept')
    expect(await gate()).toEqual([true, false])
    expect(codeOf(await tryRoundAct(head, await readRoundBy(head, round), 'close'))).toBe('ROUND_GATE_OPEN')
    expect((await tryLesson(neighbour, round)).status).toBe(200)
    expect((await tryRoundAct(head, await readRoundBy(head, round), 'close')).status).toBe(200)
    expect(codeOf(await tryLesson(neighbour, round))).toBe('STATE_CHANGED')
    const { items } = await server.ok(listLessonsEndpoint, {
      as: resident.token,
      params: roundParams(round),
      query: {},
    })
    expect(items.map(({ text }) => text)).toEqual(['下次先量好尺寸再买'])
  })
})

describe('the report', () => {
  it('says what was promised, what became of it, the money, the ratings and the lessons; on paper too', async () => {
    const { round } = await closed()
    const { body } = await tryReport(resident, round)
    const report = body as RoundReport
    expect(report).toMatchObject({
      question: '楼前那块空地，怎么用才好',
      people: 3,
      homesTakingPart: 2,
      homes: 2,
    })
    const said = JSON.stringify(report.sections)
    const parts = [
      '装两张长椅',
      '说好：长椅装在楼前',
      '两张都装好了',
      '归供电局管',
      '结余 200.50 元',
      '1 人评',
      '下次先量好尺寸',
    ]
    for (const part of parts) expect(said).toContain(part)
    const { url } = await server.ok(printReportEndpoint, {
      as: resident.token,
      params: roundParams(round),
      body: {},
    })
    const answer = await server.app.inject({ method: 'GET', url } as InjectOptions)
    expect(answer.headers['content-type']).toBe('application/pdf')
    const printed = readPdf(answer.rawPayload).text.replace(/\s/g, '')
    for (const part of ['讨论报告', ...parts]) expect(printed).toContain(part.replace(/\s/g, ''))
  })

  it('is for who reads the round, once it is judged, and for the one who asked for the paper alone', async () => {
    const early = await aRound({ state: 'action' })
    expect(codeOf(await tryReport(resident, early))).toBe('STATE_CHANGED')
    const { round } = await closed()
    for (const one of [across, stranger]) expect((await tryReport(one, round)).status).toBe(404)
    const wrong = `/api/communities/${place.community.communityId}/round-reports/abc`
    expect((await server.app.inject({ method: 'GET', url: wrong })).statusCode).toBe(404)
  })

  it('has each session with its notes as they stand now', async () => {
    const round = await aRound({ state: 'discussion' })
    const session = await aSession(round, { where: '活动室' })
    const first = await written(resident, session, '放在南边')
    await written(resident, session, '放在南边，靠花坛', { replaces: first.noteId })
    await tryStrike(neighbour, session, await written(neighbour, session, '写错了'))
    await server.db
      .updateTable('rounds')
      .set({ state: 'evaluation' })
      .where('round_id', '=', round.roundId)
      .execute()
    const { sections } = (await tryReport(resident, round)).body as RoundReport
    const held = sections.find(({ heading }) => heading === REPORT_HEADINGS.sessions)
    expect(held?.lines).toHaveLength(1)
    const [facts, ...notes] = held?.lines[0]?.more ?? []
    expect(facts).toContain('活动室')
    expect(notes).toEqual([expect.stringContaining('放在南边，靠花坛'), MINUTES.struck(1)])
    expect(JSON.stringify(sections)).not.toContain('写错了')
  })

  it('is there for a round that nobody went on with', async () => {
    const round = await aRound({ state: 'action' })
    await anItem(head, round)
    await server.db
      .updateTable('rounds')
      .set({ state: 'abandoned', ended_at: server.clock.now })
      .where('round_id', '=', round.roundId)
      .execute()
    expect(((await tryReport(resident, round)).body as RoundReport).sections).toHaveLength(1)
  })
})

describe('what stayed open', () => {
  it('begins another round in one step, once, by who convenes there', async () => {
    const { round } = await closed()
    const follow = (by: SignedInPerson) =>
      server.call(followUpEndpoint, { as: by.token, params: roundParams(round), body: {} })
    const offered = async (by: SignedInPerson) =>
      ((await tryReport(by, round)).body as RoundReport).mayFollowUp
    expect([await offered(head), await offered(resident)]).toEqual([true, false])
    expect(codeOf(await follow(resident))).toBe('NOT_ALLOWED')
    const { body } = await follow(head)
    const next = body as RoundView
    expect(next).toMatchObject({ state: 'agenda', follows: { roundId: round.roundId }, homes: 2 })
    const topics = await server.db
      .selectFrom('topics')
      .select('title')
      .where('round_id', '=', next.roundId)
      .execute()
    expect(topics).toEqual([{ title: '换一盏路灯' }])
    expect(codeOf(await follow(head))).toBe('STATE_CHANGED')
    expect(await offered(head)).toBe(false)
    expect((await readRoundBy(resident, round)).followedBy).toMatchObject({ roundId: next.roundId })
    const { rows } =
      await sql`select 1 from graphile_worker.jobs where key = ${`round_idle:${next.roundId}`}`.execute(
        server.db,
      )
    expect(rows).toHaveLength(1)
  })

  it('is a topic that was put to a vote nobody held, too', async () => {
    const round = await aRound()
    const topic = await aTopic(resident, round)
    await server.db
      .updateTable('topics')
      .set({ outcome: 'vote', outcome_text: '各放一张', outcome_at: server.clock.now })
      .where('topic_id', '=', topic.topicId)
      .execute()
    await setRound(round, { state: 'discussion' })
    const { voteId } = (await draftOfTopic(head, round, topic.topicId)).body as VoteView
    await setRound(round, { state: 'closed', ended_at: server.clock.now })
    const open = async () => ((await tryReport(head, round)).body as RoundReport).mayFollowUp
    expect(await open()).toBe(false)
    await server.db.updateTable('votes').set({ state: 'withdrawn' }).where('vote_id', '=', voteId).execute()
    expect(await open()).toBe(true)
    const next = await server.ok(followUpEndpoint, {
      as: head.token,
      params: roundParams(round),
      body: {},
    })
    expect(await topicsFor(neighbour, next)).toMatchObject([{ title: topic.title, seconds: 1 }])
  })

  it('comes with every home that stood behind it, once; who left their home since stands behind it no more', async () => {
    const round = await aRound()
    const topic = await aTopic(resident, round, { shownAs: 'nickname' })
    await trySecond(neighbour, topic)
    const gone = await place.resident(place.community.neighbourHomeId)
    const alone = await aTopic(gone, round, { title: '装一盏灯' })
    const tree = await aTopic(neighbour, round, { title: '种一棵树' })
    await trySecond(resident, tree)
    await setRound(round, { state: 'action' })
    await anItem(head, round, { title: '买两张长椅', topicId: topic.topicId })
    await anItem(head, round, { title: '挖一个坑', topicId: tree.topicId })
    await server.db
      .updateTable('topics')
      .set({ outcome: 'consensus', outcome_text: '种', outcome_at: server.clock.now })
      .where('topic_id', '=', tree.topicId)
      .execute()
    await setRound(round, { state: 'abandoned', ended_at: server.clock.now })
    await server.db
      .updateTable('memberships')
      .set({ state: 'ended', ended_at: server.clock.now })
      .where('person_id', '=', gone.personId)
      .execute()
    const follow = () =>
      server.call(followUpEndpoint, { as: head.token, params: roundParams(round), body: {} })
    const answers = await Promise.all([follow(), follow()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const next = answers.find(({ status }) => status === 200)?.body as RoundView
    expect(next.homesTakingPart).toBe(2)
    const seconded = (await topicsFor(neighbour, next)).map(({ title, seconds, byName }) => ({
      title,
      seconds,
      byName,
    }))
    expect(seconded).toHaveLength(3)
    expect(seconded).toEqual(
      expect.arrayContaining([
        { title: '加两张长椅', seconds: 2, byName: '李阿姨' },
        { title: '装一盏灯', seconds: 0, byName: expect.any(String) },
        { title: '挖一个坑', seconds: 2, byName: expect.any(String) },
      ]),
    )
    expect(await toldOfRound(next, resident)).toEqual(['board_taken'])
    expect(alone.seconds).toBe(1)
  })
})
