import { listEnvelopesToKeyEndpoint, type VoteView } from '#core/votes'
import { key, ok, paperVote, receiveOf } from '../../tests/builders/paper-votes'
import {
  atTime,
  CLOSES_AT,
  head,
  neighbour,
  resident,
  server,
  setVoteStage,
  staff,
  votes,
} from '../../tests/builders/vote-stage'

setVoteStage()

const from = async (vote: VoteView, number: string) => {
  const { items, count } = await server.ok(listEnvelopesToKeyEndpoint, {
    as: staff.token,
    params: votes.params(vote),
    query: { number },
  })
  return { numbers: items.map((one) => one.number), count }
}

it('a teller looks through what waits for them from a number on', async () => {
  const vote = await paperVote()
  await receiveOf(head, vote, resident)
  const { voterId } = await receiveOf(head, vote, neighbour)
  await atTime(CLOSES_AT, vote, 'count')
  const { numbers } = await from(vote, '1')
  expect(numbers).toHaveLength(2)
  const [first = 0, second = 0] = numbers
  expect(await from(vote, String(second))).toEqual({ numbers: [second], count: 2 })
  expect(await from(vote, String(second + 1))).toEqual({ numbers: [], count: 2 })
  await key(staff, vote, voterId, ok())
  expect((await from(vote, String(first))).numbers).toHaveLength(1)
  expect((await from(vote, '0')).numbers).toHaveLength(1)
})
