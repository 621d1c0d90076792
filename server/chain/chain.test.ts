import { readMatterEndpoint } from '#core/matters'
import { linkItemEndpoint, readTopicEndpoint, type TopicView, type RoundView } from '#core/rounds'
import { readVoteEndpoint, type VoteView } from '#core/votes'
import { putUp, readTopicBy, secondBy } from '../../tests/builders/board'
import { aSession, doAct, readSessionBy } from '../../tests/builders/discussing'
import { anItem, itemParams, readItemBy } from '../../tests/builders/items'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  aRound,
  across,
  head,
  neighbour,
  place,
  resident,
  server,
  setRoundStage,
  staff,
  stranger,
  tryConvene,
} from '../../tests/builders/round-stage'
import { talking } from '../../tests/builders/talking'
import { draftOfTopic } from '../../tests/builders/topic-votes'
import { aTopic } from '../../tests/builders/topics'

setRoundStage()

const talk = talking(
  () => server,
  () => place,
)
const here = () => ({ communityId: place.community.communityId })
const readMatterBy = (by: SignedInPerson, matterId: string) =>
  server.ok(readMatterEndpoint, { as: by.token, params: { ...here(), matterId } })
const readVoteBy = (by: SignedInPerson, voteId: string) =>
  server.call(readVoteEndpoint, { as: by.token, params: { ...here(), voteId } })
const kindsOf = (links: readonly { kind: string }[] | undefined) => links?.map(({ kind }) => kind)

/** A matter of a resident, put up as a topic of the building. */
async function putUpFromMatter() {
  const { subjectId: matterId } = await talk.thread(resident)
  const topic = await putUp(
    resident,
    { origin: { kind: 'matter', id: matterId } },
    place.community.buildingId,
  )
  return { matterId, topic }
}

describe('a matter that neighbours talk about', () => {
  it('leads to its topic and the round of it, and the topic leads back', async () => {
    const { matterId, topic } = await putUpFromMatter()
    expect((await readMatterBy(neighbour, matterId)).chain).toEqual({
      from: [],
      to: [{ kind: 'topic', id: topic.topicId, title: topic.title }],
    })
    await secondBy(neighbour, topic)
    const { body } = await tryConvene(head, { topicIds: [topic.topicId] })
    const { roundId } = body as RoundView
    const seen = await readTopicBy(neighbour, topic)
    expect(seen.chain?.from).toEqual([{ kind: 'matter', id: matterId, title: '楼道灯不亮' }])
    expect(seen.chain?.to).toMatchObject([{ kind: 'round', id: roundId }])
    expect((await readMatterBy(resident, matterId)).chain?.to).toMatchObject([
      { kind: 'topic', id: topic.topicId },
      { kind: 'round', id: roundId },
    ])
  })

  it('says nothing of what its reader may not read', async () => {
    const { matterId, topic } = await putUpFromMatter()
    // Lives in the other building: the matter is public, the board of the building is not theirs.
    expect((await readMatterBy(across, matterId)).chain).toEqual({ from: [], to: [] })
    await server.db
      .updateTable('matters')
      .set({ visibility: 'restricted' })
      .where('matter_id', '=', matterId)
      .execute()
    expect(await readTopicBy(neighbour, topic)).toMatchObject({ origin: null, chain: { from: [] } })
  })

  it('never leads to what was withdrawn', async () => {
    const { matterId, topic } = await putUpFromMatter()
    await server.db
      .updateTable('topics')
      .set({ state: 'withdrawn' })
      .where('topic_id', '=', topic.topicId)
      .execute()
    expect((await readMatterBy(neighbour, matterId)).chain?.to).toEqual([])
  })
})

it('a topic from what somebody said leads back to what the thread is about', async () => {
  const thread = await talk.thread(resident)
  const { postId } = await talk.say(neighbour, thread, '不如装声控的，大家谈谈')
  const topic = await putUp(neighbour, { origin: { kind: 'post', id: postId } })
  expect((await readTopicBy(resident, topic)).chain?.from).toEqual([
    { kind: 'matter', id: thread.subjectId, title: '楼道灯不亮' },
  ])
})

describe('a topic whose vote is drafted', () => {
  it('leads to it those who may read it, and the vote leads back to topic and round', async () => {
    const round = await aRound({ state: 'agenda' })
    const topic = await aTopic(resident, round)
    await server.db
      .updateTable('topics')
      .set({ outcome: 'vote', outcome_text: '各放一张', outcome_at: server.clock.now })
      .where('topic_id', '=', topic.topicId)
      .execute()
    await server.db
      .updateTable('rounds')
      .set({ state: 'discussion' })
      .where('round_id', '=', round.roundId)
      .execute()
    const { voteId } = (await draftOfTopic(head, round, topic.topicId)).body as VoteView
    const toOf = async (by: SignedInPerson) => (await readTopicBy(by, topic)).chain?.to ?? []
    expect(kindsOf(await toOf(head))).toEqual(['round', 'vote'])
    // A draft is its convener's alone.
    expect(kindsOf(await toOf(resident))).toEqual(['round'])
    const { chain } = (await readVoteBy(head, voteId)).body as VoteView
    expect(chain?.from).toMatchObject([
      { kind: 'round', id: round.roundId },
      { kind: 'topic', id: topic.topicId },
    ])
  })
})

describe('a topic that is talked about in sessions', () => {
  it('leads to each that is held, through its round; the session names the topic it is about', async () => {
    const round = await aRound({ state: 'discussion' })
    const held = await aSession(round, { where: '楼前' })
    const { topicId } = held.topic
    const off = await aSession(round, { topicId, where: '活动室' })
    await doAct(head, off, 'cancel')
    const toOf = async (by: SignedInPerson) => (await readTopicBy(by, { topicId })).chain?.to
    expect(await toOf(neighbour)).toEqual([
      { kind: 'round', id: round.roundId, title: round.question },
      {
        kind: 'session',
        id: held.sessionId,
        title: '2026年11月18日 19:30 楼前',
        roundId: round.roundId,
      },
    ])
    expect((await readSessionBy(neighbour, held)).topic.topicId).toBe(topicId)
    // Who wrote the topic goes on reading it, and not the round that a moderator hid.
    await server.db
      .updateTable('topics')
      .set({ author_id: resident.personId })
      .where('topic_id', '=', topicId)
      .execute()
    await server.db
      .updateTable('rounds')
      .set({ words_state: 'hidden' })
      .where('round_id', '=', round.roundId)
      .execute()
    expect(await toOf(resident)).toEqual([])
  })
})

describe('an item of a round', () => {
  it('leads to its topic and round and to what it became, and that leads back to both', async () => {
    const round = await aRound()
    const topic = await aTopic(resident, round)
    await server.db
      .updateTable('rounds')
      .set({ state: 'action' })
      .where('round_id', '=', round.roundId)
      .execute()
    const item = await anItem(resident, round, { topicId: topic.topicId, takesOn: true })
    const { subjectId: matterId } = await talk.thread(resident)
    await server.ok(linkItemEndpoint, {
      as: resident.token,
      params: itemParams(item),
      body: { revision: item.revision, kind: 'matter', id: matterId },
    })
    const seen = await readItemBy(neighbour, item)
    expect(kindsOf(seen.chain?.from)).toEqual(['round', 'topic'])
    expect(seen.chain?.to).toEqual([{ kind: 'matter', id: matterId, title: '楼道灯不亮' }])
    const matter = await readMatterBy(neighbour, matterId)
    expect(matter.chain?.from).toEqual([
      { kind: 'round', id: round.roundId, title: round.question },
      { kind: 'item', id: item.itemId, title: item.title },
    ])
    const { chain } = await readTopicBy(neighbour, topic as TopicView)
    expect(kindsOf(chain?.to)).toEqual(['round', 'item'])
    // The matter is public; the round is of another building.
    expect((await readMatterBy(across, matterId)).chain).toEqual({ from: [], to: [] })
  })
})

it('is only for who reads the thing itself', async () => {
  const { topic } = await putUpFromMatter()
  for (const one of [across, stranger]) {
    const { status } = await server.call(readTopicEndpoint, {
      as: one.token,
      params: { ...here(), topicId: topic.topicId },
    })
    expect(status).toBe(404)
  }
  expect((await readTopicBy(staff, topic)).chain?.from).toHaveLength(1)
})
