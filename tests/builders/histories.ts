import { sql } from 'kysely'
import { stateAfter, transitionOf, type MatterAct } from '#core/matters'
import type { Database } from '#server/platform/db/index'
import type { Jobs } from '#server/platform/jobs/index'
import type { SignedInPerson } from './neighbourhood'

interface Named {
  matterId: string
}

interface Job {
  key: string
  run_at: Date
  payload: unknown
  attempts: number
  locked: boolean
}

/** On record, but no step of the handling. */
const NO_STEPS = ['matter.join', 'matter.leave', 'contact.read']

/** Looks at what is stored about a matter: its row, its timeline, what was told and what is on record. */
export function histories(database: () => Database) {
  const stored = ({ matterId }: Named) =>
    database().selectFrom('matters').selectAll().where('matter_id', '=', matterId).executeTakeFirstOrThrow()
  const eventsOf = ({ matterId }: Named) =>
    database()
      .selectFrom('matter_events')
      .select(['seq', 'act', 'to_state'])
      .where('matter_id', '=', matterId)
      .orderBy('seq')
      .execute()
  const inboxOf = ({ matterId }: Named) =>
    database()
      .selectFrom('inbox_items')
      .select(['person_id', 'kind', 'at'])
      .where('subject_id', '=', matterId)
      .orderBy('item_id')
      .execute()
  const recordOf = ({ matterId }: Named) =>
    database()
      .selectFrom('audit_entries')
      .select('act')
      .where('subject_id', '=', matterId)
      .orderBy('entry_id')
      .execute()

  /** The timeline counts on without gap, is a way through the workflow, and each step is on record once. */
  async function expectOneHistory(matter: Named): Promise<void> {
    const [row, events, entries] = [await stored(matter), await eventsOf(matter), await recordOf(matter)]
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    expect(row.revision).toBe(events.length)
    expect(row.state).toBe(events[events.length - 1]?.to_state)
    events.slice(1).forEach(({ act, to_state }, index) => {
      const from = events[index]?.to_state ?? 'submitted'
      expect(transitionOf(act as MatterAct).from).toContain(from)
      const possible = [true, false].map((hasLead) => stateAfter(act as MatterAct, from, hasLead))
      expect(possible).toContain(to_state)
    })
    const steps = entries.map(({ act }) => act).filter((act) => !NO_STEPS.includes(act))
    expect(steps).toEqual(events.map(({ act }) => `matter.${act}`))
  }

  /** How often a person was told something of a matter. */
  const countOf = async (matter: Named, person: SignedInPerson, kind: string): Promise<number> =>
    (await inboxOf(matter)).filter((item) => item.person_id === person.personId && item.kind === kind).length

  /** How often the clock closed it: steps and entries, and what was told from then on. */
  async function closings(
    matter: Named,
    since: Date,
  ): Promise<{ steps: number; entries: number; messages: number }> {
    const [events, entries, inbox] = [await eventsOf(matter), await recordOf(matter), await inboxOf(matter)]
    return {
      steps: events.filter(({ act }) => act === 'close_unconfirmed').length,
      entries: entries.filter(({ act }) => act === 'matter.close_unconfirmed').length,
      messages: inbox.filter(({ at }) => at >= since).length,
    }
  }

  /** Jobs of a kind that stand in line for it. */
  async function jobsFor({ matterId }: Named, name: keyof Jobs = 'close_unconfirmed'): Promise<Job[]> {
    const { rows } =
      await sql<Job>`select j.key, j.run_at, p.payload, j.attempts, j.locked_at is not null as locked
      from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
      where j.task_identifier = ${name} and p.payload->>'matterId' = ${matterId}`.execute(database())
    return rows
  }

  return { stored, eventsOf, inboxOf, recordOf, countOf, closings, jobsFor, expectOneHistory }
}
