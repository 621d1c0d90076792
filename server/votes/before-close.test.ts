import { sql } from 'kysely'
import {
  listByUnitEndpoint,
  listMissingEndpoint,
  listMyBallotsEndpoint,
  listObjectionsEndpoint,
  listRollEndpoint,
  listVotesEndpoint,
  readBulletinEndpoint,
  readVoteEndpoint,
  type VoteView,
} from '#core/votes'
import { buildNeighbourhood } from '../../tests/builders/neighbourhood'
import { voting } from '../../tests/builders/voting'
import { hearLog } from '../../tests/api/heard-log'
import { startTestServer, type TestServer } from '../../tests/api/test-server'
import { voteClock } from './clock'
import { tellVote } from './tell-vote'

const NOW = '2026-11-18T02:00:00.000Z'
const OPENS_AT = new Date('2026-11-21T16:00:00.000Z')
const CLOSES_AT = new Date('2026-11-28T12:00:00.000Z')

let server: TestServer
let stage: Awaited<ReturnType<typeof people>>
const heard = hearLog()

beforeAll(async () => {
  server = await startTestServer({ now: NOW, log: heard.log })
  stage = await people()
})
afterAll(() => server.close())

/** Who votes, convenes and looks: the same in every story. */
async function people() {
  const place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
  const { buildingId, communityId, homeId, neighbourHomeId } = place.community
  return {
    place,
    head: await place.inOffice('building_head', buildingId, { name: '赵大爷' }),
    voter: await place.resident(homeId),
    other: await place.resident(neighbourHomeId),
    administrator: await place.inOffice('administrator', place.districtId, {
      community: null,
      name: '管理员',
    }),
    secretary: await place.inOffice('community_secretary', communityId, { name: '周书记' }),
    auditor: await place.inOffice('auditor', communityId, { name: '审计员' }),
  }
}

/** An open vote in which one home chose the option nobody may hear of, and the other hasn't voted. */
async function voteWithASecret() {
  server.clock.now = new Date(NOW)
  const { place, head } = stage
  const { communityId } = place.community
  const votes = voting(
    () => server,
    () => place,
    { opensOn: '2026-11-22', closesOn: '2026-11-28' },
  )
  // The options stand in the text of the vote: what was chosen is told apart by having been chosen at all.
  const vote = await votes.notice(head, {
    disclosure: 'by_unit',
    items: [{ subject: 'poll_homes', title: '选哪个', options: ['甲', '乙', '丙'] }],
  })
  server.clock.now = OPENS_AT
  const job = { communityId, voteId: vote.voteId, act: 'open' as const, dueAt: OPENS_AT.toISOString() }
  await voteClock(server.db, server.parts.contactBox, job, OPENS_AT)
  return { ...stage, votes, vote }
}

const READS = {
  vote: readVoteEndpoint,
  roll: listRollEndpoint,
  objections: listObjectionsEndpoint,
  bulletin: readBulletinEndpoint,
  'each home’s choice': listByUnitEndpoint,
  receipts: listMyBallotsEndpoint,
  'who is missing': listMissingEndpoint,
}

describe('before the end', () => {
  it('no answer, row, log, metric, job, message or record says what was chosen: all read as if it were another choice', async () => {
    // The same story twice with different choices: everything one can get hold of must be the same, ids and times aside.
    const one = await everythingAbout('甲')
    const other = await everythingAbout('丙')
    expect(one.answers).toEqual(other.answers)
    expect(one.refused).toEqual(['bulletin', 'each home’s choice', 'receipts'])
    expect(one.counts).toEqual(other.counts)
  })

  it('not even the database tells a choice without the key', async () => {
    const { votes, vote, voter } = await voteWithASecret()
    await votes.cast(voter, vote, { i1: '乙' })
    const { rows } = await sql<{ row: string }>`
      select to_jsonb(b)::text as row from ballots b where vote_id = ${vote.voteId}
      union all select to_jsonb(k)::text from idempotency_keys k
      union all select to_jsonb(a)::text from audit_entries a where subject_id = ${vote.voteId}
      union all select to_jsonb(i)::text from inbox_items i where subject_id = ${vote.voteId}
      union all select to_jsonb(e)::text from vote_events e where vote_id = ${vote.voteId}
      union all select to_jsonb(v)::text from vote_voters v where vote_id = ${vote.voteId}
      union all select to_jsonb(j)::text from graphile_worker._private_jobs j`.execute(server.db)
    expect(rows.length).toBeGreaterThan(5)
    const hex = Buffer.from('乙', 'utf8').toString('hex')
    for (const { row } of rows) {
      expect(row).not.toContain('乙')
      expect(row).not.toContain(hex)
    }
    expect(heard.text()).not.toContain('乙')
    expect(await server.metrics.text()).not.toContain('乙')
    expect(heard.text().length).toBeGreaterThan(0)
  })

  it('a bulletin whose ballots were changed behind its back is not served', async () => {
    const { vote, readBulletin } = await castAndCounted()
    expect((await readBulletin()).status).toBe(200)
    await server.db
      .updateTable('ballots')
      .set({ replaced_at: CLOSES_AT })
      .where('vote_id', '=', vote.voteId)
      .execute()
    expect((await readBulletin()).body.code).toBe('VOTE_RECORD_BROKEN')
  })
})

/** What somebody with the database might change, besides ballots. */
const FORGED: Record<string, (voteId: string) => { execute(db: TestServer['db']): Promise<unknown> }> = {
  'the area of a voter': (voteId) =>
    sql`update vote_voters set units = '[{"unitId":"u","token":"t","name":"602","areaCentiM2":9000,"source":"register"}]'
      where vote_id = ${voteId} and position = 0`,
  'who is left out': (voteId) =>
    sql`update vote_voters set left_out = 'removed' where vote_id = ${voteId} and position = 1`,
  'an item': (voteId) => sql`update vote_items set rule = 'households' where vote_id = ${voteId}`,
  'a setting': (voteId) => sql`update votes set disclosure = 'totals' where vote_id = ${voteId}`,
  'the text': (voteId) => sql`update votes set text = '别的话' where vote_id = ${voteId}`,
}

describe('what was frozen', () => {
  it.each(Object.entries(FORGED))('is held against the hash of the opening: %s', async (_, forge) => {
    const { vote, readBulletin } = await castAndCounted()
    await forge(vote.voteId).execute(server.db)
    expect((await readBulletin()).body.code).toBe('VOTE_RECORD_BROKEN')
  })

  it('is held against it before anything is counted: that vote waits, and no other', async () => {
    const [forged, honest] = [await voteWithASecret(), await voteWithASecret()]
    for (const { votes, vote, voter } of [forged, honest]) await votes.cast(voter, vote, { i1: '乙' })
    for (const forge of Object.values(FORGED)) await forge(forged.vote.voteId).execute(server.db)
    await expect(count(forged)).rejects.toMatchObject({ code: 'VOTE_RECORD_BROKEN' })
    await count(honest)
    const stateOf = async ({ votes, vote }: typeof forged) => (await votes.read(stage.head, vote)).state
    expect([await stateOf(forged), await stateOf(honest)]).toEqual(['open', 'closed'])
  })

  it('and so is the result that is shown: another one in its place, and the bulletin is not served', async () => {
    const { vote, readBulletin } = await castAndCounted()
    await sql`update vote_items set result = jsonb_set(result, '{options,甲,persons}', '1')
      where vote_id = ${vote.voteId}`.execute(server.db)
    expect((await readBulletin()).body.code).toBe('VOTE_RECORD_BROKEN')
  })
})

/** The clock ends a vote and counts it. */
async function count({ vote, place }: Awaited<ReturnType<typeof voteWithASecret>>): Promise<void> {
  server.clock.now = CLOSES_AT
  const { communityId } = place.community
  const job = {
    communityId,
    voteId: vote.voteId,
    act: 'count' as const,
    dueAt: CLOSES_AT.toISOString(),
  }
  await voteClock(server.db, server.parts.contactBox, job, CLOSES_AT)
}

async function castAndCounted() {
  const made = await voteWithASecret()
  const { votes, vote, voter } = made
  await votes.cast(voter, vote, { i1: '乙' })
  await count(made)
  const readBulletin = () =>
    server.call(readBulletinEndpoint, { as: stage.auditor.token, params: votes.params(vote) })
  return { vote, readBulletin }
}

async function everythingAbout(choice: string) {
  const { votes, vote, voter, head, other, administrator, secretary, auditor } = await voteWithASecret()
  await votes.cast(voter, vote, { i1: choice })
  await tellVote(server.db, { communityId: vote.communityId, voteId: vote.voteId }, server.clock.now)
  const answers: unknown[] = []
  const refused = new Set<string>()
  for (const reader of [voter, other, head, administrator, secretary, auditor])
    for (const [name, endpoint] of Object.entries(READS)) {
      const { status, body } = await server.call(endpoint, { as: reader.token, params: votes.params(vote) })
      answers.push([name, status, shapeOf(body)])
      if (status !== 200 && (reader === voter || reader === head) && name !== 'who is missing')
        refused.add(name)
    }
  const { items } = await server.ok(listVotesEndpoint, {
    as: head.token,
    params: { communityId: vote.communityId },
  })
  answers.push(shapeOf(items.find(({ voteId }) => voteId === vote.voteId)))
  return { answers, refused: [...refused], counts: await countsOf(vote) }
}

/** Rows there are about it, table by table. */
async function countsOf({ voteId }: VoteView): Promise<unknown> {
  const { rows } = await sql`select
    (select count(*) from ballots where vote_id = ${voteId}) as ballots,
    (select count(*) from audit_entries where subject_id = ${voteId}) as entries,
    (select count(*) from inbox_items where subject_id = ${voteId}) as messages,
    (select string_agg(act, ',' order by seq) from vote_events where vote_id = ${voteId}) as events,
    (select array_agg(length(choices_sealed)) from ballots where vote_id = ${voteId}) as lengths,
    (select array_agg(result) from vote_items where vote_id = ${voteId}) as results`.execute(server.db)
  return rows
}

/** What an answer says, with ids, hashes and names of places taken out: two stories differ in those alone. */
function shapeOf(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body)
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
      .replace(/[0-9a-f]{64}/g, 'hash'),
  )
}
