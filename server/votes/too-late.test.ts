import { sql } from 'kysely'
import {
  atTime,
  CLOSES_AT,
  head,
  OPENS_AT,
  place,
  server,
  setVoteStage,
  votes,
} from '../../tests/builders/vote-stage'
import { holdOpenVote, lockVote } from './repository'

setVoteStage()

it('holds a vote for who casts in time, so that its count waits for them, and not for who comes too late', async () => {
  const vote = await votes.notice(head)
  await atTime(OPENS_AT, vote, 'open')
  const { communityId } = place.community
  /** What the count meets while somebody casts at an instant. */
  const countWhileCasting = (at: Date) =>
    server.db.transaction().execute(async (casting) => {
      const held = await holdOpenVote(casting, communityId, vote.voteId, at)
      const counted = await server.db
        .transaction()
        .execute(async (count) => {
          await sql`set local lock_timeout = '300ms'`.execute(count)
          return (await lockVote(count, communityId, vote.voteId))?.state
        })
        .catch(() => 'waits')
      return [held?.state, counted]
    })
  expect(await countWhileCasting(new Date(CLOSES_AT.getTime() - 1))).toEqual(['open', 'waits'])
  expect(await countWhileCasting(CLOSES_AT)).toEqual([undefined, 'open'])
})
