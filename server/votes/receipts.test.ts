import { actOnMembershipEndpoint } from '#core/people'
import {
  cedeBallotEndpoint,
  listMyBallotsEndpoint,
  listRollEndpoint,
  listVotesEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
} from '#core/votes'
import { key, ok, paperVote, receiveOf } from '../../tests/builders/paper-votes'
import { accepted, castOn, opened } from '../../tests/builders/proxies'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
  atTime,
  CLOSES_AT,
  committee,
  head,
  neighbour,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  stranger,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

interface Named {
  voteId: string
}

const asked = (by: SignedInPerson, vote: Named) =>
  server.call(listMyBallotsEndpoint, { as: by.token, params: votes.params(vote) })

const receiptsOf = async (by: SignedInPerson, vote: Named) =>
  (await server.ok(listMyBallotsEndpoint, { as: by.token, params: votes.params(vote) })).items

const inBulletin = async (by: SignedInPerson, vote: Named) => {
  const bulletin = await server.ok(readBulletinEndpoint, { as: by.token, params: votes.params(vote) })
  return (bulletin as unknown as { ballots: { receipt: string; channel: string }[] }).ballots
}

/** The resident’s home handed in an envelope, which was opened and counted. */
async function countedOnPaper() {
  const vote = await paperVote()
  const { voterId } = await receiveOf(head, vote, resident)
  await atTime(CLOSES_AT, vote, 'count')
  for (const teller of [staff, committee]) await key(teller, vote, voterId, ok())
  return { vote, voterId }
}

describe('the receipt of a ballot on paper', () => {
  it('is shown after the close to whoever votes for that home, and is found in the record', async () => {
    const wife = await place.resident(place.community.homeId)
    const newcomer = await place.resident(place.community.homeId)
    await server.db
      .updateTable('memberships')
      .set({ confirmed_at: CLOSES_AT })
      .where('person_id', '=', newcomer.personId)
      .execute()
    const { vote, voterId } = await countedOnPaper()
    const [receipt] = await receiptsOf(resident, vote)
    expect(receipt).toMatchObject({ voterId, channel: 'paper', mine: false })
    expect(Object.keys(receipt ?? {}).sort()).toEqual(
      ['castAt', 'channel', 'mine', 'name', 'receipt', 'voterId'].sort(),
    )
    expect(await inBulletin(resident, vote)).toMatchObject([{ receipt: receipt?.receipt, channel: 'paper' }])
    expect(await receiptsOf(wife, vote)).toEqual([receipt])
    // Who moved in after the end did not vote.
    expect(await receiptsOf(newcomer, vote)).toEqual([])
  })

  it('is nobody else’s: neither a neighbour’s, nor the convener’s, nor a teller’s', async () => {
    const { vote } = await countedOnPaper()
    for (const who of [neighbour, head, staff, committee, secretary])
      expect(await receiptsOf(who, vote)).toEqual([])
    for (const who of [across, stranger]) expect((await asked(who, vote)).status).toBe(404)
  })

  it('is not there before the close, while the envelopes are keyed in', async () => {
    const vote = await paperVote()
    await receiveOf(head, vote, resident)
    expect((await asked(resident, vote)).body.code).toBe('VOTE_NOT_COUNTED')
    await atTime(CLOSES_AT, vote, 'count')
    expect((await asked(resident, vote)).body.code).toBe('VOTE_NOT_COUNTED')
  })
})

describe('the receipt of a ballot by proxy', () => {
  it('is the proxy’s and the principal’s, and nobody else’s', async () => {
    const { vote, of602, of402 } = await opened()
    await accepted(neighbour, vote, { voterId: of602, official: staff })
    await castOn(neighbour, vote, of602, 'against')
    await castOn(neighbour, vote, of402)
    await atTime(CLOSES_AT, vote, 'count')
    const [theirs, own] = await receiptsOf(neighbour, vote)
    expect([theirs, own]).toMatchObject([
      { voterId: of602, channel: 'proxy', mine: true },
      { voterId: of402, channel: 'online', mine: true },
    ])
    expect(await receiptsOf(resident, vote)).toEqual([{ ...theirs, mine: false }])
    expect(await receiptsOf(staff, vote)).toEqual([])
  })
})

it('what another of one’s home cast on their phone stays theirs', async () => {
  const wife = await place.resident(place.community.homeId)
  const { vote, of602 } = await opened()
  await castOn(wife, vote, of602)
  await atTime(CLOSES_AT, vote, 'count')
  expect(await receiptsOf(wife, vote)).toHaveLength(1)
  expect(await receiptsOf(resident, vote)).toEqual([])
})

describe('who cast and moved out', () => {
  async function leave(who: SignedInPerson): Promise<void> {
    const { communityId } = place.community
    const { membership_id: membershipId } = await server.db
      .selectFrom('memberships')
      .select('membership_id')
      .where('person_id', '=', who.personId)
      .executeTakeFirstOrThrow()
    const params = { communityId, membershipId }
    await server.ok(actOnMembershipEndpoint, { as: who.token, params, body: { act: 'leave' } })
  }

  const cede = (by: SignedInPerson, vote: Named, voterId: string) =>
    server.call(cedeBallotEndpoint, { as: by.token, params: { ...votes.params(vote), voterId } })

  const listed = async (by: SignedInPerson, list: 'current' | 'over') =>
    (
      await server.ok(listVotesEndpoint, {
        as: by.token,
        params: { communityId: place.community.communityId },
        query: { list },
      })
    ).items.map(({ voteId }) => voteId)

  it('keeps the ballot: they read the vote, and after the close its result and their receipt', async () => {
    const mover = await place.resident(place.community.homeId)
    const silent = await place.resident(place.community.homeId)
    const { vote, of602 } = await opened()
    await castOn(mover, vote, of602)
    for (const one of [mover, silent]) await leave(one)
    expect(await votes.read(mover, vote)).toMatchObject({
      voters: [],
      castBefore: [{ voterId: of602 }],
      may: { cast: false, follow: false },
    })
    expect(await listed(mover, 'current')).toContain(vote.voteId)
    expect((await castOn(mover, vote, of602, 'against')).status).toBe(404)
    expect((await asked(mover, vote)).body.code).toBe('VOTE_NOT_COUNTED')
    await atTime(CLOSES_AT, vote, 'count')
    expect((await votes.read(mover, vote)).items[0]?.result).toMatchObject({ approve: { persons: 1 } })
    expect(await receiptsOf(mover, vote)).toMatchObject([{ voterId: of602, channel: 'online', mine: true }])
    expect(await listed(mover, 'over')).toContain(vote.voteId)
    // Roll and ballots stay with those who follow it; who did not cast is told nothing.
    const call = { as: mover.token, params: votes.params(vote) }
    expect((await server.call(listRollEndpoint, { ...call, query: {} })).status).toBe(404)
    expect((await server.call(readBulletinEndpoint, call)).status).toBe(404)
    expect((await asked(silent, vote)).status).toBe(404)
    expect((await server.call(readVoteEndpoint, { ...call, as: silent.token })).status).toBe(404)
  })

  it('takes theirs back while it is open, where who lives there now chose otherwise', async () => {
    const mover = await place.resident(place.community.homeId)
    const { vote, of602, of402 } = await opened()
    await castOn(mover, vote, of602, 'against')
    await leave(mover)
    await castOn(resident, vote, of602)
    expect((await votes.read(resident, vote)).voters).toMatchObject([{ disputedItems: ['i1'] }])
    expect((await cede(mover, vote, of402)).body.code).toBe('VOTE_NOT_ON_ROLL')
    // What the others of that home did is not theirs to know any more.
    expect((await cede(mover, vote, of602)).body).toMatchObject({ voted: 'no', disputedItems: [] })
    expect((await cede(mover, vote, of602)).status).toBe(404)
    expect((await votes.read(resident, vote)).voters).toMatchObject([{ voted: 'mine', disputedItems: [] }])
    await atTime(CLOSES_AT, vote, 'count')
    expect((await votes.read(head, vote)).items[0]?.result).toMatchObject({
      participated: { persons: 1 },
      approve: { persons: 1 },
    })
    expect((await asked(mover, vote)).status).toBe(404)
  })

  it('and whose ballot stands is still disputed with: votes already cast stay', async () => {
    const mover = await place.resident(place.community.homeId)
    const { vote, of602 } = await opened()
    await castOn(mover, vote, of602, 'against')
    await leave(mover)
    await castOn(resident, vote, of602)
    await atTime(CLOSES_AT, vote, 'count')
    expect((await cede(mover, vote, of602)).body.code).toBe('VOTE_OVER')
    expect((await votes.read(head, vote)).items[0]?.result).toMatchObject({ participated: { persons: 0 } })
  })
})
