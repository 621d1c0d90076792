import { sql } from 'kysely'
import { uploadImportEndpoint } from '#core/imports'
import type { TestServer } from '../../tests/api/test-server'
import { acting, atOnce, sorted } from '../../tests/builders/acting'
import { importStage, ROLLS } from '../../tests/imports/stage'
import { tablesXlsx } from '../../tests/imports/tables'
import { applyImport } from './apply-import'
import { checkImport } from './check-import'
import { lockImport } from './repository'
import { tendImports } from './tend-imports'
import { writeImport } from './write-import'

const { stage, now, parts, keyOf, params, read, checked, apply, standing } = importStage()

describe('a file that is no table', () => {
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 415, 'IMPORT_FILE_KIND'],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), 415, 'IMPORT_FILE_OLD'],
  ])('is refused at once: %s', async (_name, file, status, code) => {
    const answer = await stage.server.call(uploadImportEndpoint, {
      as: stage.staff.token,
      params: params(),
      file,
    })
    expect([answer.status, answer.body.code, stage.files.files.size]).toEqual([status, code, 0])
  })
  it('is not kept where the store is away', async () => {
    stage.files.refuse('EIO')
    const answer = await stage.server.call(uploadImportEndpoint, {
      as: stage.staff.token,
      params: params(),
      file: await tablesXlsx(ROLLS),
    })
    expect([answer.status, answer.body.code]).toEqual([503, 'IMPORT_STORE_AWAY'])
  })
})

describe('two at once', () => {
  it('imports of one community: the second is told to wait', async () => {
    const [one, other] = [
      await checked(await tablesXlsx({ roll: ROLLS.roll })),
      await checked(await tablesXlsx({ units: ROLLS.units })),
    ]
    const context = await acting(stage.server.db, stage.staff.personId, params().communityId, now())
    const hold = (tx: TestServer['db']) => sql`lock table imports in share row exclusive mode`.execute(tx)
    const endings = await atOnce(
      stage.server.db,
      hold,
      [one, other].map(
        ({ importId }) =>
          () =>
            applyImport(context, importId),
      ),
    )
    expect(sorted(endings)).toEqual(['IMPORT_UNDER_WAY', 'done'])
  })

  it('workers on one import: one writes, the other leaves it alone', async () => {
    const view = await checked(await tablesXlsx(ROLLS))
    await apply(view)
    await Promise.all([1, 2].map(() => writeImport(stage.server.db, parts(), keyOf(view), now)))
    expect([(await read(view)).state, (await standing())[5]?.length]).toEqual(['applied', 2])
  })

  it('workers on one import: who comes second leaves the file to who writes', async () => {
    const view = await checked(await tablesXlsx(ROLLS))
    await apply(view)
    await stage.server.db.transaction().execute(async (tx) => {
      expect(await lockImport(tx, keyOf(view), ['applying'])).toBeDefined()
      await writeImport(stage.server.db, parts(), keyOf(view), now)
    })
    expect([(await read(view)).state, stage.files.files.size]).toEqual(['applying', 1])
    await writeImport(stage.server.db, parts(), keyOf(view), now)
    expect([(await read(view)).state, stage.files.files.size]).toEqual(['applied', 0])
  })
})

describe('a check that goes wrong', () => {
  it('says so, offers another file, and leaves none behind for long', async () => {
    const { db } = stage.server
    const view = await stage.server.ok(uploadImportEndpoint, {
      as: stage.staff.token,
      params: params(),
      file: await tablesXlsx(ROLLS),
    })
    // The file that waits is not what was put there.
    for (const [name, sealed] of stage.files.files)
      stage.files.files.set(name, Buffer.from(sealed).fill(0, sealed.length - 4))
    await expect(checkImport(db, parts(), keyOf(view), now)).rejects.toThrow()
    expect([(await read(view)).state, (await read(view)).mayApply]).toEqual(['failed', false])
    await tendImports(db, parts(), new Date(now().getTime() + 25 * 3_600_000))
    expect([(await read(view)).state, stage.files.files.size]).toEqual(['expired', 0])
  })
})

describe('killed in the middle', () => {
  const BREAK = `create function break_it() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`

  it('has written nothing, is taken up again, and is whole then', async () => {
    const before = await standing()
    const view = await checked(await tablesXlsx(ROLLS))
    await apply(view)
    // The last table that is written ends the connection, as a server that dies does.
    await sql.raw(BREAK).execute(stage.server.db)
    await sql`create trigger break_it before insert on roll_entries for each row execute function break_it()`.execute(
      stage.server.db,
    )
    await expect(writeImport(stage.server.db, parts(), keyOf(view), now)).rejects.toThrow()
    await sql`drop trigger break_it on roll_entries`.execute(stage.server.db)
    expect(await standing()).toEqual(before)
    expect([(await read(view)).state, (await read(view)).mayApply]).toEqual(['failed', true])
    await apply(view)
    await writeImport(stage.server.db, parts(), keyOf(view), now)
    expect([(await read(view)).state, (await standing())[5]?.length]).toEqual(['applied', 2])
  })

  it('together with its server, is found by its silence', async () => {
    const view = await checked(await tablesXlsx(ROLLS))
    await apply(view)
    const jobs = async () =>
      (
        await sql<{
          task: string
        }>`select task_identifier as task from graphile_worker.jobs where key = ${`import ${view.importId}`}`.execute(
          stage.server.db,
        )
      ).rows
    await sql`delete from graphile_worker._private_jobs`.execute(stage.server.db)
    await tendImports(stage.server.db, parts(), now())
    expect(await jobs()).toEqual([])
    await tendImports(stage.server.db, parts(), new Date(now().getTime() + 3 * 60_000))
    expect(await jobs()).toEqual([{ task: 'write_import' }])
  })

  it('with every server that takes it up, is given up after the second', async () => {
    const { db } = stage.server
    const view = await checked(await tablesXlsx(ROLLS))
    await apply(view)
    const states: string[] = []
    for (const minutes of [3, 4, 6, 9]) {
      await tendImports(db, parts(), new Date(now().getTime() + minutes * 60_000))
      states.push((await read(view)).state)
    }
    expect(states).toEqual(['applying', 'applying', 'applying', 'failed'])
    // Who asks again has two more tries.
    await apply(view)
    await tendImports(db, parts(), new Date(now().getTime() + 12 * 60_000))
    expect((await read(view)).state).toBe('applying')
  })
})

it('a file that nobody came back for is gone after a day', async () => {
  const view = await checked(await tablesXlsx(ROLLS))
  await tendImports(stage.server.db, parts(), new Date(now().getTime() + 23 * 3_600_000))
  expect([(await read(view)).state, stage.files.files.size]).toEqual(['ready', 1])
  await tendImports(stage.server.db, parts(), new Date(now().getTime() + 25 * 3_600_000))
  expect([(await read(view)).state, (await read(view)).mayApply, stage.files.files.size]).toEqual([
    'expired',
    false,
    0,
  ])
})
