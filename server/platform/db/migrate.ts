import { Migrator, type Kysely, type Migration } from 'kysely'
import { StartupError } from '#server/platform/postgres/startup-error'
import * as placesAndPeople from './migrations/0001-places-and-people'
import * as mattersInboxAudit from './migrations/0002-matters-inbox-audit'
import * as mattersInFull from './migrations/0003-matters-in-full'
import * as photos from './migrations/0004-photos'
import * as consentsAndPhones from './migrations/0005-consents-and-phones'
import * as threadsAndModeration from './migrations/0006-threads-and-moderation'
import * as messagesAndSearch from './migrations/0007-messages-and-search'
import * as wishes from './migrations/0008-wishes'
import * as unitsAndRolls from './migrations/0009-units-and-rolls'
import * as gridsInTime from './migrations/0010-grids-in-time'
import * as publicNotices from './migrations/0011-public-notices'
import * as leavingAndClosing from './migrations/0012-leaving-and-closing'
import * as organisations from './migrations/0013-organisations'
import * as votes from './migrations/0014-votes'
import * as votePaper from './migrations/0015-vote-paper'
import * as voteProxies from './migrations/0016-vote-proxies'
import * as homeToBusiness from './migrations/0017-home-to-business'
import * as actingOffices from './migrations/0018-acting-offices'
import * as bylawsAndDeliveries from './migrations/0019-bylaws-and-deliveries'
import * as ownersDemands from './migrations/0020-owners-demands'
import * as demandWords from './migrations/0021-demand-words'
import * as rounds from './migrations/0022-rounds'
import * as roundObjections from './migrations/0023-round-objections'
import * as wishesIntoTopics from './migrations/0024-wishes-into-topics'
import * as sessions from './migrations/0025-sessions'
import * as statements from './migrations/0026-statements'
import * as actionItems from './migrations/0027-action-items'
import type { Tables } from './schema'

/** Every migration by name, in order. Forward only; never edited once landed. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-places-and-people': placesAndPeople,
  '0002-matters-inbox-audit': mattersInboxAudit,
  '0003-matters-in-full': mattersInFull,
  '0004-photos': photos,
  '0005-consents-and-phones': consentsAndPhones,
  '0006-threads-and-moderation': threadsAndModeration,
  '0007-messages-and-search': messagesAndSearch,
  '0008-wishes': wishes,
  '0009-units-and-rolls': unitsAndRolls,
  '0010-grids-in-time': gridsInTime,
  '0011-public-notices': publicNotices,
  '0012-leaving-and-closing': leavingAndClosing,
  '0013-organisations': organisations,
  '0014-votes': votes,
  '0015-vote-paper': votePaper,
  '0016-vote-proxies': voteProxies,
  '0017-home-to-business': homeToBusiness,
  '0018-acting-offices': actingOffices,
  '0019-bylaws-and-deliveries': bylawsAndDeliveries,
  '0020-owners-demands': ownersDemands,
  '0021-demand-words': demandWords,
  '0022-rounds': rounds,
  '0023-round-objections': roundObjections,
  '0024-wishes-into-topics': wishesIntoTopics,
  '0025-sessions': sessions,
  '0026-statements': statements,
  '0027-action-items': actionItems,
}

/** Brings the database up to this version. A database of a newer version is left as it is and refused. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  await refuseNewer(db)
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function refuseNewer(db: Kysely<Tables>): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return
  const applied = await db
    .withTables<{ kysely_migration: { name: string } }>()
    .selectFrom('kysely_migration')
    .select('name')
    .execute()
  const unknown = applied.find(({ name }) => !(name in MIGRATIONS))
  if (unknown)
    throw new StartupError(`这个数据库是更新版本的邻里建的（${unknown.name}），请用更新的版本打开它`)
}
