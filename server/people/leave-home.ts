import { ROLE_LABELS, type Role } from '#core/permissions'
import { OFFICES_OF_RESIDENTS } from '#core/people'
import { record } from '#server/audit/index'
import { sendToInbox } from '#server/inbox/index'
import type { Transaction } from '#server/platform/db/index'
import type { GrantRow } from './grant-repository'
import { scheduleOfficeEnd } from './office-end'

/** Somebody lives somewhere no longer, or never did as it turned out. */
export interface HomeLeft {
  communityId: string
  personId: string
  homeId: string
  /** From the community down to the home. */
  homePath: readonly string[]
  /** The homes here that they still live in or own. */
  otherHomes: readonly { homeId: string; path: readonly string[] }[]
  /** Who said so; null: the clock. */
  byPersonId: string | null
  /** In which office; null: as who lives there. */
  byRole: Role | null
  at: Date
}

/**
 * What ends with a home (domain.md 3: "votes already cast stay; seconds, claims and roles there end"), area by area, in
 * the transaction that ends the membership; its row is locked before anything else. Given where the server is put
 * together (server/when-home-left.ts). What one does as somebody of a home begins with `holdHomes`, which waits for a
 * leaving that is under way.
 */
export type HomeLeftEffects = readonly ((tx: Transaction, left: HomeLeft) => Promise<void>)[]

/** Ends what hangs on a home that was left: offices of those who live there, then what each area knows of. */
export async function endWhatHangsOnHome(
  tx: Transaction,
  effects: HomeLeftEffects,
  left: Omit<HomeLeft, 'otherHomes'>,
): Promise<void> {
  const whole = { ...left, otherHomes: await listOtherHomes(tx, left) }
  await endOffices(tx, whole)
  for (const effect of effects) await effect(tx, whole)
}

async function listOtherHomes(
  tx: Transaction,
  { communityId, personId, homeId }: Pick<HomeLeft, 'communityId' | 'personId' | 'homeId'>,
): Promise<HomeLeft['otherHomes']> {
  const rows = await tx
    .selectFrom('memberships')
    .select(['home_id', 'home_path'])
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('state', '=', 'confirmed')
    .where('home_id', '<>', homeId)
    .execute()
  return rows.map((row) => ({ homeId: row.home_id, path: row.home_path }))
}

/** Offices held because one lives there, at places where one has no home any more. */
async function endOffices(tx: Transaction, left: HomeLeft): Promise<void> {
  const still = left.otherHomes.flatMap(({ path }) => path)
  const places = left.homePath.filter((placeId) => !still.includes(placeId))
  if (places.length === 0) return
  const ended = await tx
    .updateTable('role_grants')
    .set({ state: 'ended', reason: MOVED_AWAY, decided_by: left.byPersonId })
    .where('region_id', '=', left.communityId)
    .where('person_id', '=', left.personId)
    .where('role', 'in', OFFICES_OF_RESIDENTS)
    .where('place_id', 'in', places)
    .where('state', '=', 'granted')
    .returningAll()
    .execute()
  for (const grant of ended) await tellOfOffice(tx, left, grant)
}

const MOVED_AWAY = '不住在这里了'

async function tellOfOffice(tx: Transaction, left: HomeLeft, grant: GrantRow): Promise<void> {
  await scheduleOfficeEnd(tx, grant, left.at)
  await sendToInbox(tx, {
    communityId: left.communityId,
    personIds: [left.personId],
    kind: 'grant_changed',
    about: `${grant.place_name} ${ROLE_LABELS[grant.role]}`,
    subject: { kind: 'grant', id: grant.grant_id },
    at: left.at,
  })
  await record(tx, {
    regionId: left.communityId,
    at: left.at,
    personId: left.byPersonId,
    role: left.byRole,
    act: 'grant.end',
    subject: { kind: 'grant', id: grant.grant_id },
    reason: MOVED_AWAY,
  })
}
