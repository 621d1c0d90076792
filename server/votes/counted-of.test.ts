import {
  atTime,
  CLOSES_AT,
  head,
  neighbour,
  OPENS_AT,
  resident,
  server,
  setVoteStage,
  votes,
} from '../../tests/builders/vote-stage'
import { countedIn, readCountedOf, readRecord } from './record-of-vote'
import { findVote, type VoteRow } from './repository'
import { listVoters } from './roll-repository'

setVoteStage()

it('what counted of one on the roll is the same as in the whole record, and only of that one', async () => {
  const vote = await votes.notice(head, { disclosure: 'by_unit' })
  await atTime(OPENS_AT, vote, 'open')
  await votes.cast(resident, vote, { i1: 'against' })
  await votes.cast(resident, vote, { i1: 'abstain' })
  await votes.cast(neighbour, vote)
  await atTime(CLOSES_AT, vote, 'count')
  const { communityId, voteId } = votes.params(vote)
  const row = (await findVote(server.db, communityId, voteId)) as VoteRow
  const box = server.parts.contactBox
  const whole = countedIn(await readRecord(server.db, box, row))
  expect([...whole.values()].map(({ choices }) => choices?.i1).sort()).toEqual(['abstain', 'approve'])
  for (const voter of await listVoters(server.db, communityId, voteId)) {
    const own = await readCountedOf(server.db, box, row, [voter])
    expect([...own]).toEqual([[voter.token, whole.get(voter.token)]])
  }
})
