import { sql } from 'kysely'
import { askForArchiveEndpoint, openArchiveEndpoint } from '#core/my-data'
import {
  listOutcomesEndpoint,
  listRoundsEndpoint,
  listStatementsEndpoint,
  nextStatementEndpoint,
  readOpinionsEndpoint,
  readPulseEndpoint,
  readRoundEndpoint,
  type Stance,
} from '#core/rounds'
import { hearLog } from '../../../tests/api/heard-log'
import { jobsOf, unzip } from '../../../tests/api/my-data/stage'
import { wholeDatabase } from '../../../tests/api/whole-database'
import type { SignedInPerson } from '../../../tests/builders/neighbourhood'
import {
  head,
  neighbour,
  place,
  resident,
  roundParams,
  server,
  setRoundStage,
  staff,
} from '../../../tests/builders/round-stage'
import { answer, discussed, say, tend } from '../../../tests/builders/statements'

jest.setTimeout(60_000)

const heard = hearLog()
setRoundStage(heard.log)

let administrator: SignedInPerson
let auditor: SignedInPerson
beforeAll(async () => {
  const { communityId } = place.community
  administrator = await place.inOffice('administrator', place.districtId, { community: null })
  auditor = await place.inOffice('auditor', communityId)
})
const jobs = jobsOf(() => server)

const READS = {
  round: readRoundEndpoint,
  list: listStatementsEndpoint,
  opinions: readOpinionsEndpoint,
  outcomes: listOutcomesEndpoint,
  pulse: readPulseEndpoint,
  next: nextStatementEndpoint,
}

/** One round in which the neighbour says this to what the resident wrote. */
async function storyOf(stance: Stance) {
  heard.forget()
  const round = await discussed()
  const said = await say(resident, round)
  const told = await answer(neighbour, round, said, stance)
  await tend()
  return { round, told }
}

/** What an answer says, with what two stories differ in anyway taken out: ids, hashes, times. */
const shapeOf = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'id')
    .replace(/"version":"[0-9a-f]+"/g, 'version')
    .replace(/"revision":\d+/g, 'revision')

/** All that anybody but who answered can read of it. */
async function readByOthers(round: { roundId: string }): Promise<string[]> {
  const answers: string[] = []
  for (const person of [resident, head, staff, administrator, auditor]) {
    for (const [name, endpoint] of Object.entries(READS)) {
      const { status, body } = await server.call(endpoint, {
        as: person.token,
        params: roundParams(round),
        // Of the round all that its page shows.
        query: endpoint === readRoundEndpoint ? { opening: 'true' } : {},
      } as never)
      answers.push(shapeOf(`${name} ${status} ${JSON.stringify(body)}`))
    }
  }
  return answers
}

async function archiveOf(who: SignedInPerson): Promise<string> {
  await server.ok(askForArchiveEndpoint, { as: who.token })
  await jobs.make()
  const { path } = await server.ok(openArchiveEndpoint, { as: who.token })
  const files = await unzip((await server.app.inject(path)).rawPayload)
  return [...files.values()].map(String).join('\n')
}

/** Every row about a round, as it stands: without the sealed bytes, which differ each time, but with how long they are. */
async function rowsOf({ roundId }: { roundId: string }): Promise<unknown> {
  const { rows } = await sql`select
    (select array_agg(act order by entry_id) from audit_entries where subject_id = ${roundId}) as acts,
    (select array_agg(subject_kind order by entry_id) from audit_entries where subject_id = ${roundId}) as kinds,
    (select array_agg(reason) from audit_entries where subject_id = ${roundId}) as reasons,
    (select array_agg(answers) from statements where round_id = ${roundId}) as answers,
    (select array_agg(act order by seq) from round_events where round_id = ${roundId}) as events,
    (select count(*) from inbox_items where subject_id = ${roundId}) as messages,
    (select array_agg(length(answers_sealed) order by length(answers_sealed)) from round_opinions
      where round_id = ${roundId}) as lengths,
    (select array_agg(picture) from opinion_pictures where round_id = ${roundId}) as pictures`.execute(
    server.db,
  )
  return rows
}

it('no answer of the API tells anybody else what somebody said: all read as if it were something else', async () => {
  const [one, other] = [await storyOf('agree'), await storyOf('disagree')]
  expect(one.told).toEqual(other.told)
  const answers = await readByOthers(one.round)
  expect(answers.length).toBe(30)
  expect(answers).toEqual(await readByOthers(other.round))
  expect(answers.join()).not.toContain(neighbour.personId)
  expect(await rowsOf(one.round)).toEqual(await rowsOf(other.round))
})

it('lists of rounds don’t either', async () => {
  const { round } = await storyOf('disagree')
  const { items } = await server.ok(listRoundsEndpoint, {
    as: staff.token,
    params: { communityId: place.community.communityId },
    query: {},
  })
  expect(items.map(({ roundId }) => roundId)).toContain(round.roundId)
  expect(JSON.stringify(items)).not.toMatch(/agree|pass"/)
})

it('the log says nothing of it', async () => {
  await storyOf('disagree')
  expect(heard.text().length).toBeGreaterThan(0)
  expect(heard.text()).not.toMatch(/disagree|"agree|"pass"/)
})

it('no row names who answered beside what: without the key neither is found', async () => {
  const { round } = await storyOf('disagree')
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(o)::text as row from round_opinions o where round_id = ${round.roundId}
    union all select to_jsonb(p)::text from opinion_pictures p where round_id = ${round.roundId}
    union all select to_jsonb(s)::text from statements s where round_id = ${round.roundId}
    union all select to_jsonb(a)::text from audit_entries a where subject_id = ${round.roundId}
    union all select to_jsonb(i)::text from idempotency_keys i
    union all select to_jsonb(j)::text from graphile_worker._private_jobs j`.execute(server.db)
  expect(rows.length).toBeGreaterThan(5)
  for (const { row } of rows) expect(row).not.toMatch(/disagree/)
  const opinions = rows.slice(0, 2).map(({ row }) => row)
  for (const row of opinions) {
    expect(row).not.toContain(neighbour.personId)
    expect(row).not.toContain(Buffer.from(neighbour.personId).toString('hex'))
  }
  // The word stands nowhere else either.
  expect(await wholeDatabase(server.db)).not.toMatch(/disagree/)
})

it('a key is another one in every round: who answered in two can’t be followed', async () => {
  const rounds = [await storyOf('agree'), await storyOf('agree')]
  const keys = await server.db
    .selectFrom('round_opinions')
    .select('participant_key')
    .where(
      'round_id',
      'in',
      rounds.map(({ round }) => round.roundId),
    )
    .execute()
  expect(new Set(keys.map(({ participant_key }) => participant_key.toString('hex'))).size).toBe(4)
})

it('the copies of one’s data of everybody concerned don’t hold it; who wrote a statement finds that', async () => {
  await storyOf('disagree')
  const archives: string[] = []
  for (const who of [neighbour, resident, head]) archives.push(await archiveOf(who))
  for (const archive of archives) {
    expect(archive.length).toBeGreaterThan(100)
    expect(archive).not.toMatch(/disagree|不同意/)
  }
  expect(archives.map((archive) => archive.includes('走道留够一米二'))).toEqual([false, true, false])
})
