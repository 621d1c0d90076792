import { sql } from 'kysely'
import { castBallotEndpoint, cedeBallotEndpoint, readBulletinEndpoint, type VoteView } from '#core/votes'
import { atOnce, acting, sorted } from '../../tests/builders/acting'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  across,
  atTime,
  CLOSES_AT,
  head,
  neighbour,
  OPENS_AT,
  place,
  resident,
  server,
  setVoteStage,
  stranger,
  votes,
} from '../../tests/builders/vote-stage'
import { castBallot } from './cast-ballot'
import { lockVote, saveVote, type VoteRow } from './repository'

setVoteStage()

async function openVote(more?: Parameters<typeof votes.notice>[1]): Promise<VoteView> {
  const posted = await votes.notice(head, more)
  await atTime(OPENS_AT, posted, 'open')
  return votes.read(head, posted)
}

const castAs = async (
  by: SignedInPerson,
  vote: VoteView,
  body: { voterId: string; choices: Record<string, string> },
) => server.call(castBallotEndpoint, { as: by.token, params: votes.params(vote), body })

const cede = (by: SignedInPerson, vote: VoteView, voterId: string) =>
  server.call(cedeBallotEndpoint, { as: by.token, params: { ...votes.params(vote), voterId } })

const resultOf = async (vote: VoteView) => {
  await atTime(CLOSES_AT, vote, 'count')
  return (await votes.read(head, vote)).items[0]?.result
}

const voterOf = async (by: SignedInPerson, vote: VoteView) =>
  (await votes.read(by, vote)).voters[0]?.voterId ?? ''

describe('casting', () => {
  it('counts the last of the same person, and keeps the others on record', async () => {
    const vote = await openVote()
    await votes.cast(resident, vote, { i1: 'approve' })
    await votes.cast(resident, vote, { i1: 'against' })
    await votes.cast(neighbour, vote, { i1: 'abstain' })
    expect(await resultOf(vote)).toMatchObject({
      participated: { persons: 2 },
      approve: { persons: 0 },
      against: { persons: 1 },
      abstain: { persons: 1 },
    })
    const { ballots } = (await server.ok(readBulletinEndpoint, {
      as: resident.token,
      params: votes.params(vote),
    })) as unknown as { ballots: { status: string }[] }
    expect(ballots.map(({ status }) => status).sort()).toEqual(['counted', 'counted', 'replaced'])
  })

  it('is for those on the roll, while it is open, with an answer to every item', async () => {
    const posted = await votes.notice(head)
    const voterId = await voterOf(resident, posted)
    const choices = { i1: 'approve' }
    expect((await castAs(resident, posted, { voterId, choices })).body.code).toBe('VOTE_NOT_OPEN')
    await atTime(OPENS_AT, posted, 'open')
    expect((await castAs(neighbour, posted, { voterId, choices })).body.code).toBe('VOTE_NOT_ON_ROLL')
    expect((await castAs(across, posted, { voterId, choices })).body.code).toBe('NOT_FOUND')
    expect((await castAs(stranger, posted, { voterId, choices })).status).toBe(404)
    expect((await castAs(head, posted, { voterId, choices })).body.code).toBe('VOTE_NOT_ON_ROLL')
    for (const bad of [{}, { i1: 'perhaps' }, { i1: 'approve', i2: 'approve' }, { i1: '' }])
      expect(
        (await castAs(resident, posted, { voterId, choices: bad as Record<string, string> })).body.code,
      ).toBe('VOTE_CHOICE_WRONG')
    server.clock.now = CLOSES_AT
    expect((await castAs(resident, posted, { voterId, choices })).body.code).toBe('VOTE_OVER')
    expect(await resultOf(posted)).toMatchObject({
      participated: { persons: 0 },
      turnout_met: false,
      passed: false,
    })
  })

  it('is no child’s', async () => {
    const child = await place.resident(place.community.homeId, { relation: 'family', isAdult: false })
    const vote = await openVote()
    expect(await votes.read(child, vote)).toMatchObject({ voters: [], may: { cast: false } })
  })

  it('leaves out the item about which a family differs, until they agree or one takes theirs back', async () => {
    const wife = await place.resident(place.community.homeId, { relation: 'family' })
    const vote = await openVote({
      items: [
        { subject: 'shared_space', title: '放自行车' },
        { subject: 'chores', title: '轮流扫地' },
      ],
    })
    await votes.cast(resident, vote, { i1: 'approve', i2: 'approve' })
    expect(await votes.read(wife, vote)).toMatchObject({ voters: [{ voted: 'others', disputedItems: [] }] })
    expect(await votes.cast(wife, vote, { i1: 'approve', i2: 'against' })).toMatchObject({
      disputedItems: ['i2'],
    })
    expect(await votes.read(resident, vote)).toMatchObject({
      voters: [{ voted: 'mine', disputedItems: ['i2'] }],
    })
    expect((await votes.read(head, vote)).turnout).toEqual({ persons: 1, areaCentiM2: 0 })
    await atTime(CLOSES_AT, vote, 'count')
    const { items } = await votes.read(head, vote)
    expect(items.map(({ result }) => result?.participated.persons)).toEqual([1, 0])
  })

  it('lets one take theirs back, once', async () => {
    const wife = await place.resident(place.community.neighbourHomeId, { relation: 'family' })
    const vote = await openVote()
    const voterId = await voterOf(wife, vote)
    await votes.cast(neighbour, vote, { i1: 'approve' })
    await votes.cast(wife, vote, { i1: 'against' })
    expect(await cede(wife, vote, voterId)).toMatchObject({
      status: 200,
      body: { voted: 'others', disputedItems: [] },
    })
    expect((await cede(wife, vote, voterId)).body.code).toBe('STATE_CHANGED')
    expect((await cede(neighbour, vote, voterId)).status).toBe(200)
    expect((await votes.read(head, vote)).turnout?.persons).toBe(0)
    expect(await resultOf(vote)).toMatchObject({ participated: { persons: 0 } })
  })

  it('counts one ballot for a voter, however many are sent at the very same moment', async () => {
    const vote = await openVote()
    const voterId = await voterOf(resident, vote)
    const { communityId } = place.community
    const context = await acting(server.db, resident.personId, communityId, server.clock.now)
    const cast = (choice: string) => () =>
      castBallot(context, { voteId: vote.voteId, voterId, choices: { i1: choice } }, server.parts.contactBox)
    const endings = await atOnce(
      server.db,
      (tx) => sql`select 1 from vote_voters where voter_id = ${voterId} for update`.execute(tx),
      ['approve', 'against', 'approve', 'abstain'].map(cast),
    )
    expect(sorted(endings)).toEqual(['done', 'done', 'done', 'done'])
    const standing = await server.db
      .selectFrom('ballots')
      .select('ballot_id')
      .where('voter_id', '=', voterId)
      .where('replaced_at', 'is', null)
      .execute()
    expect(standing).toHaveLength(1)
    expect(await resultOf(vote)).toMatchObject({ participated: { persons: 1 } })
  })

  it('is over for who waits while the vote ends', async () => {
    const vote = await openVote()
    const voterId = await voterOf(resident, vote)
    const context = await acting(server.db, resident.personId, place.community.communityId, server.clock.now)
    const [ending] = await atOnce(
      server.db,
      async (tx) => {
        const row = (await lockVote(tx, place.community.communityId, vote.voteId)) as VoteRow
        await saveVote(tx, row, { state: 'counting' })
      },
      [
        () =>
          castBallot(
            context,
            { voteId: vote.voteId, voterId, choices: { i1: 'approve' } },
            server.parts.contactBox,
          ),
      ],
    )
    expect(ending).toBe('VOTE_OVER')
  })

  it('stays when the home is left', async () => {
    const guest = await place.resident(place.community.homeId, { relation: 'tenant' })
    const vote = await openVote()
    await votes.cast(guest, vote)
    await server.db
      .updateTable('memberships')
      .set({ state: 'left', ended_at: server.clock.now })
      .where('person_id', '=', guest.personId)
      .execute()
    expect(await votes.read(head, vote)).toMatchObject({ turnout: { persons: 1 } })
    expect(await resultOf(vote)).toMatchObject({ approve: { persons: 1 } })
  })
})
