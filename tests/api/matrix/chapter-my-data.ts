import {
  askForArchiveEndpoint,
  closeAccountEndpoint,
  keepAccountEndpoint,
  openArchiveEndpoint,
  readArchiveEndpoint,
} from '#core/my-data'
import { revokeOtherSessionsEndpoint } from '#core/people'
import { newId } from '#server/platform/db/index'
import { calls, type Chapter } from './call'
import type { Who } from './cast'
import type { Stage } from './stage'

async function archives({ server, persons }: Stage, who: Who, state?: 'ready'): Promise<void> {
  if (who === 'nobody') return
  const { personId } = persons[who]
  await server.db.deleteFrom('data_archives').where('person_id', '=', personId).execute()
  if (!state) return
  const at = server.clock.now
  const endsAt = new Date(at.getTime() + 86_400_000)
  await server.db
    .insertInto('data_archives')
    .values({ person_id: personId, archive_id: newId(), state, asked_at: at, ready_at: at, ends_at: endsAt })
    .execute()
}

/** domain.md 10: a copy of one's data is everybody's, in whatever office; who holds one gives it back before closing. */
export const MY_DATA: Chapter = {
  about: 'one’s own data, and closing the account',
  columns: {
    archive: calls(readArchiveEndpoint)(() => ({})),
    'ask for it': calls(askForArchiveEndpoint)(async (stage, who) => {
      await archives(stage, who)
      return {}
    }),
    'open it': calls(openArchiveEndpoint)(async (stage, who) => {
      await archives(stage, who, 'ready')
      return {}
    }),
    'end others': calls(revokeOtherSessionsEndpoint)(() => ({})),
    close: calls(closeAccountEndpoint)(() => ({ body: { words: 'keep' } })),
    keep: calls(keepAccountEndpoint)(() => ({})),
  },
  table: `
                                       | archive | ask for it | open it | end others | close | keep
nobody                                 | 401     | 401        | 401     | 401        | 401   | 401
visitor, the asker, the reporter       | 200     | 200        | 200     | 200        | 200   | 200
residents, resident @other             | 200     | 200        | 200     | 200        | 200   | 200
building_head, building_head @other    | 200     | 200        | 200     | 200        | 409   | 200
building_head of another building      | 200     | 200        | 200     | 200        | 409   | 200
owners_committee                       | 200     | 200        | 200     | 200        | 409   | 200
owners_committee @other                | 200     | 200        | 200     | 200        | 409   | 200
property company, property lead @other | 200     | 200        | 200     | 200        | 409   | 200
property_staff of another estate       | 200     | 200        | 200     | 200        | 409   | 200
grid_worker, grid_worker @other        | 200     | 200        | 200     | 200        | 409   | 200
grid_worker who handled                | 200     | 200        | 200     | 200        | 409   | 200
grid_worker of another grid            | 200     | 200        | 200     | 200        | 409   | 200
grid_chief, grid_chief @other          | 200     | 200        | 200     | 200        | 409   | 200
grid_chief who handled                 | 200     | 200        | 200     | 200        | 409   | 200
grid_chief of another grid             | 200     | 200        | 200     | 200        | 409   | 200
grid_specialist, grid_specialist @other| 200     | 200        | 200     | 200        | 409   | 200
grid_specialist of another grid        | 200     | 200        | 200     | 200        | 409   | 200
community_staff, community_staff @other| 200     | 200        | 200     | 200        | 409   | 200
community_staff who handled            | 200     | 200        | 200     | 200        | 409   | 200
community_secretary                    | 200     | 200        | 200     | 200        | 409   | 200
community_secretary @other             | 200     | 200        | 200     | 200        | 409   | 200
residents_committee                    | 200     | 200        | 200     | 200        | 409   | 200
residents_committee @other             | 200     | 200        | 200     | 200        | 409   | 200
levels above, subdistrict_staff @other | 200     | 200        | 200     | 200        | 409   | 200
auditor, auditor @other, administrator | 200     | 200        | 200     | 200        | 409   | 200`,
}
