import { sql } from 'kysely'
import { createDatabase, createPool, newId, type Database } from '#server/platform/db/index'
import { createTestDatabase, type TestDatabase } from '../../tests/postgres/test-database'
import { record } from './record'
import { sealEntries } from './seal-entries'
import { verifyChains, type ChainReport } from './verify-chain'

const NOW = new Date('2026-11-18T02:00:00.000Z')

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
})
beforeEach(() => sql`truncate audit_entries, audit_chains`.execute(db))
afterAll(() => database.drop())

const HERE = '01900000-0000-7000-8000-00000000000a'
const THERE = '01900000-0000-7000-8000-00000000000b'

/** Puts acts on record, each with a person and a reason. */
async function enter(count: number, regionId = HERE): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let each = 0; each < count; each += 1) {
      await record(tx, {
        regionId,
        at: NOW,
        personId: newId(),
        role: 'grid_worker',
        act: 'matter.resolve',
        subject: { kind: 'matter', id: newId() },
        reason: `第 ${each} 次`,
      })
    }
  })
}

const sealed = () =>
  db
    .selectFrom('audit_entries')
    .select(['community_id', 'seq', 'prev', 'hash'])
    .orderBy('community_id')
    .orderBy('seq')
    .execute()

async function expectWhole(counts: Record<string, number>): Promise<void> {
  const reports = await verifyChains(db)
  expect(reports.map(({ problems, unsealed }) => ({ problems, unsealed }))).toEqual(
    reports.map(() => ({ problems: [], unsealed: 0 })),
  )
  expect(
    Object.fromEntries(reports.map(({ communityId, entries }) => [communityId, Number(entries)])),
  ).toEqual(counts)
}

describe('sealing', () => {
  it('chains what entered, community by community, without gap', async () => {
    await enter(3)
    await enter(2, THERE)
    await sealEntries(db)
    await enter(1)
    await sealEntries(db)
    await sealEntries(db)
    expect((await sealed()).map(({ community_id, seq }) => [community_id, Number(seq)])).toEqual([
      [HERE, 1],
      [HERE, 2],
      [HERE, 3],
      [HERE, 4],
      [THERE, 1],
      [THERE, 2],
    ])
    await expectWhole({ [HERE]: 4, [THERE]: 2 })
  })

  it('by several processes at once seals each entry once', async () => {
    await enter(1_100)
    await enter(40, THERE)
    const others = [1, 2].map(() => createDatabase(createPool(database.connection, () => undefined)))
    await Promise.all([db, ...others, ...others].map((each) => sealEntries(each)))
    await Promise.all(others.map((each) => each.destroy()))
    await expectWhole({ [HERE]: 1_100, [THERE]: 40 })
  })

  it('goes on while acts enter, and every entry is sealed in the end', async () => {
    const entering = Promise.all(Array.from({ length: 20 }, () => enter(10)))
    const sealing = Promise.all(Array.from({ length: 10 }, () => sealEntries(db)))
    await Promise.all([entering, sealing])
    await sealEntries(db)
    await expectWhole({ [HERE]: 200 })
  })

  it('that broke off leaves the chain as it was', async () => {
    await enter(5)
    await sealEntries(db)
    await enter(5)
    await sql`create function refuse() returns trigger language plpgsql as 'begin raise exception ''power cut''; end'`.execute(
      db,
    )
    await sql`create trigger refuse before update on audit_chains for each row execute function refuse()`.execute(
      db,
    )
    await expect(sealEntries(db)).rejects.toThrow('power cut')
    await sql`drop function refuse cascade`.execute(db)
    const [report] = await verifyChains(db)
    expect(report).toMatchObject({ entries: 5n, unsealed: 5, problems: [] })
    await sealEntries(db)
    await expectWhole({ [HERE]: 10 })
  })
})

describe('checking finds', () => {
  beforeEach(async () => {
    await enter(6)
    await enter(2, THERE)
    await sealEntries(db)
  })

  const entry = (seq: number) => sql`community_id = ${HERE} and seq = ${seq}`
  const problemsOf = async (): Promise<string[]> => {
    const reports = await verifyChains(db)
    const other = reports.find(({ communityId }) => communityId === THERE) as ChainReport
    expect(other.problems).toEqual([])
    return (reports.find(({ communityId }) => communityId === HERE) as ChainReport).problems
  }

  it('nothing where nothing was done', async () => {
    expect(await problemsOf()).toEqual([])
  })

  it.each([
    ['act', `act = 'matter.decline'`],
    ['moment', `at = at + interval '1 day'`],
    ['role', `role = 'grid_chief'`],
    ['no role', `role = null`],
    ['kind of object', `subject_kind = 'grant'`],
    ['object', `subject_id = '${THERE}'`],
    ['digest', `digest = decode('00', 'hex')`],
    ['hash', `hash = prev`],
    ['link', `prev = hash`],
  ])('a row whose %s was changed', async (_what, change) => {
    await sql`update audit_entries set ${sql.raw(change)} where ${entry(3)}`.execute(db)
    expect((await problemsOf()).join()).toContain('第 3 条')
  })

  it.each([
    ['person', `person_id = '${THERE}'`],
    ['person, left out', `person_id = null`],
    ['reason', `reason = '别的原因'`],
    ['reason, left out', `reason = null`],
    ['salt', `salt = decode('00', 'hex')`],
  ])('a row whose %s was changed', async (_what, change) => {
    await sql`update audit_entries set ${sql.raw(change)} where ${entry(3)}`.execute(db)
    expect(await problemsOf()).toEqual(['第 3 条的人或原因被改过'])
  })

  it.each([
    ['another person', `salt = null, reason = null, person_id = '${THERE}'`],
    ['another reason', `salt = null, person_id = null, reason = '别的原因'`],
    ['the person left there', `salt = null, reason = null`],
  ])('%s in a row that was made to look erased', async (_what, change) => {
    await sql`update audit_entries set ${sql.raw(change)} where ${entry(3)}`.execute(db)
    expect(await problemsOf()).toEqual(['第 3 条的人或原因被改过'])
  })

  it('a row deleted from the middle', async () => {
    await sql`delete from audit_entries where ${entry(3)}`.execute(db)
    expect(await problemsOf()).toContain('第 3 条不见了')
  })

  it('a row deleted from the middle, with the later ones counted down', async () => {
    await sql`delete from audit_entries where ${entry(3)}`.execute(db)
    for (const seq of [4, 5, 6])
      await sql`update audit_entries set seq = ${seq - 1} where ${entry(seq)}`.execute(db)
    expect(await problemsOf()).toEqual(
      expect.arrayContaining(['第 3 条被改过，或前面少了', '末尾和记下的链头不一致']),
    )
  })

  it('the first row deleted', async () => {
    await sql`delete from audit_entries where ${entry(1)}`.execute(db)
    expect(await problemsOf()).toContain('第 1 条不见了')
  })

  it('the last row deleted', async () => {
    await sql`delete from audit_entries where ${entry(6)}`.execute(db)
    expect(await problemsOf()).toEqual(['末尾和记下的链头不一致'])
  })

  it('all rows deleted, or the chain’s head', async () => {
    await sql`delete from audit_chains where community_id = ${HERE}`.execute(db)
    expect(await problemsOf()).toEqual(['末尾和记下的链头不一致'])
    await sql`delete from audit_entries where community_id = ${HERE}`.execute(db)
    expect((await verifyChains(db)).map(({ communityId }) => communityId)).toEqual([THERE]) // only a copy of the head elsewhere tells
  })

  it('two rows exchanged, or one slipped in with a right hash of its own', async () => {
    await sql`update audit_entries set seq = -3 where ${entry(3)}`.execute(db)
    await sql`update audit_entries set seq = 3 where ${entry(4)}`.execute(db)
    await sql`update audit_entries set seq = 4 where ${entry(-3)}`.execute(db)
    const problems = await problemsOf()
    expect(problems.join()).toContain('第 3 条')
    expect(problems.join()).toContain('第 4 条')
  })
})

describe('checking is satisfied', () => {
  it('when person, reason and salt were erased: the chain holds without them', async () => {
    await enter(5)
    await sealEntries(db)
    await sql`update audit_entries set person_id = null, reason = null, salt = null where seq in (2, 5)`.execute(
      db,
    )
    await expectWhole({ [HERE]: 5 })
    await enter(2)
    await sealEntries(db)
    await expectWhole({ [HERE]: 7 })
  })

  it('and they may be erased before they are sealed', async () => {
    await enter(3)
    await sql`update audit_entries set person_id = null, reason = null, salt = null`.execute(db)
    await sealEntries(db)
    await expectWhole({ [HERE]: 3 })
  })

  it('while acts enter and are sealed: it looks at one moment', async () => {
    let going = true
    const busy = (async () => {
      while (going) {
        await enter(3)
        await sealEntries(db)
      }
    })()
    const problems: string[] = []
    for (let time = 0; time < 25; time += 1) {
      problems.push(...(await verifyChains(db)).flatMap((report) => report.problems))
    }
    going = false
    await busy
    expect(problems).toEqual([])
  })

  it('with more entries than it reads at a time', async () => {
    await enter(2_001)
    await sealEntries(db)
    await expectWhole({ [HERE]: 2_001 })
  })
})
