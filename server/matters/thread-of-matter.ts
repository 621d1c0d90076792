import { sql } from 'kysely'
import { matterPolicy, serviceOf, TEAM_ROLES, type Matter } from '#core/matters'
import { isOffice, type Role } from '#core/permissions'
import type { Asking, ThreadSubject, ThreadSubjectReader } from '#server/threads/index'
import { mattersMetBy } from './joiners'
import type { StoredMatter } from './repository'

type Row = StoredMatter & { grid_name: string | null }

/** Matters as their threads meet them: one query, however many; for who lives elsewhere two. */
export const matterThreads: ThreadSubjectReader = async (asking, ids) => {
  if (ids.length === 0) return new Map()
  const { db, actor, region } = asking
  const rows = await db
    .selectFrom('matters')
    .leftJoin('places as grid', (join) =>
      join
        .onRef('grid.community_id', '=', 'matters.community_id')
        .onRef('grid.place_id', '=', 'matters.grid_id'),
    )
    .selectAll('matters')
    .select('grid.name as grid_name')
    .where('matters.community_id', '=', region.regionId)
    .where(sql<boolean>`matters.matter_id = any (${[...ids]}::uuid[])`)
    .execute()
  const matters = await mattersMetBy(db, actor, region.regionId, rows)
  return new Map(
    rows.map((row) => [row.matter_id, subjectOf(asking, row, matters.get(row.matter_id) as Matter)]),
  )
}

function subjectOf({ actor, region }: Asking, row: Row, matter: Matter): ThreadSubject {
  const staff = matterPolicy.read_staff_notes(actor, matter)
  return {
    readable: matterPolicy.read(actor, matter),
    staff,
    open: matter.visibility === 'public',
    reporterId: matter.reporterId,
    handlerIds: matter.handlerIds,
    handledInOffice: true,
    aboutTitle:
      matter.visibility === 'public' && matter.wordsState === 'shown'
        ? row.title
        : `${serviceOf(row.service_code)?.name ?? ''}的事`,
    placeName: row.place_name,
    official: staff ? officeOf({ actor, region }, row) : undefined,
  }
}

/** The office in which staff answer: that of the team which handles it first, else the first held over its place. */
function officeOf({ actor, region }: Pick<Asking, 'actor' | 'region'>, row: Row): ThreadSubject['official'] {
  const teamRoles: readonly Role[] = row.lead_kind ? TEAM_ROLES[row.lead_kind] : []
  const held =
    actor.roles.find(({ role, placeId }) => placeId === row.lead_place_id && teamRoles.includes(role)) ??
    actor.roles.find(({ placeId }) => placeId === row.grid_id) ??
    actor.roles.find((one) => isOffice(one) && row.jurisdiction.includes(one.placeId))
  if (!held) return undefined
  const unitName =
    held.placeId === row.grid_id
      ? row.grid_name
      : held.placeId === region.regionId
        ? region.name
        : held.placeId === row.lead_place_id
          ? row.lead_name
          : null
  return { role: held.role, unitName }
}
