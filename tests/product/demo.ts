import { askDatabase } from './products'

/** The demo is there, whole and once: every act on record, every timeline without gap, nothing left over of an attempt. */
export async function expectWholeDemo(dataDir: string): Promise<void> {
  const [counts] = await askDatabase<Record<string, string>>(
    dataDir,
    `select (select count(*) from deployment where ready_at is not null) as ready,
      (select count(*) from regions where kind = 'community') as communities,
      (select count(*) from identities where provider = 'demo') as persons,
      (select count(*) from people) as people,
      (select count(*) from places where kind = 'estate') as estates,
      (select count(*) from places where kind = 'home') as homes,
      (select count(*) from places where kind = 'grid') as grids,
      (select count(*) from role_grants where role = 'administrator') as administrators,
      (select count(*) from memberships where state = 'asked') as asked,
      (select count(*) from memberships where state = 'confirmed') as confirmed,
      (select count(*) from matters where submitted_at < (select ready_at from deployment)) as told,
      (select count(*) from (select title from matters group by title having count(*) > 1) twins) as twins`,
  )
  expect(counts).toEqual({
    ready: '1',
    communities: '2',
    persons: '18',
    people: '18',
    estates: '1',
    homes: '84',
    grids: '2',
    administrators: '2',
    asked: '1',
    confirmed: '4',
    told: '6',
    twins: '0',
  })
  await expectNothingHalfDone(dataDir)
}

/** No step without its state, no state without its step, no act without its entry, no job without its matter. */
export async function expectNothingHalfDone(dataDir: string): Promise<void> {
  expect(
    await askDatabase(
      dataDir,
      `select m.matter_id from matters m
      where m.revision <> (select count(*) from matter_events e where e.community_id = m.community_id and e.matter_id = m.matter_id)
        or m.revision <> (select max(seq) from matter_events e where e.community_id = m.community_id and e.matter_id = m.matter_id)
        or m.state <> (select to_state from matter_events e where e.community_id = m.community_id and e.matter_id = m.matter_id
          order by seq desc limit 1)
        or m.revision <> (select count(*) from audit_entries a where a.community_id = m.community_id and a.subject_id = m.matter_id)
        or not exists (select from matter_places p where p.community_id = m.community_id and p.matter_id = m.matter_id)`,
    ),
  ).toEqual([])
  expect(
    await askDatabase(
      dataDir,
      `select p.payload from graphile_worker._private_jobs p join graphile_worker._private_tasks t on t.id = p.task_id
      where t.identifier = 'close_unconfirmed'
        and not exists (select from matters m where m.matter_id = (p.payload->>'matterId')::uuid)`,
    ),
  ).toEqual([])
  expect(await askDatabase(dataDir, 'select key_hash from idempotency_keys where answer is null')).toEqual([])
}
