import { itemPolicy } from '#core/rounds'
import type { Found, SearchReader } from '#server/search/index'
import { listRoundsById, roundsMetBy } from '../repository'
import { itemOf, listItemsById, organisationsAsked } from './repository'

/** Action items that something links to, as this caller may read them. Four queries at most. */
export const itemLinkReader: SearchReader = async ({ db, actor, region }, ids) => {
  const { regionId } = region
  const rows = await listItemsById(db, regionId, ids)
  const rounds = await listRoundsById(
    db,
    regionId,
    rows.map(({ round_id: id }) => id),
  )
  const met = await roundsMetBy(db, actor, regionId, rounds)
  const organisations = await organisationsAsked(db, regionId, actor.personId, rows)
  return new Map(
    rows.flatMap((row): [string, Found][] => {
      const round = met.get(row.round_id)
      if (!round || !itemPolicy.read(actor, itemOf(row, round, organisations))) return []
      const placeName = rounds.find(({ round_id: id }) => id === row.round_id)?.place_name ?? ''
      return [[row.item_id, { title: row.title, text: row.promise, placeName, at: row.created_at }]]
    }),
  )
}
