import { readPulseEndpoint, readRoundCodeEndpoint, type OutcomeView } from '#core/rounds'
import type { VoteView } from '#core/votes'
import {
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
  tryRoundAct,
} from '../../../tests/builders/round-stage'
import { answer, aTopic, discussed, outcomesFor, say, tryPutDown } from '../../../tests/builders/statements'
import { draftOfTopic } from '../../../tests/builders/topic-votes'

setRoundStage()

const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code

describe('what came of a topic', () => {
  it('is put down by the convener; with the last one the discussion may end', async () => {
    const round = await discussed()
    const [one, other] = [await aTopic(round), await aTopic(round, '自行车停哪儿')]
    expect((await readRoundBy(head, round)).gate).toContainEqual({
      met: false,
      words: '还有 2 个议题没写下谈出了什么',
    })
    const done = await tryPutDown(head, round, { topicId: one, revision: 1 })
    expect(done.body).toMatchObject({
      outcome: 'consensus',
      outcomeText: '放在楼道口两边，各一张',
      revision: 2,
    })
    await tryPutDown(
      head,
      round,
      { topicId: other, revision: 1 },
      { outcome: 'no_consensus', text: '还要再想' },
    )
    expect((await readRoundBy(head, round)).gate).toContainEqual({ met: true, words: '每个议题都有了说法' })
    expect((await outcomesFor(resident, round)).items).toMatchObject([
      { outcome: 'consensus', may: { putDown: false, draftVote: false } },
      { outcome: 'no_consensus' },
    ])
  })

  it('is changed while the discussion goes on; of two at once one wins', async () => {
    const round = await discussed()
    const topicId = await aTopic(round)
    const both = await Promise.all([
      tryPutDown(head, round, { topicId, revision: 1 }, { text: '一张就够' }),
      tryPutDown(head, round, { topicId, revision: 1 }, { text: '两张才够' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.map(codeOf)).toContain('STATE_CHANGED')
    const again = await tryPutDown(head, round, { topicId, revision: 2 }, { outcome: 'no_consensus' })
    expect(again.body).toMatchObject({ outcome: 'no_consensus', revision: 3 })
  })

  it('is nobody else’s to say, in no other phase, and in decent words', async () => {
    const round = await discussed()
    const topic = { topicId: await aTopic(round), revision: 1 }
    for (const one of [resident, neighbour, staff])
      expect(codeOf(await tryPutDown(one, round, topic))).toBe('NOT_ALLOWED')
    expect(codeOf(await tryPutDown(head, round, topic, { text: '打电话 13800138000' }))).toBe(
      'ROUND_WORDS_REFUSED',
    )
    const agenda = await aRound({ state: 'agenda' })
    const early = { topicId: await aTopic(agenda), revision: 1 }
    expect(codeOf(await tryPutDown(head, agenda, early))).toBe('STATE_CHANGED')
    expect(codeOf(await tryPutDown(head, round, early))).toBe('NOT_FOUND')
  })

  it('is missing for topics that neighbours discuss, not for those merged or hidden', async () => {
    const round = await discussed()
    const topicId = await aTopic(round)
    await server.db
      .updateTable('topics')
      .set({ words_state: 'hidden' })
      .where('topic_id', '=', topicId)
      .execute()
    expect((await outcomesFor(resident, round)).items).toEqual([])
    expect((await readRoundBy(head, round)).gate).toContainEqual({ met: true, words: '每个议题都有了说法' })
    expect(codeOf(await tryPutDown(head, round, { topicId, revision: 1 } as OutcomeView))).toBe('NOT_FOUND')
  })
})

describe('a vote of a topic', () => {
  it('is drafted with its words, once; topic and vote lead to one another', async () => {
    const round = await discussed()
    const topicId = await aTopic(round)
    expect(codeOf(await draftOfTopic(head, round, topicId))).toBe('TOPIC_NO_VOTE')
    await tryPutDown(head, round, { topicId, revision: 1 }, { outcome: 'vote' })
    expect((await outcomesFor(head, round)).items).toMatchObject([{ may: { draftVote: true } }])
    expect(codeOf(await draftOfTopic(resident, round, topicId))).toBe('NOT_ALLOWED')
    expect(codeOf(await draftOfTopic(head, round, topicId, place.community.homeId))).toBe('PLACE_NOT_HERE')
    const drafted = await draftOfTopic(head, round, topicId)
    const { voteId, topic } = drafted.body as VoteView
    expect(topic).toEqual({ roundId: round.roundId, topicId, title: '加两张长椅' })
    expect((await outcomesFor(head, round)).items).toMatchObject([{ voteId, may: { draftVote: false } }])
    // A draft is its convener's alone.
    expect((await outcomesFor(resident, round)).items).toMatchObject([{ voteId: null }])
    expect(codeOf(await draftOfTopic(head, round, topicId))).toBe('TOPIC_HAS_VOTE')
    const [{ revision } = { revision: 0 }] = (await outcomesFor(head, round)).items
    expect(codeOf(await tryPutDown(head, round, { topicId, revision }))).toBe('TOPIC_HAS_VOTE')
    await server.db.updateTable('votes').set({ state: 'withdrawn' }).where('vote_id', '=', voteId).execute()
    expect((await draftOfTopic(head, round, topicId)).status).toBe(200)
  })
})

it('the next step is refused while a topic has no outcome', async () => {
  const round = await discussed()
  await aTopic(round)
  const before = await readRoundBy(head, round)
  expect(codeOf(await tryRoundAct(head, before, 'begin_action'))).toBe('ROUND_GATE_OPEN')
})

describe('the pulse for the big screen', () => {
  it('counts, and says only its version while nothing changed', async () => {
    const round = await discussed()
    const pulse = (version?: string) =>
      server.ok(readPulseEndpoint, {
        as: head.token,
        params: roundParams(round),
        query: version ? { version } : {},
      })
    await aTopic(round)
    const said = await say(resident, round)
    const first = await pulse()
    expect(first.now).toMatchObject({ topics: 1, statements: 1, answers: 1, homes: 1, outcomes: 0 })
    expect(await pulse(first.version)).toEqual({ version: first.version, now: null })
    await answer(neighbour, round, said, 'pass')
    const next = await pulse(first.version)
    expect(next.now).toMatchObject({ answers: 2, homes: 2 })
    expect(next.version).not.toBe(first.version)
  })
})

it('the code on the big screen leads to the round', async () => {
  const round = await discussed()
  const { address, picture } = await server.ok(readRoundCodeEndpoint, {
    as: head.token,
    params: roundParams(round),
  })
  // A camera opens nothing without the address of the site.
  expect(address).toMatch(/^http:\/\/[^/]+\//)
  expect(address).toContain(round.roundId)
  expect(picture.length).toBeGreaterThan(20)
  expect(picture.every((row) => /^[01]+$/.test(row) && row.length === picture.length)).toBe(true)
})
