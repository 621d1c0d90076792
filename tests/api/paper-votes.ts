import type { TellerSeat } from '#core/votes'
import { sealRead } from '#server/votes/ballots'
import { listVoteItems } from '#server/votes/repository'
import { freezeAgain } from './many-votes'
import type { TestServer } from './test-server'

type Server = Pick<TestServer, 'db' | 'clock' | 'parts'>
interface Where {
  communityId: string
}

/** Says that a vote is on paper too, with these three as its tellers, the last in reserve; frozen like that, where it was. */
export async function putOnPaper(
  { db, clock }: Server,
  { communityId }: Where,
  voteId: string,
  tellers: readonly [string, string, string],
): Promise<void> {
  const names = ['甲（社区工作人员）', '乙（居委会）', '丙（网格员）']
  await db
    .updateTable('votes')
    .set({ paper_tellers: names })
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .execute()
  await db
    .insertInto('vote_tellers')
    .values(
      tellers.map((personId, index) => ({
        community_id: communityId,
        vote_id: voteId,
        person_id: personId,
        seat: (index + 1) as TellerSeat,
        name: names[index] ?? '',
        role: 'community_staff' as const,
        named_at: clock.now,
        replaced_at: null,
      })),
    )
    .execute()
  await freezeAgain({ db }, { communityId }, voteId)
}

/** Envelopes of everybody on the roll came in, taken by one person. Answers whose they are, by number. */
export async function takeEnvelopes(
  { db, clock }: Server,
  { communityId }: Where,
  voteId: string,
  receivedBy: string,
): Promise<string[]> {
  const voters = await db
    .updateTable('vote_voters')
    .set({ took_part: true })
    .where('community_id', '=', communityId)
    .where('vote_id', '=', voteId)
    .returning(['voter_id', 'position'])
    .execute()
  const inOrder = [...voters].sort((one, other) => one.position - other.position)
  if (inOrder.length > 0)
    await db
      .insertInto('vote_envelopes')
      .values(
        inOrder.map((voter) => ({
          community_id: communityId,
          vote_id: voteId,
          voter_id: voter.voter_id,
          number: voter.position + 1,
          received_by: receivedBy,
          received_at: clock.now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return inOrder.map((voter) => voter.voter_id)
}

/** What one teller read in an envelope. */
export async function keyFor(
  { db, clock, parts }: Server,
  { communityId }: Where,
  voteId: string,
  {
    voterId,
    seat,
    personId,
    choice,
  }: { voterId: string; seat: TellerSeat; personId: string; choice: string },
): Promise<void> {
  const items = await listVoteItems(db, communityId, [voteId])
  const keyed = { choices: { i1: choice } }
  await db
    .insertInto('vote_envelope_entries')
    .values({
      community_id: communityId,
      vote_id: voteId,
      voter_id: voterId,
      seat,
      person_id: personId,
      read_sealed: sealRead(parts.contactBox, { voteId, voterId, seat }, items, keyed),
      keyed_at: clock.now,
    })
    .execute()
}
