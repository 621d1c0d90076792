import { sql } from 'kysely'
import { CLOSING_DAYS, closeAccountEndpoint, keepAccountEndpoint } from '#core/my-data'
import { readMeEndpoint } from '#core/people'
import { newCode } from '#server/platform/crypto/index'
import { newId } from '#server/platform/db/index'
import { buildNeighbourhood, type Neighbourhood, type SignedInPerson } from '../../builders/neighbourhood'
import { startTestServer, type TestServer } from '../test-server'
import { jobsOf } from './stage'

jest.setTimeout(120_000)

let server: TestServer
let place: Neighbourhood

beforeAll(async () => {
  server = await startTestServer()
  place = await buildNeighbourhood(server.db, new Date('2026-11-01T00:00:00.000Z'))
})
afterAll(() => server.close())
const jobs = jobsOf(() => server)
const close = ({ token }: SignedInPerson) =>
  server.call(closeAccountEndpoint, { as: token, body: { words: 'keep' } })
const over = async () => {
  server.clock.now = new Date(server.clock.now.getTime() + CLOSING_DAYS * 86_400_000)
  await jobs.close()
}
const me = async ({ token }: SignedInPerson) => (await server.call(readMeEndpoint, { as: token })).status

it('goes past a hundred who wait for an office, to whoever comes after them', async () => {
  const at = server.clock.now
  const worker = await place.inOffice('grid_worker', place.community.gridId)
  const waiting = Array.from({ length: 101 }, newId)
  await server.db
    .insertInto('people')
    .values(
      waiting.map((person_id) => ({ person_id, nickname: null, person_code: newCode(12), created_at: at })),
    )
    .execute()
  await sql`insert into role_grants select (jsonb_populate_record(g, jsonb_build_object('person_id', p, 'grant_id', p))).*
    from role_grants g, unnest(${waiting}::uuid[]) p where g.person_id = ${worker.personId}`.execute(
    server.db,
  )
  const closing = { words: 'keep' as const, asked_at: at, due_at: at }
  await server.db
    .insertInto('account_closings')
    .values(waiting.map((person_id) => ({ person_id, ...closing })))
    .execute()
  const amei = await place.resident(place.community.homeId)
  await close(amei)
  await over()
  expect(await me(amei)).toBe(401)
  await server.db.deleteFrom('account_closings').execute()
})

it('can’t be taken back any more once it is being carried out', async () => {
  const amei = await place.resident(place.community.homeId)
  await close(amei)
  await server.db
    .updateTable('people')
    .set({ closed_at: server.clock.now })
    .where('person_id', '=', amei.personId)
    .execute()
  const { body } = await server.call(keepAccountEndpoint, { as: amei.token })
  expect(body.code).toBe('SESSION_EXPIRED')
  await over()
  expect(await server.db.selectFrom('account_closings').selectAll().execute()).toEqual([])
})
