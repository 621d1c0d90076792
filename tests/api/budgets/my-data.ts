import {
  askForArchiveEndpoint,
  closeAccountEndpoint,
  keepAccountEndpoint,
  openArchiveEndpoint,
  readArchiveEndpoint,
} from '#core/my-data'
import { revokeOtherSessionsEndpoint } from '#core/people'
import { ONCE, read, WHO, write, type AreaBudgets } from './budget'

const ME = 2 // the person; communities

/** One's own data, and closing the account. */
export const myDataBudgets: AreaBudgets = {
  reads: { 'my archive': read(readArchiveEndpoint, WHO + 1) },
  writes: {
    'ask for my archive': { endpoint: askForArchiveEndpoint, statements: WHO + ONCE + 5 }, // one at a time; the last; it makes room; saved; the job
    'open my archive': {
      endpoint: openArchiveEndpoint,
      statements: WHO + ONCE + 1,
      input: async ({ server }) => {
        const ready = { state: 'ready', ready_at: server.clock.now } as const
        await server.db.updateTable('data_archives').set(ready).execute()
        return {}
      },
    },
    'end my other sessions': { endpoint: revokeOtherSessionsEndpoint, statements: WHO + ONCE + 3 }, // sessions; why they ended; browsers
    'close my account': write(closeAccountEndpoint, WHO + ONCE + 7 + ME, async ({ server, busy }) => {
      // Whoever holds an office is refused: these were given back.
      await server.db
        .updateTable('role_grants')
        .set({ state: 'ended' })
        .where('person_id', '=', busy.everywhere.personId)
        .execute()
      return { words: 'keep' }
    }), // locked; offices; saved; sessions, browsers
    'keep my account': { endpoint: keepAccountEndpoint, statements: WHO + ONCE + 2 + ME }, // one at a time; taken back
  },
}
