import { sql } from 'kysely'
import {
  keyEnvelopeEndpoint,
  listByUnitEndpoint,
  listEnvelopesEndpoint,
  listEnvelopesToKeyEndpoint,
  listMyBallotsEndpoint,
  listRollEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
  receiveEnvelopeEndpoint,
} from '#core/votes'
import type { InputOf } from '#core/contract'
import { buildNeighbourhood } from '../../tests/builders/neighbourhood'
import { voting } from '../../tests/builders/voting'
import { hearLog } from '../../tests/api/heard-log'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import { voteClock } from './clock'
import { tellVote } from './tell-vote'

const NOW = '2026-11-18T02:00:00.000Z'
const OPENS_AT = new Date('2026-11-21T16:00:00.000Z')
const CLOSES_AT = new Date('2026-11-28T12:00:00.000Z')

type Keyed = NonNullable<InputOf<(typeof keyEnvelopeEndpoint)['body']>>

let server: TestServer
let stage: Awaited<ReturnType<typeof people>>
const heard = hearLog()

beforeAll(async () => {
  server = await startTestServer({ now: NOW, log: heard.log })
  stage = await people()
})
afterAll(() => server.close())

/** Who convenes, counts, votes and looks. */
async function people() {
  const place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  const { buildingId, communityId, homeId, neighbourHomeId } = place.community
  return {
    place,
    head: await place.inOffice('building_head', buildingId, { name: '赵大爷' }),
    one: await place.inOffice('community_staff', communityId, { name: '王敏' }),
    other: await place.inOffice('residents_committee', communityId, { name: '陈主任' }),
    third: await place.inOffice('grid_worker', place.community.gridId, { name: '小李' }),
    voter: await place.resident(homeId),
    neighbour: await place.resident(neighbourHomeId),
    secretary: await place.inOffice('community_secretary', communityId, { name: '周书记' }),
    auditor: await place.inOffice('auditor', communityId, { name: '审计员' }),
  }
}

const clock = (voteId: string, act: 'open' | 'count', at: Date) => {
  server.clock.now = at
  const { communityId } = stage.place.community
  return voteClock(
    server.db,
    server.parts.contactBox,
    { communityId, voteId, act, dueAt: at.toISOString() },
    at,
  )
}

/** Voting is over; of two envelopes the first teller has opened one and keyed it in. */
async function countingWith(keyed: Keyed) {
  server.clock.now = new Date(NOW)
  const { head, one, other, third } = stage
  const votes = voting(
    () => server,
    () => stage.place,
    { opensOn: '2026-11-22', closesOn: '2026-11-28' },
  )
  // The options stand in the text of the vote: what was read is told apart by having been read at all.
  const vote = await votes.notice(head, {
    disclosure: 'by_unit',
    tellerIds: [one.personId, other.personId, third.personId],
    items: [{ subject: 'poll_homes', title: '选哪个', options: ['甲', '乙', '丙'] }],
  })
  await clock(vote.voteId, 'open', OPENS_AT)
  const params = votes.params(vote)
  const taken: string[] = []
  for (const number of [1, 2]) {
    const { voterId } = await server.ok(receiveEnvelopeEndpoint, { as: head.token, params, body: { number } })
    taken.push(voterId)
  }
  await clock(vote.voteId, 'count', CLOSES_AT)
  await tellVote(server.db, { communityId: vote.communityId, voteId: vote.voteId }, CLOSES_AT)
  const [voterId = ''] = taken
  const answer = await server.ok(keyEnvelopeEndpoint, {
    as: one.token,
    params: { ...params, voterId },
    body: keyed,
  })
  return { vote, params, answer }
}

const READS = [
  readVoteEndpoint,
  listRollEndpoint,
  listEnvelopesEndpoint,
  listEnvelopesToKeyEndpoint,
  readBulletinEndpoint,
  listByUnitEndpoint,
  listMyBallotsEndpoint,
]

/** Everything that anybody can get hold of while it is counted, ids, hashes and lengths of what is sealed included. */
async function everythingAfter(keyed: Keyed): Promise<unknown> {
  const { vote, params, answer } = await countingWith(keyed)
  const answers: unknown[] = [answer]
  const { head, one, other, third, voter, neighbour, secretary, auditor } = stage
  for (const reader of [head, one, other, third, voter, neighbour, secretary, auditor])
    for (const endpoint of READS) {
      const { status, body } = await server.call(endpoint, { as: reader.token, params })
      answers.push([endpoint.path, status, shapeOf(body)])
    }
  const mine = await server.ok(listEnvelopesToKeyEndpoint, {
    as: one.token,
    params,
    query: { list: 'mine' },
  })
  answers.push(shapeOf(mine))
  const { rows } = await sql`select
    (select count(*) from ballots where vote_id = ${vote.voteId}) as ballots,
    (select count(*) from audit_entries where subject_id = ${vote.voteId}) as entries,
    (select count(*) from inbox_items where subject_id = ${vote.voteId}) as messages,
    (select string_agg(act, ',' order by seq) from vote_events where vote_id = ${vote.voteId}) as events,
    (select array_agg(length(read_sealed)) from vote_envelope_entries where vote_id = ${vote.voteId}) as lengths,
    (select array_agg(settled_at is null) from vote_envelopes where vote_id = ${vote.voteId}) as settled,
    (select array_agg(result) from vote_items where vote_id = ${vote.voteId}) as results`.execute(server.db)
  return { answers, rows }
}

function shapeOf(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body)
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
      .replace(/[0-9a-f]{64}/g, 'hash'),
  )
}

describe('while envelopes are counted', () => {
  it('nobody learns what one of them holds: it reads the same whatever was keyed in, void ballots included', async () => {
    const first = await everythingAfter({ choices: { i1: '甲' } })
    expect(await everythingAfter({ choices: { i1: '丙' } })).toEqual(first)
    expect(await everythingAfter({ voidReason: 'unreadable' })).toEqual(first)
    expect(await everythingAfter({ voidReason: 'too_many' })).toEqual(first)
  })

  it('neither rows nor jobs, logs and metrics say it without the key', async () => {
    heard.forget()
    const { vote } = await countingWith({ choices: { i1: '乙' } })
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(n)::text as row from vote_envelope_entries n where vote_id = ${vote.voteId}
      union all select to_jsonb(e)::text from vote_envelopes e where vote_id = ${vote.voteId}
      union all select to_jsonb(t)::text from vote_tellers t where vote_id = ${vote.voteId}
      union all select to_jsonb(k)::text from idempotency_keys k
      union all select to_jsonb(a)::text from audit_entries a where subject_id = ${vote.voteId}
      union all select to_jsonb(i)::text from inbox_items i where subject_id = ${vote.voteId}
      union all select to_jsonb(s)::text from vote_events s where vote_id = ${vote.voteId}
      union all select to_jsonb(j)::text from graphile_worker._private_jobs j`.execute(server.db)
    expect(rows.length).toBeGreaterThan(8)
    const hex = Buffer.from('乙', 'utf8').toString('hex')
    for (const { row } of rows) {
      expect(row).not.toContain('乙')
      expect(row).not.toContain(hex)
    }
    expect(heard.text()).not.toContain('乙')
    expect(await server.metrics.text()).not.toContain('乙')
    expect(heard.text().length).toBeGreaterThan(0)
  })
})
