import type { Role } from '#core/permissions'
import { readPulseEndpoint, readRoundCodeEndpoint, type OutcomeView } from '#core/rounds'
import type { VoteView } from '#core/votes'
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

describe('a vote of a topic in a round that somebody else convenes', () => {
  const asksForVote = async () => {
    const round = await discussed()
    const topicId = await aTopic(round)
    await tryPutDown(head, round, { topicId, revision: 1 }, { outcome: 'vote' })
    return { round, topicId }
  }
  const convenedBy = ({ roundId }: { roundId: string }, convener_id: string, convener_role: Role | null) =>
    server.db
      .updateTable('rounds')
      .set({ convener_id, convener_role })
      .where('round_id', '=', roundId)
      .execute()
  const offered = async (by: SignedInPerson, round: { roundId: string }) =>
    (await outcomesFor(by, round)).items.map(({ may }) => may.draftVote)

  it('who seconded it: the head drafts it, and nobody is offered what they can’t do', async () => {
    const { round, topicId } = await asksForVote()
    await convenedBy(round, resident.personId, null)
    expect(await offered(head, round)).toEqual([true])
    for (const one of [resident, neighbour, staff]) expect(await offered(one, round)).toEqual([false])
    expect(codeOf(await draftOfTopic(resident, round, topicId))).toBe('NOT_ALLOWED')
    expect(codeOf(await draftOfTopic(neighbour, round, topicId))).toBe('NOT_ALLOWED')
    expect((await draftOfTopic(across, round, topicId)).status).toBe(404)
    expect((await draftOfTopic(head, round, topicId)).status).toBe(200)
  })

  it('a council member: the same', async () => {
    const { round, topicId } = await asksForVote()
    const council = await place.inOffice('council_member', place.community.buildingId, { name: '钱理事' })
    await convenedBy(round, council.personId, 'council_member')
    expect([await offered(council, round), await offered(head, round)]).toEqual([[false], [true]])
    expect(codeOf(await draftOfTopic(council, round, topicId))).toBe('NOT_ALLOWED')
    expect((await draftOfTopic(head, round, topicId)).status).toBe(200)
  })

  it('is the residents’ committee’s to draft among owners, where they have no committee', async () => {
    const { round } = await asksForVote()
    const { communityId, estateId } = place.community
    const committee = await place.inOffice('residents_committee', communityId, { name: '孙主任' })
    expect(await offered(committee, round)).toEqual([true])
    await place.inOffice('owners_committee', estateId, { name: '李主任' })
    expect(await offered(committee, round)).toEqual([false])
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
