import { sql } from 'kysely'
import { answerObjectionEndpoint, type VoteOverdue } from '#core/votes'
import { key, ok, paperVote, receiveOf } from '../../tests/builders/paper-votes'
import type { SignedInPerson } from '../../tests/builders/neighbourhood'
import {
  atTime,
  CLOSES_AT,
  committee,
  head,
  neighbour,
  NOW,
  OPENS_AT,
  place,
  resident,
  secretary,
  server,
  setVoteStage,
  staff,
  subdistrict,
  toldOf,
  votes,
} from '../../tests/builders/vote-stage'
import { voteOverdue } from './overdue'

setVoteStage()

interface Named {
  voteId: string
}

const DAY_MS = 86_400_000
/** Three days after an objection of the first day, the first not counted: the end of the third. */
const ANSWER_DUE = OPENS_AT
/** The same after the end of voting. */
const RESULT_DUE = new Date('2026-12-01T16:00:00.000Z')
const before = (at: Date) => new Date(at.getTime() - 1)

/** The job for this instant runs now. */
const atDue = (vote: Named, what: VoteOverdue, dueAt: Date) => {
  const { communityId } = place.community
  const job = { communityId, voteId: vote.voteId, what, dueAt: dueAt.toISOString() }
  return voteOverdue(server.db, job, server.clock.now)
}

/** What waits on the clock's list. */
const waiting = async ({ voteId }: Named): Promise<string[]> => {
  const keys = [`vote_roll_overdue:${voteId}`, `vote_result_overdue:${voteId}`]
  const { rows } = await sql<{ key: string; run_at: Date }>`
    select key, run_at from graphile_worker.jobs where key = any (${keys})`.execute(server.db)
  return rows.map((row) => `${row.key.split(':')[0]} ${row.run_at.toISOString()}`).sort()
}

const overdueTold = async (vote: Named, who: SignedInPerson) =>
  (await toldOf(vote, who)).filter((kind) => /_(due|late)$/.test(kind))

const answer = (vote: Named, objectionId: string) =>
  server.ok(answerObjectionEndpoint, {
    as: staff.token,
    params: { ...votes.params(vote), objectionId },
    body: { decision: 'dismissed', answer: '查过了', amendment: 'none' },
  })

describe('an objection to the roll that nobody answers', () => {
  it('is told at the end of its third day, to those who decide and the level above, once', async () => {
    const vote = await votes.notice(head)
    expect(await waiting(vote)).toEqual([])
    await votes.object(resident, vote)
    expect(await waiting(vote)).toEqual([`vote_roll_overdue ${ANSWER_DUE.toISOString()}`])
    server.clock.now = before(ANSWER_DUE)
    await expect(atDue(vote, 'roll_overdue', ANSWER_DUE)).rejects.toMatchObject({ code: 'ACT_NOT_POSSIBLE' })
    expect(await overdueTold(vote, staff)).toEqual([])
    server.clock.now = ANSWER_DUE
    await atDue(vote, 'roll_overdue', ANSWER_DUE)
    // A server that was killed runs it again, later.
    server.clock.now = new Date(ANSWER_DUE.getTime() + DAY_MS)
    await atDue(vote, 'roll_overdue', ANSWER_DUE)
    for (const who of [staff, secretary, committee])
      expect(await overdueTold(vote, who)).toEqual(['vote_objection_due'])
    expect(await overdueTold(vote, subdistrict)).toEqual(['vote_objection_late'])
    for (const who of [head, resident, neighbour]) expect(await overdueTold(vote, who)).toEqual([])
    const { timeline, state } = await votes.read(resident, vote)
    expect(state).toBe('notice')
    expect(timeline.map(({ act, byName }) => [act, byName])).toEqual([
      ['create', expect.any(String)],
      ['give_notice', expect.any(String)],
      ['roll_overdue', null],
    ])
    const recorded = await server.db
      .selectFrom('audit_entries')
      .select('act')
      .where('subject_id', '=', vote.voteId)
      .where('act', '=', 'vote.roll_overdue')
      .execute()
    expect(recorded).toHaveLength(1)
  })

  it('is told of the next one, too; and of none that was answered', async () => {
    const { vote, first, second } = await twice()
    expect(await waiting(vote)).toEqual([`vote_roll_overdue ${ANSWER_DUE.toISOString()}`])
    await answer(vote, first)
    const later = new Date(ANSWER_DUE.getTime() + DAY_MS)
    expect(await waiting(vote)).toEqual([`vote_roll_overdue ${later.toISOString()}`])
    server.clock.now = later
    await atDue(vote, 'roll_overdue', ANSWER_DUE)
    expect(await overdueTold(vote, staff)).toEqual([])
    await answer(vote, second)
    await atDue(vote, 'roll_overdue', later)
    expect(await overdueTold(vote, staff)).toEqual([])
    expect((await votes.read(head, vote)).objections).toMatchObject({ roll: 2, rollOpen: 0 })
  })

  async function twice() {
    const vote = await votes.notice(head)
    const { objectionId: first } = await votes.object(resident, vote)
    server.clock.now = new Date(NOW.getTime() + DAY_MS)
    const { objectionId: second } = await votes.object(neighbour, vote)
    return { vote, first, second }
  }

  it('says until when the roll could be objected to no longer, once that is past', async () => {
    const vote = await votes.notice(head)
    await votes.object(resident, vote)
    expect((await votes.read(resident, vote)).rollObjectionsUntil).toBe(OPENS_AT.toISOString())
    await atTime(OPENS_AT, vote, 'open')
    expect(await votes.read(resident, vote)).toMatchObject({
      state: 'notice',
      rollObjectionsUntil: null,
      objections: { rollOpen: 1 },
    })
  })
})

describe('a result that does not come', () => {
  it('is told three days after the end, to the tellers who are awaited and the level above, once', async () => {
    const vote = await paperVote()
    const { voterId } = await receiveOf(head, vote, resident)
    await atTime(CLOSES_AT, vote, 'count')
    await key(staff, vote, voterId, ok())
    expect(await waiting(vote)).toEqual([`vote_result_overdue ${RESULT_DUE.toISOString()}`])
    server.clock.now = before(RESULT_DUE)
    await expect(atDue(vote, 'result_overdue', RESULT_DUE)).rejects.toMatchObject({
      code: 'ACT_NOT_POSSIBLE',
    })
    expect(await overdueTold(vote, committee)).toEqual([])
    server.clock.now = RESULT_DUE
    await atDue(vote, 'result_overdue', RESULT_DUE)
    await atDue(vote, 'result_overdue', RESULT_DUE)
    expect(await overdueTold(vote, committee)).toEqual(['vote_count_due'])
    expect(await overdueTold(vote, staff)).toEqual([])
    for (const who of [secretary, subdistrict])
      expect(await overdueTold(vote, who)).toEqual(['vote_count_late'])
    // It is counted all the same, as soon as the other has keyed it in.
    await key(committee, vote, voterId, ok())
    const { state, timeline } = await votes.read(head, vote)
    expect(state).toBe('closed')
    expect(timeline.slice(-3).map(({ act }) => act)).toEqual(['count', 'result_overdue', 'close'])
  })

  it('is told of none that was posted', async () => {
    const vote = await votes.notice(head)
    await atTime(OPENS_AT, vote, 'open')
    await atTime(CLOSES_AT, vote, 'count')
    server.clock.now = RESULT_DUE
    await atDue(vote, 'result_overdue', RESULT_DUE)
    for (const who of [secretary, subdistrict]) expect(await overdueTold(vote, who)).toEqual([])
  })
})
