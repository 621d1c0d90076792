import { listMyBallotsEndpoint, readBulletinEndpoint } from '#core/votes'
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
